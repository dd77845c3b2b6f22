// What a file becomes, shown while one chooses: its items with kind and number, and the words that stand in them.
import { richHtml } from '#core/document/html.ts';
import { plainText } from '#core/document/plain.ts';
import type { Language, RichNode } from '#core/framework/interchange.ts';
import { type NumberedItem, numberItems } from '#core/framework/numbers.ts';
import type { Template } from '#core/framework/template.ts';
import type { Outline, OutlineItem } from '#core/importing/arrange.ts';
import { isMessageKey } from '#locales/catalogue.ts';
import { typeset } from '#locales/typography.ts';
import { SectionGlyph } from '../components/glyph.tsx';
import { Icon } from '../components/icon.tsx';
import { useT } from '../language.tsx';
import styles from './arrange.module.css';

interface Shown {
  readonly language: Language;
  readonly numbers: ReadonlyMap<string, string>;
}

/** Items with their place as an id, for the numbers that they will show. */
function placed(items: readonly OutlineItem[], path: string): NumberedItem[] {
  return items.map(({ kind, children }, index) => {
    const id = `${path}.${index}`;
    return { id, kind, children: placed(children, id) };
  });
}

function countKinds(items: readonly OutlineItem[], counts: Map<string, number>): void {
  for (const { kind, children } of items) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    countKinds(children, counts);
  }
}

/** Words that stand under a title, folded: how many they are is what one looks for first. */
function Words({ nodes, label }: { readonly nodes: readonly RichNode[]; readonly label?: string }) {
  const t = useT();
  if (nodes.length === 0) return null;
  const count = plainText(nodes).split(/\s+/).filter(Boolean).length;
  const words = t('importing.outline.words', { count });
  return (
    <details className={styles.words}>
      <summary>{label === undefined ? words : `${label} (${words})`}</summary>
      <div
        className="rich"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: the HTML is made by core/document/html from known nodes only.
        dangerouslySetInnerHTML={{ __html: richHtml(nodes, { title: 'p' }) }}
      />
    </details>
  );
}

function Items({
  items,
  path,
  ...shown
}: Shown & { readonly items: readonly OutlineItem[]; readonly path: string }) {
  const t = useT();
  if (items.length === 0) return null;
  return (
    <ol className={styles.items}>
      {items.map((item, index) => {
        const id = `${path}.${index}`;
        const kind = `kind.${item.kind}`;
        return (
          <li key={id}>
            <p className={styles.item}>
              <span className={styles.kind}>{isMessageKey(kind) ? t(kind) : item.kind}</span>
              <span className={styles.title} lang={shown.language}>
                <span className="num">{shown.numbers.get(id)}</span>{' '}
                {item.number !== '' && <del className={styles.typed}>{item.number}</del>}{' '}
                {typeset(shown.language, item.title)}
              </span>
            </p>
            {!item.fits && (
              <p className={styles.misfit}>
                <Icon name="triangle-alert" small /> {t('note.kindMisplaced')}
              </p>
            )}
            <Words nodes={item.body} />
            <Items items={item.children} path={id} {...shown} />
          </li>
        );
      })}
    </ol>
  );
}

export function OutlinePreview({
  outline,
  template,
  language,
}: {
  readonly outline: Outline;
  readonly template: Template;
  readonly language: Language;
}) {
  const t = useT();
  const counts = new Map<string, number>();
  for (const { items } of outline.sections) countKinds(items, counts);
  const said = [...counts].flatMap(([kind, count]) => {
    const key = `count.${kind}`;
    return isMessageKey(key) ? [t(key, { count })] : [];
  });
  const numbers = numberItems(
    outline.sections.map(({ key, items }) => ({ key, items: placed(items, key) })),
    template,
    language,
  );
  return (
    <section className={`${styles.preview} sheet`} aria-labelledby="outline">
      <h2 id="outline" className="label">
        {t('importing.outline')}
      </h2>
      <p role="status" className={styles.counts}>
        {said.length > 0 ? said.join(', ') : t('importing.outline.none')}
      </p>
      {outline.sections.map(({ key, headings, preamble, items }) => {
        const name = `section.${key}`;
        return (
          <section key={key} data-sec={key} className={styles.section}>
            <h3 className={styles.sectionName}>
              <SectionGlyph section={key} /> {isMessageKey(name) ? t(name) : key}
            </h3>
            {[...new Set(headings)].map((heading) => (
              <p key={heading} className="small quiet">
                {t('importing.outline.opened', { heading })}
              </p>
            ))}
            <Words nodes={preamble} label={t('importing.outline.preamble')} />
            <Items items={items} path={key} language={language} numbers={numbers} />
          </section>
        );
      })}
    </section>
  );
}
