// A framework as panels side by side: choosing an item gathers what it has to do with at the top of the other panels.
import { useNavigate } from '@remix-run/react';
import { useEffect, useMemo, useRef } from 'react';
import type { Language } from '#core/framework/interchange.ts';
import { type RelatedItem, relatedItems } from '#core/framework/related.ts';
import type { Template } from '#core/framework/template.ts';
import { walkItems } from '#core/framework/walk.ts';
import { paths } from '#core/paths.ts';
import { useFocus } from './focus.ts';
import { FocusBar } from './focus-bar.tsx';
import { Panel } from './panel.tsx';
import { PanelTabs } from './panel-tabs.tsx';
import styles from './triptych.module.css';
import { useMoves } from './use-moves.ts';
import type { ViewItem, ViewSection } from './view.ts';

export interface Shown {
  readonly slug: string;
  /** Of the text; the page around it may be in another. */
  readonly language: Language;
  readonly template: Template;
  readonly sections: readonly ViewSection[];
  /** Whether this reader may write here. */
  readonly writes: boolean;
  /** Whether this reader may put a damaged section right. */
  readonly mayRecover: boolean;
  /** Keys of sections that cannot be opened, since what is stored of them is damaged. */
  readonly damaged: readonly string[];
  /** The text of the item in focus as HTML; null while it is on its way, or without focus. */
  readonly body: { readonly item: string; readonly html: string } | null;
}

/** Items by id, with the section of each. */
export function indexOf(sections: readonly ViewSection[]) {
  const index = new Map<string, { item: ViewItem; section: string }>();
  for (const { item, section } of walkItems<ViewItem>(sections))
    index.set(item.id, { item, section });
  return index;
}

export type ItemIndex = ReturnType<typeof indexOf>;

export function Triptych({ shown }: { readonly shown: Shown }) {
  const { sections, slug, template } = shown;
  const wanted = useFocus();
  const index = useMemo(() => indexOf(sections), [sections]);
  const focus = wanted === null ? undefined : index.get(wanted);
  const focusId = focus?.item.id ?? null;
  const related = useMemo<readonly RelatedItem[]>(
    () => (focusId === null ? [] : relatedItems(sections, template, focusId)),
    [sections, template, focusId],
  );
  const ref = useRef<HTMLDivElement>(null);
  useMoves(ref, focusId);
  useWayBack(focusId, slug);
  const chosen = focus?.section ?? sections[0]?.key ?? '';
  return (
    <div ref={ref} className={styles.whole} data-focus={focusId === null ? undefined : ''}>
      <PanelTabs sections={sections} chosen={chosen} />
      <div className={styles.triptych} data-panels={sections.length}>
        {sections.map((section) => (
          <Panel
            key={section.key}
            section={section}
            template={template}
            shown={shown}
            index={index}
            focus={focus}
            related={related.filter((one) => one.section === section.key)}
          />
        ))}
      </div>
      {focus && (
        <FocusBar focus={focus.item} section={focus.section} related={related} index={index} />
      )}
    </div>
  );
}

/** Escape leaves the focus, from anywhere on the page but a field or an open menu. */
function useWayBack(focusId: string | null, slug: string) {
  const navigate = useNavigate();
  useEffect(() => {
    if (focusId === null) return;
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (document.querySelector(':popover-open, dialog[open], [role="dialog"]')) return;
      navigate(paths.framework(slug), { preventScrollReset: true });
    };
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, [focusId, navigate, slug]);
}
