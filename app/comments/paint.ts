// Commented words, underlined quietly: painted over the text by the browser, so that the text itself is never touched.
import type { PlacedThread } from './live-comments.ts';
import { rangeOf, shownText } from './selection.ts';

/** Names of the highlights in the style sheet. */
const COMMENTED = 'commented';
const ACTIVE = 'comment-active';

/** Where the words of each thread stand on the page, by the thread's id. */
export function rangesOf(threads: readonly PlacedThread[]): Map<string, Range> {
  const ranges = new Map<string, Range>();
  for (const { id, words } of threads) {
    const item = words && document.querySelector(`[data-item="${CSS.escape(words.item)}"]`);
    const text = item && shownText(item);
    const range = text && words && rangeOf(text, words.span);
    if (range) ranges.set(id, range);
  }
  return ranges;
}

/** Underlines these; those from before go. A browser without highlights shows the words in the margin only. */
export function paint(ranges: ReadonlyMap<string, Range>, active: string | null): void {
  if (!('highlights' in CSS)) return;
  const chosen = active === null ? undefined : ranges.get(active);
  CSS.highlights.set(COMMENTED, new Highlight(...ranges.values()));
  if (chosen) CSS.highlights.set(ACTIVE, new Highlight(chosen));
  else CSS.highlights.delete(ACTIVE);
}

export function paintNothing(): void {
  if (!('highlights' in CSS)) return;
  CSS.highlights.delete(COMMENTED);
  CSS.highlights.delete(ACTIVE);
}

/** The thread whose words lie under a point of the window; the shortest where several do. */
export function threadAt(
  ranges: ReadonlyMap<string, Range>,
  x: number,
  y: number,
): string | undefined {
  const under = [...ranges].filter(([, range]) =>
    [...range.getClientRects()].some(
      ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
    ),
  );
  under.sort(([, a], [, b]) => a.toString().length - b.toString().length);
  return under[0]?.[0];
}
