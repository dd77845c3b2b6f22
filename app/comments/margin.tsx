// The margin of a desk: open threads and the one being started, each beside its words or its item.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Section } from '../editor/live/section.ts';
import { useSectionPage } from '../editor/page/context.ts';
import { useSignal } from '../editor/page/use-signal.ts';
import { useT } from '../language.tsx';
import styles from './comments.module.css';
import type { PlacedThread } from './live-comments.ts';
import { NewThreadForm } from './new-thread.tsx';
import { rangesOf } from './paint.ts';
import { stack } from './stack.ts';
import { Thread } from './thread.tsx';

const GAP = 16;

interface Entry {
  readonly id: string;
  /** The item or preamble. */
  readonly at: string;
  readonly thread: PlacedThread | null;
}

export function Margin({
  section,
  threads,
}: {
  readonly section: Section;
  readonly threads: readonly PlacedThread[];
}) {
  const t = useT();
  const { nameOf } = useSectionPage();
  const { comments, view } = section;
  const active = useSignal(comments.active, null);
  const starting = useSignal(comments.starting, null);
  const root = useRef<HTMLElement>(null);
  const order = view.order();
  const entries: Entry[] = threads.map((thread) => ({
    id: thread.id,
    at: thread.at ?? '',
    thread,
  }));
  if (starting) {
    const place = order.indexOf(starting.item);
    const before = entries.findIndex(({ at }) => order.indexOf(at) > place);
    const entry = { id: starting.id, at: starting.item, thread: null };
    entries.splice(before < 0 ? entries.length : before, 0, entry);
  }
  const chosen = entries.findIndex(({ id }) => id === (starting?.id ?? active));
  const tops = useTops(root, entries, chosen);
  if (entries.length === 0) return null;
  return (
    <section ref={root} className={styles.margin} aria-label={t('comments.title')}>
      {entries.map(({ id, at, thread }, index) => {
        const row = view.row(at);
        const name = row ? nameOf(row) : t('section.preamble');
        return (
          <article
            key={id}
            className={styles.card}
            style={{ top: tops[index] ?? 0 }}
            data-card={id}
            data-of={at}
            data-active={id === active || thread === null || undefined}
            tabIndex={-1}
            aria-label={t(thread ? 'comments.on' : 'comments.start.on', { name })}
            onFocus={() => {
              if (thread && comments.active.value !== id) comments.active.set(id);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              comments.active.set(null);
              section.desk.focusItem(at);
            }}
          >
            {thread ? (
              <Thread thread={thread} detached={false} />
            ) : (
              <NewThreadForm section={section} />
            )}
          </article>
        );
      })}
    </section>
  );
}

/** Measures what the cards are about and how high they are, whenever one of them changes. */
function useTops(
  root: React.RefObject<HTMLElement>,
  entries: readonly Entry[],
  chosen: number,
): readonly number[] {
  const [tops, setTops] = useState<readonly number[]>([]);
  const measure = () => {
    const margin = root.current;
    if (!margin) return;
    const zero = margin.getBoundingClientRect().top;
    const ranges = rangesOf(entries.flatMap(({ thread }) => thread ?? []));
    const cards = entries.map(({ id, at }) => {
      const item = document.querySelector(`[data-item="${CSS.escape(at)}"]`);
      const spot = ranges.get(id) ?? item;
      const card = margin.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`);
      return {
        wanted: Math.round((spot?.getBoundingClientRect().top ?? zero) - zero),
        height: card?.offsetHeight ?? 0,
      };
    });
    const next = stack(cards, GAP, chosen);
    setTops((before) => (before.join() === next.join() ? before : next));
  };
  const now = useRef(measure);
  now.current = measure;
  useLayoutEffect(() => now.current());
  useEffect(() => {
    const margin = root.current;
    if (!margin) return;
    const watch = new ResizeObserver(() => now.current());
    // The text grows, a card opens, the window changes: each moves what follows.
    for (const item of document.querySelectorAll('[data-item]')) watch.observe(item);
    for (const card of margin.children) watch.observe(card);
    return () => watch.disconnect();
  });
  return tops;
}
