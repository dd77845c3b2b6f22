// Seven silhouettes of one panel, one per section: always beside a name or a number, never alone.
import styles from './glyph.module.css';

const SHAPES: Readonly<Record<string, string>> = {
  missions: 'M1 15V6a5 5 0 0 1 10 0v9z',
  skills: 'M1 15V6.5L6 1l5 5.5V15z',
  training: 'M1 15V2.5h10V15z',
  causes: 'M1 1h10v9l-5 5-5-5z',
  levers: 'M1 15V8.5L11 1v14z',
  resources: 'M1 15V1l5 5.5L11 1v14z',
  recommendations: 'M1 1h10v14l-5-4.5L1 15z',
};
/** For a section that no template of ours names any longer. */
const PLAIN = 'M1 15V1h10v14z';

/** The shape of a section in its own colour, as tall as the words beside it. */
export function SectionGlyph({ section }: { readonly section: string }) {
  return (
    <svg className={styles.glyph} data-sec={section} viewBox="0 0 12 16" aria-hidden="true">
      <path d={SHAPES[section] ?? PLAIN} />
    </svg>
  );
}

/** The sections of a template side by side, as on a book's spine. */
export function Spine({
  sections,
  size = 'book',
}: {
  readonly sections: readonly string[];
  readonly size?: 'book' | 'card';
}) {
  return (
    <span className={size === 'book' ? styles.spine : styles.trio} aria-hidden="true">
      {sections.map((section) => (
        <SectionGlyph key={section} section={section} />
      ))}
    </span>
  );
}
