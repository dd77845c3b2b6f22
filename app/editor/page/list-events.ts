// Clicks and keys on the list as a whole: one listener for three hundred items.
import type { Section } from '../live/section.ts';
import type { Signal } from '../live/signal.ts';
import { START } from '../where.ts';
import type { Beside } from './context.ts';
import type { ItemActs } from './item-acts.ts';

export interface ListEvents {
  readonly section: Section;
  readonly acts: ItemActs;
  readonly beside: Signal<Beside | null>;
  readonly roving: Signal<string>;
  readonly apple: boolean;
}

function closest(target: EventTarget | null, selector: string): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(selector) : null;
}

/** Whether the target takes keys itself: a field, a dialog's content, or the text in use. */
function takesKeys(target: EventTarget | null): boolean {
  return closest(target, 'input, textarea, select, [contenteditable="true"]') !== null;
}

function act(name: string, button: HTMLElement, { section, acts, beside }: ListEvents): void {
  const id = button.dataset.id ?? '';
  switch (name) {
    case 'menu':
      beside.set({ kind: 'menu', id, anchor: button });
      return;
    case 'comment':
      section.comments.begin(id);
      return;
    case 'comments':
      showComments(id, section, beside);
      return;
    case 'chip':
      beside.set({ kind: 'chip', id, at: Number(button.dataset.at), anchor: button });
      return;
    case 'reference':
      beside.set({ kind: 'picker', id });
      return;
    case 'remove':
      acts.remove(id);
      return;
    case 'add':
      section.addAfter(id);
      return;
    case 'add-kind':
      acts.addTo(id, button.dataset.kind ?? '');
  }
}

/** At a desk the first thread of the item stands beside it and takes the focus; else the threads open over the text. */
function showComments(id: string, { comments }: Section, beside: ListEvents['beside']): void {
  const card = document.querySelector<HTMLElement>(`[data-card][data-of="${CSS.escape(id)}"]`);
  if (!card) {
    beside.set({ kind: 'comments', id });
    return;
  }
  comments.active.set(card.dataset.card ?? null);
  card.focus();
}

/** Control, Alt and M, whatever letter the keyboard makes of it. */
function isCommentKey(event: KeyboardEvent, apple: boolean): boolean {
  const command = apple ? event.metaKey : event.ctrlKey;
  const letter = event.code === 'KeyM' || /^[mµ]$/.test(event.key.toLowerCase());
  return command && event.altKey && !event.shiftKey && letter;
}

/** Opens the item under a click; a selection being made, or a link, is left alone. */
function openAt(event: MouseEvent, { section }: ListEvents): void {
  const text = closest(event.target, '[data-text]');
  const id = closest(text, '[data-item]')?.dataset.item;
  if (!text || id === undefined || closest(event.target, 'a')) return;
  if (text.ownerDocument.getSelection()?.isCollapsed === false) return;
  section.desk.open(id, { at: 'point', x: event.clientX, y: event.clientY });
}

function walkItems(root: HTMLElement, id: string, key: string): boolean {
  const items = [...root.querySelectorAll<HTMLElement>('[data-item]')];
  const at = items.findIndex((item) => item.dataset.item === id);
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: items.length - 1 }[key];
  const next = to === undefined ? undefined : items[to];
  next?.focus();
  return to !== undefined;
}

function backTo(item: HTMLElement | null): boolean {
  item?.focus();
  return item !== null;
}

const MOVES: Readonly<Record<string, (acts: ItemActs, id: string) => void>> = {
  ArrowUp: (acts, id) => acts.shift(id, 'earlier'),
  ArrowDown: (acts, id) => acts.shift(id, 'later'),
  ArrowLeft: (acts, id) => acts.level(id, 'up'),
  ArrowRight: (acts, id) => acts.level(id, 'down'),
};

/** Keys that mean the item as a whole, whether the text in it is in use or not. True where one did. */
function itemKey(event: KeyboardEvent, id: string, events: ListEvents): boolean {
  const { section, acts, beside, apple } = events;
  const command = apple ? event.metaKey : event.ctrlKey;
  const moving = event.altKey && (apple ? event.ctrlKey : event.shiftKey && !event.ctrlKey);
  const move = moving ? MOVES[event.key] : undefined;
  if (move && !section.view.isPreamble(id)) {
    move(acts, id);
    return true;
  }
  if (command && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
    if (section.desk.inUse.value !== id) return false;
    beside.set({ kind: 'link' });
    return true;
  }
  return false;
}

/** Keys on an item that is not in use. */
function standingKey(event: KeyboardEvent, id: string, { section, acts, apple }: ListEvents) {
  const command = apple ? event.metaKey : event.ctrlKey;
  const key = event.key.toLowerCase();
  if (command && key === 'z') return section.step(event.shiftKey ? 'redo' : 'undo');
  if (command && key === 'y') return section.step('redo');
  if (event.altKey || event.metaKey) return false;
  if (event.key === 'Enter') {
    if (command) acts.addAfter(id);
    else section.desk.open(id, START);
    return true;
  }
  if (event.ctrlKey || event.shiftKey) return false;
  if (event.key === 'Delete' && !section.view.isPreamble(id)) {
    acts.remove(id);
    return true;
  }
  return false;
}

/** Listens on the list's element; the returned function stops it. */
export function listenToList(root: HTMLElement, events: ListEvents): () => void {
  const { section, roving } = events;
  const stop = new AbortController();
  const options = { signal: stop.signal };
  root.addEventListener(
    'click',
    (event) => {
      const button = closest(event.target, '[data-act]');
      if (button) act(button.dataset.act ?? '', button, events);
      else openAt(event, events);
    },
    options,
  );
  // Before the text in use sees the key, which would select with Alt, Shift and an arrow.
  root.addEventListener(
    'keydown',
    (event) => {
      const id = closest(event.target, '[data-item]')?.dataset.item;
      if (id === undefined || event.isComposing) return;
      if (isCommentKey(event, events.apple) && section.comments.mayComment) {
        section.comments.begin(id);
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      if (!section.mayWrite) return;
      const field = closest(event.target, 'input, textarea, select');
      if (field) {
        if (event.key === 'Escape') section.desk.close({ focus: true });
        return;
      }
      if (itemKey(event, id, events)) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    { ...options, capture: true },
  );
  root.addEventListener(
    'keydown',
    (event) => {
      const item = closest(event.target, '[data-item]');
      const id = item?.dataset.item;
      if (id === undefined || event.defaultPrevented || takesKeys(event.target)) return;
      const plain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      const done =
        (event.target === item && plain && walkItems(root, id, event.key)) ||
        (event.target === item && section.mayWrite && standingKey(event, id, events)) ||
        (event.key === 'Escape' && event.target !== item && backTo(item));
      if (done) event.preventDefault();
    },
    options,
  );
  root.addEventListener(
    'focusin',
    (event) => {
      const id = closest(event.target, '[data-item]')?.dataset.item;
      if (id === undefined) return;
      roving.set(id);
      section.at(id);
    },
    options,
  );
  root.addEventListener('pointerenter', () => void section.desk.prefetch(), {
    ...options,
    once: true,
  });
  return () => stop.abort();
}
