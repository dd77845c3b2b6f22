// Comments on the living page: in the margin of a desk, else in a sheet over the text; words underlined. Loaded with the living part.
import { useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { isOpen } from '#core/deliberation/threads.ts';
import type { Section } from '../editor/live/section.ts';
import { useSectionPage } from '../editor/page/context.ts';
import { useSignal } from '../editor/page/use-signal.ts';
import type { SectionRows } from '../editor/rows.ts';
import { CommentsContext } from './context.ts';
import { CommentsDialog } from './dialog.tsx';
import type { PlacedThread } from './live-comments.ts';
import { Margin } from './margin.tsx';
import { paint, paintNothing, rangesOf, threadAt } from './paint.ts';
import './highlights.css';

/** Where there is room for a margin: as in the page's style sheet. */
const WIDE = '(min-width: 1040px)';

function useWide(): boolean {
  const [wide, setWide] = useState(() => window.matchMedia(WIDE).matches);
  useEffect(() => {
    const query = window.matchMedia(WIDE);
    const changed = () => setWide(query.matches);
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, []);
  return wide;
}

/** Open threads whose item is on the page, in the order of the text. */
export function standing(
  threads: readonly PlacedThread[],
  order: readonly string[],
): PlacedThread[] {
  return threads
    .filter(({ at, state }) => at !== null && isOpen(state))
    .map((thread) => ({
      thread,
      at: order.indexOf(thread.at ?? ''),
      from: thread.words?.span.from ?? -1,
    }))
    .sort((a, b) => a.at - b.at || a.from - b.from)
    .map(({ thread }) => thread);
}

export function CommentsOverlay({
  section,
  sections,
}: {
  readonly section: Section;
  readonly sections: readonly SectionRows[];
}) {
  const { data, announce, beside } = useSectionPage();
  const { comments } = section;
  const people = useSignal(comments.people, comments.people.value);
  const threads = useSignal(comments.threads, comments.threads.value);
  const starting = useSignal(comments.starting, null);
  const hasMargin = useWide() && sections.length === 1;
  const page = useMemo(
    () => ({
      me: data.me.id,
      mayComment: comments.mayComment,
      people,
      act: (values: Parameters<typeof comments.act>[0]) => comments.act(values),
      announce,
    }),
    [data.me.id, comments, people, announce],
  );
  const shown = standing(threads, section.view.order());
  usePaint(section, shown);
  // Without a margin, or where a mail or a link leads to a thread, everything happens in the sheet.
  useEffect(() => {
    if (starting && !hasMargin) beside.set({ kind: 'comments', id: starting.item });
  }, [starting, hasMargin, beside]);
  const margin = hasMargin ? document.querySelector('[data-comments-margin]') : null;
  return (
    <CommentsContext.Provider value={page}>
      {margin && createPortal(<Margin section={section} threads={shown} />, margin)}
      <CommentsDialog section={section} hasMargin={hasMargin} />
    </CommentsContext.Provider>
  );
}

/** Keeps the underlines at their words; a click on them chooses the thread. */
function usePaint(section: Section, threads: readonly PlacedThread[]): void {
  const { comments, view, desk } = section;
  const active = useSignal(comments.active, null);
  const inUse = useSignal(desk.inUse, null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: which item has the editor decides where the words stand.
  useEffect(() => {
    let frame = 0;
    let ranges = new Map<string, Range>();
    const draw = () => {
      frame = 0;
      ranges = rangesOf(threads);
      paint(ranges, active);
    };
    const soon = () => {
      frame ||= requestAnimationFrame(draw);
    };
    soon();
    const stops = [view.subscribeTexts(soon), view.snapshot.subscribe(soon)];
    const clicked = (event: MouseEvent) => {
      const thread = threadAt(ranges, event.clientX, event.clientY);
      if (
        thread !== undefined &&
        event.target instanceof Element &&
        event.target.closest('[data-item]')
      )
        comments.active.set(thread);
    };
    document.addEventListener('click', clicked);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('click', clicked);
      for (const stop of stops) stop();
    };
  }, [threads, active, inUse, view, comments]);
  useEffect(() => paintNothing, []);
}
