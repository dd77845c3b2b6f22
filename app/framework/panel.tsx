// One panel of the triptych: its name and count, what is lit at the top, then its groups.
import type { RelatedItem } from '#core/framework/related.ts';
import type { Template } from '#core/framework/template.ts';
import { walkItems } from '#core/framework/walk.ts';
import { paths } from '#core/paths.ts';
import { isMessageKey } from '#locales/catalogue.ts';
import { LinkButton } from '../components/button.tsx';
import { SectionGlyph } from '../components/glyph.tsx';
import { useT } from '../language.tsx';
import { Damaged } from './damaged.tsx';
import { type Group, groupsOf } from './groups.ts';
import { Lit } from './lit.tsx';
import { PanelGroup } from './panel-group.tsx';
import styles from './triptych.module.css';
import type { ItemIndex, Shown } from './triptych.tsx';
import type { ViewItem, ViewSection } from './view.ts';

/** "6 missions", "26 activités": the kinds of a section that have numbers; where it has one kind only, the number. */
function usePanelCount(section: ViewSection, template: Template): string[] {
  const t = useT();
  const counts = new Map<string, number>();
  for (const { item } of walkItems<ViewItem>([section])) {
    counts.set(item.kind, (counts.get(item.kind) ?? 0) + 1);
  }
  const kinds = template.sections.find(({ key }) => key === section.key)?.kinds ?? [];
  const counted = kinds.filter(({ key, number }) => number.style !== 'none' && counts.has(key));
  if (counted.length === 1) return counted.map(({ key }) => String(counts.get(key)));
  return counted.map(({ key }) => {
    const words = `count.${key}`;
    return isMessageKey(words) ? t(words, { count: counts.get(key) ?? 0 }) : '';
  });
}

export function Panel({
  section,
  template,
  shown,
  index,
  focus,
  related,
}: {
  readonly section: ViewSection;
  readonly template: Template;
  readonly shown: Shown;
  readonly index: ItemIndex;
  readonly focus: { readonly item: ViewItem; readonly section: string } | undefined;
  readonly related: readonly RelatedItem[];
}) {
  const t = useT();
  const count = usePanelCount(section, template);
  const name = `section.${section.key}`;
  const lit = new Set(related.map(({ id }) => id));
  const rest = groupsOf(section, template)
    .map((group) => ({ ...group, items: group.items.filter(({ id }) => !lit.has(id)) }))
    .filter((group) => group.head !== undefined || group.items.length > 0);
  return (
    <section
      className={styles.panel}
      data-sec={section.key}
      id={`panel-${section.key}`}
      aria-labelledby={`panel-name-${section.key}`}
    >
      <header className={styles.head}>
        <SectionGlyph section={section.key} />
        <h2 id={`panel-name-${section.key}`}>{isMessageKey(name) ? t(name) : section.key}</h2>
        <span className={`quiet small ${styles.counts}`}>
          {count.map((words) => (
            <span key={words}>{words}</span>
          ))}
        </span>
      </header>
      <div className={styles.body} data-panel={section.key}>
        {focus && related.length > 0 && (
          <Lit focus={focus} section={section.key} related={related} index={index} shown={shown} />
        )}
        {shown.damaged.includes(section.key) ? (
          <Damaged shown={shown} section={section.key} />
        ) : section.items.length === 0 ? (
          <Empty shown={shown} section={section.key} />
        ) : (
          rest.map((group: Group) => (
            <PanelGroup
              key={group.key}
              group={group}
              lit={lit}
              focus={focus?.section === section.key ? focus.item : undefined}
              away={focus !== undefined}
              shown={shown}
              section={section.key}
            />
          ))
        )}
      </div>
    </section>
  );
}

function Empty({ shown, section }: { readonly shown: Shown; readonly section: string }) {
  const t = useT();
  return (
    <div className={styles.empty}>
      <p className="quiet">{t('framework.empty.section')}</p>
      {shown.writes && (
        <LinkButton size="small" icon="pencil" to={paths.write(shown.slug, section)} reloadDocument>
          {t('framework.empty.start')}
        </LinkButton>
      )}
    </div>
  );
}
