// On a phone: what is in focus and how much is lit in the other panels, at the foot of the page; each leads there.
import type { RelatedItem } from '#core/framework/related.ts';
import { SectionGlyph } from '../components/glyph.tsx';
import { useT } from '../language.tsx';
import styles from './focus-bar.module.css';
import { litKey } from './lit.tsx';
import { panelButton } from './panel-tabs.tsx';
import type { ItemIndex } from './triptych.tsx';
import type { ViewItem } from './view.ts';

const SHORT = {
  'framework.lit.needs': 'count.skill',
  'framework.lit.trains': 'count.skill',
  'framework.lit.prepared': 'count.module',
  'framework.lit.used': 'count.activity',
} as const;

export function FocusBar({
  focus,
  section,
  related,
  index,
}: {
  readonly focus: ViewItem;
  readonly section: string;
  readonly related: readonly RelatedItem[];
  readonly index: ItemIndex;
}) {
  const t = useT();
  const sections = [...new Set(related.map((one) => one.section))];
  const told = sections.map((key) => {
    const lit = related.filter((one) => one.section === key);
    const sentence = litKey(focus, lit, index);
    const short = sentence in SHORT ? SHORT[sentence as keyof typeof SHORT] : undefined;
    return {
      key,
      words: short
        ? t(short, { count: lit.length })
        : t('framework.lit.count', { count: lit.length }),
    };
  });
  return (
    <>
      {/* Said to those who listen, on a desk too. */}
      <p role="status" className="hidden">
        {told.length > 0
          ? `${focus.number} ${focus.title}. ${told.map(({ words }) => words).join(', ')}.`
          : t('framework.focus.nothing')}
      </p>
      <div className={styles.bar}>
        <label className={styles.focus} htmlFor={panelButton(section)}>
          <span className={styles.number}>{focus.number}</span> {focus.title}
        </label>
        <div className={styles.ways}>
          {told.length === 0 && <span>{t('framework.focus.nothing')}</span>}
          {told.map(({ key, words }) => (
            <label key={key} htmlFor={panelButton(key)}>
              <SectionGlyph section={key} />
              {words}
            </label>
          ))}
        </div>
      </div>
    </>
  );
}
