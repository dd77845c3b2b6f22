// Words on the page and their places in an item's line of words: what is selected, and where a part stands on the screen.
import type { Span } from '#core/document/flat-words.ts';

/** What an editor draws between the words is none of them. */
const DRAWN = '.ProseMirror-widget, .caret, .key-keeper';

/** The element that shows the words of an item now: the text, or the editor in its place. */
export function shownText(item: Element): HTMLElement | null {
  return (
    item.querySelector<HTMLElement>('.item-editor .rich') ??
    item.querySelector<HTMLElement>('[data-text]')
  );
}

function textNodes(text: Element): Text[] {
  const walker = text.ownerDocument.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text && !node.parentElement?.closest(DRAWN)) nodes.push(node);
  }
  return nodes;
}

/** A part of an item's words as a range of the page; null where the page does not show it (yet). */
export function rangeOf(text: Element, { from, to }: Span): Range | null {
  let at = 0;
  const range = text.ownerDocument.createRange();
  let begun = false;
  for (const node of textNodes(text)) {
    const end = at + node.length;
    if (!begun && from < end) {
      range.setStart(node, from - at);
      begun = true;
    }
    if (begun && to <= end) {
      range.setEnd(node, to - at);
      return range;
    }
    at = end;
  }
  return null;
}

/** How many characters of the words stand before a point. */
function placeOf(text: Element, container: Node, offset: number): number {
  const before = text.ownerDocument.createRange();
  before.setStart(text, 0);
  before.setEnd(container, offset);
  let at = 0;
  for (const node of textNodes(text)) {
    if (node === container) return at + offset;
    if (before.comparePoint(node, 0) > 0) return at;
    at += node.length;
  }
  return at;
}

/** The words selected in one item; null where nothing is, or more than one item. */
export function selectedWords(page: Document): (Span & { readonly item: string }) | null {
  const selection = page.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const { commonAncestorContainer: common } = range;
  const holder = common instanceof Element ? common : common.parentElement;
  const item = holder?.closest<HTMLElement>('[data-item]');
  const text = item && shownText(item);
  if (!item || !text?.contains(common)) return null;
  const from = placeOf(text, range.startContainer, range.startOffset);
  const to = placeOf(text, range.endContainer, range.endOffset);
  return from < to ? { item: item.dataset.item ?? '', from, to } : null;
}
