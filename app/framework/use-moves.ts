// When the focus changes, items that stand elsewhere go there in a short move, panels turn to what matters, focus follows.
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

const ITEM = '[data-item]';
const PANEL = '[data-panel]';

/** Milliseconds of the token for a calm move; 0 where the reader wants less motion. */
function calm(): number {
  const text = getComputedStyle(document.documentElement).getPropertyValue('--calm').trim();
  const number = Number.parseFloat(text) || 0;
  return text.endsWith('ms') ? number : number * 1000;
}

interface Seen {
  /** Where each item stands inside its panel, from the panel's top edge when scrolled to its top. */
  readonly items: Map<string, number>;
  /** How far each panel was scrolled before something was in focus. */
  readonly scrolls: Map<string, number>;
}

function panelsOf(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(PANEL)];
}

function standsAt(panel: HTMLElement, item: HTMLElement): number {
  return item.getBoundingClientRect().top - panel.getBoundingClientRect().top + panel.scrollTop;
}

/** Shows what the focus wants to be seen: the top where items are lit, the open card where it is. */
function turn(panel: HTMLElement, focused: boolean, before: number | undefined) {
  const card = panel.querySelector<HTMLElement>('[data-focused]');
  const scrolls = panel.scrollHeight > panel.clientHeight + 1;
  if (card && !scrolls) {
    // On a phone the page scrolls, not the panel.
    card.scrollIntoView({ block: 'nearest' });
  } else if (card) {
    const top = standsAt(panel, card);
    const above = top < panel.scrollTop;
    const below = top + card.offsetHeight > panel.scrollTop + panel.clientHeight;
    if (above || below) panel.scrollTop = Math.max(0, top - panel.clientHeight / 4);
  } else if (focused) {
    panel.scrollTop = 0;
  } else if (before !== undefined) {
    panel.scrollTop = before;
  }
}

/** Where there is no browser there is nothing to lay out, and React says so in the log. */
const useBrowserLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/** `root` holds the panels; `focusId` is the item in focus, or null. */
export function useMoves(root: RefObject<HTMLElement>, focusId: string | null) {
  const seen = useRef<Seen>({ items: new Map(), scrolls: new Map() });
  const last = useRef(focusId);

  useBrowserLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    const changed = last.current !== focusId;
    const first = seen.current.items.size === 0;
    const panels = panelsOf(element);
    const { items, scrolls } = seen.current;
    if (changed && last.current === null) {
      for (const panel of panels) scrolls.set(panel.dataset.panel ?? '', panel.scrollTop);
    }
    const duration = changed ? calm() : 0;
    const now = new Map<string, number>();
    for (const panel of panels) {
      const scrolled = panel.scrollTop;
      if (changed || first)
        turn(panel, focusId !== null, changed ? scrolls.get(panel.dataset.panel ?? '') : undefined);
      for (const item of panel.querySelectorAll<HTMLElement>(ITEM)) {
        const id = item.dataset.item ?? '';
        const place = standsAt(panel, item);
        now.set(id, place);
        const old = items.get(id);
        if (duration === 0 || old === undefined) continue;
        const by = old - scrolled - (place - panel.scrollTop);
        // Further than a panel is tall nobody could follow it.
        const far = Math.max(-panel.clientHeight, Math.min(panel.clientHeight, by));
        if (Math.abs(far) > 1) {
          item.animate([{ transform: `translateY(${far}px)` }, { transform: 'none' }], {
            duration,
            easing: 'cubic-bezier(.2,.7,.2,1)',
          });
        }
      }
    }
    seen.current = { items: now, scrolls };
  });

  useEffect(() => {
    const before = last.current;
    last.current = focusId;
    if (before === focusId) return;
    const target =
      focusId === null
        ? root.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(before ?? '')}"]`)
        : root.current?.querySelector<HTMLElement>('[data-focus-title]');
    target?.focus({ preventScroll: true });
  }, [focusId, root]);
}
