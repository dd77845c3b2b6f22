// A mastery level from 1 to 4: four small upright panels, and the figure, and the words for those who listen.
import { useT } from '../language.tsx';
import styles from './level.module.css';

const PLACES = [1, 2, 3, 4] as const;

export function Level({ level }: { readonly level: number }) {
  const t = useT();
  return (
    <span className={styles.level}>
      <svg viewBox="0 0 19 13" aria-hidden="true">
        {PLACES.map((place) => (
          <rect
            key={place}
            className={place <= level ? styles.on : undefined}
            x={0.5 + (place - 1) * 4.8}
            y="0.5"
            width="3.4"
            height="12"
          />
        ))}
      </svg>
      <span aria-hidden="true">{level}</span>
      <span className="hidden">{t('level.value', { level: t('level.of', { level }) })}</span>
    </span>
  );
}
