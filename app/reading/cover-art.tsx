// The panels of a template, tall, as on the front of a book.
import styles from './cover.module.css';

/** Each section's silhouette on a panel of 12 by 40, or taller for the one in the middle. */
const PANELS: Readonly<Record<string, (height: number) => string>> = {
  missions: (h) => `M0 ${h}V6a6 6 0 0 1 12 0v${h - 6}z`,
  skills: (h) => `M0 ${h}V9l6-9 6 9v${h - 9}z`,
  training: (h) => `M0 ${h}V0h12v${h}z`,
  causes: (h) => `M0 0h12v${h - 7}l-6 7-6-7z`,
  levers: (h) => `M0 ${h}V9L12 0v${h}z`,
  resources: (h) => `M0 ${h}V0l6 7 6-7v${h}z`,
  recommendations: (h) => `M0 0h12v${h}l-6-6-6 6z`,
};
const PLAIN = (h: number) => `M0 ${h}V0h12v${h}z`;

const WIDTH = 12;
const GAP = 1.75;
const TALL = 51;
const LOW = 40;

export function CoverArt({ sections }: { readonly sections: readonly string[] }) {
  const middle = Math.floor(sections.length / 2);
  const width = sections.length * WIDTH + (sections.length - 1) * GAP;
  return (
    <svg className={styles.art} viewBox={`0 0 ${width} ${TALL}`} aria-hidden="true">
      {sections.map((section, index) => {
        const height = index === middle ? TALL : LOW;
        const left = index * (WIDTH + GAP);
        return (
          <path
            key={section}
            data-sec={section}
            className={styles.panel}
            transform={`translate(${left} ${TALL - height})`}
            d={(PANELS[section] ?? PLAIN)(height)}
          />
        );
      })}
    </svg>
  );
}
