// The item in use: one editor for a whole section, mounted where somebody writes, and the way from item to item.
import { fragmentHtml } from '#core/document/html.ts';
import type { FormattingState } from '../item/formatting.ts';
import type { Walk } from '../item/keys.ts';
import type { editorModule } from '../item/module.ts';
import type { ItemEditor, ItemEditorOptions } from '../item/mount.ts';
import { titleTag } from '../title-tag.ts';
import { END, type Where } from '../where.ts';
import type { History, Spot } from './history.ts';
import type { KeyKeeper } from './key-keeper.ts';
import type { RoomView } from './room-view.ts';
import { keepStill } from './scrolling.ts';
import { Signal } from './signal.ts';

export type EditorModule = typeof editorModule;

export interface DeskOptions {
  readonly view: RoomView;
  readonly history: History;
  readonly keeper: KeyKeeper;
  readonly awareness: ItemEditorOptions['awareness'];
  readonly sections: number;
  readonly language: string;
  /** Id of the element that says how to get out of the text. */
  readonly describedBy: string;
  readonly loadEditor: () => Promise<EditorModule>;
  /** Resolves once the text is whole and may be written, or false when it will not be. */
  readonly loaded: () => Promise<boolean>;
  readonly mayWrite: () => boolean;
  readonly labelOf: (id: string) => string;
  /** Draws a change of `inUse` at once (React's flushSync). */
  readonly commit: (change: () => void) => void;
  /** New item after this one; returns its id. */
  readonly add: (after: string) => string | null;
  readonly remove: (id: string) => void;
  readonly step: (direction: 'undo' | 'redo') => boolean;
  /** The item in use went from the list while somebody wrote in it. */
  readonly onGone: (id: string) => void;
  /** Words typed before the editor stood could not be placed. */
  readonly onLost: (words: string) => void;
  /** A text that an editor would lose some of is not opened. */
  readonly onClosed: (id: string) => void;
  /** A paste over the limit was refused; both in characters. */
  readonly onTooLong: ItemEditorOptions['onTooLong'];
}

interface Current {
  readonly id: string;
  readonly host: HTMLElement;
  readonly editor: ItemEditor;
  text: HTMLElement;
  /** Its row left the page a moment ago and may come back elsewhere. */
  away: { readonly focused: boolean } | null;
}

const NOTHING: FormattingState = {
  on: [],
  inTitle: false,
  inTable: false,
  link: '',
  selected: false,
};

export class Desk {
  /** Id of the item (or name of the preamble) with the editor; null where none has it. */
  readonly inUse = new Signal<string | null>(null);
  /** Id of the item that is being opened while the editor loads. */
  readonly opening = new Signal<string | null>(null);
  readonly formatting = new Signal<FormattingState>(NOTHING);
  readonly #options: DeskOptions;
  readonly #texts = new Map<string, HTMLElement>();
  #module: EditorModule | null = null;
  #current: Current | null = null;
  #where: Where = END;
  /** Whether the document has been here whole: before, the server's HTML stands. */
  #showing = false;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  get editor(): ItemEditor | null {
    return this.#current?.editor ?? null;
  }

  /** Where the caret stands, for undo to come back to. */
  spot(): Spot | null {
    const current = this.#current;
    return current && { id: current.id, selection: current.editor.selectionBefore() };
  }

  /** Takes the element that shows an item's words; the returned function gives it up. */
  attach(id: string, text: HTMLElement): () => void {
    this.#texts.set(id, text);
    if (this.#current?.id === id) this.#comeBack(this.#current, text);
    else this.show(id);
    return () => {
      if (this.#texts.get(id) === text) this.#texts.delete(id);
      if (this.#current?.id === id && this.#current.text === text) this.#goAway(this.#current);
    };
  }

  /** From now on the live document is what is shown. */
  start(): void {
    this.#showing = true;
    for (const id of this.#texts.keys()) this.show(id);
  }

  /** Shows an item's words as they are now; an equal text is not touched. */
  show(id: string): void {
    const text = this.#texts.get(id);
    const fragment = this.#options.view.fragment(id);
    if (!this.#showing || !text || !fragment || this.#current?.id === id) return;
    const title = titleTag(this.#options.view.row(id)?.depth ?? 0, this.#options.sections);
    const template = text.ownerDocument.createElement('template');
    template.innerHTML = fragmentHtml(fragment, { title });
    if (template.innerHTML !== text.innerHTML) text.replaceChildren(template.content);
  }

  /** Brings the editor's code in, so that the first click finds it. */
  async prefetch(): Promise<void> {
    await this.#load();
  }

  /** Opens an item with the caret there. While code or text are still loading, keys are kept. */
  open(id: string, where: Where): void {
    if (!this.#options.mayWrite()) return;
    if (this.#module && this.#showing) {
      this.#mount(this.#module, id, where);
      return;
    }
    const waiting = this.opening.value !== null;
    const parent = this.#texts.get(id)?.parentElement;
    this.#where = where;
    this.opening.set(id);
    if (parent) this.#options.keeper.await(parent);
    if (!waiting) void this.#openWhenReady();
  }

  /** Puts the editor away; with `focus` the item as a whole takes the focus. */
  close({ focus = false } = {}): void {
    const current = this.#current;
    if (!current) return;
    this.#options.history.cut();
    this.#current = null;
    keepStill(current.host, current.text, () => {
      this.#putAway(current);
      this.#options.commit(() => this.inUse.set(null));
    });
    this.formatting.set(NOTHING);
    if (focus) this.focusItem(current.id);
  }

  /** Gives the focus to an item as a whole, not to its text. */
  focusItem(id: string): void {
    this.#texts.get(id)?.closest<HTMLElement>('[data-item]')?.focus();
  }

  /** Mounts the editor again where it is: its view broke, the document did not. */
  remount(): void {
    const current = this.#current;
    if (!current || !this.#module) return;
    const spot = this.spot();
    const focused = current.editor.hasFocus;
    this.close();
    const where: Where = spot?.selection ? { at: 'selection', selection: spot.selection } : END;
    if (focused) this.#mount(this.#module, current.id, where);
  }

  /**
   * Puts the editor away where its text now holds what it does not know: to be called before the editor hears of the
   * change, for it would take that out, for everybody.
   */
  closeUnfit(): void {
    const current = this.#current;
    const fragment = current && this.#options.view.fragment(current.id);
    if (!current || !fragment || (this.#module?.mayBeEdited(fragment) ?? true)) return;
    this.close({ focus: current.editor.hasFocus });
    this.#options.onClosed(current.id);
  }

  /** The item before or after in reading order, opened there; false at the end of the section. */
  walk(id: string, direction: 1 | -1, where: Where): boolean {
    const order = this.#options.view.order();
    const next = order[order.indexOf(id) + direction];
    if (next === undefined || !this.#texts.has(next)) return false;
    this.open(next, where);
    return true;
  }

  destroy(): void {
    if (this.#current) this.#putAway(this.#current);
    this.#current = null;
    this.#texts.clear();
  }

  async #load(): Promise<EditorModule> {
    const module = await this.#options.loadEditor();
    if (!this.#module) this.#options.history.track(module.BINDING);
    this.#module = module;
    return module;
  }

  async #openWhenReady(): Promise<void> {
    const { keeper, loaded, onLost } = this.#options;
    const [module, whole] = await Promise.all([this.#load(), loaded()]);
    const typed = await keeper.take();
    const id = this.opening.value;
    const stayed = keeper.focused;
    this.opening.set(null);
    if (whole && id !== null && stayed) {
      this.#mount(module, id, this.#where);
      if (typed !== '') this.#current?.editor.type(typed);
    } else if (typed.trim() !== '') onLost(typed);
    keeper.remove();
  }

  #mount(module: EditorModule, id: string, where: Where): void {
    const text = this.#texts.get(id);
    const fragment = this.#options.view.fragment(id);
    if (!text || !fragment) return;
    let shift = 0;
    if (this.#current?.id !== id) {
      if (!module.mayBeEdited(fragment)) {
        this.#options.onClosed(id);
        return;
      }
      this.#options.history.cut();
      const host = text.ownerDocument.createElement('div');
      host.className = 'item-editor';
      shift = keepStill(text, host, () => this.#exchange(module, id, text, host, fragment));
    }
    const moved = where.at === 'point' ? { ...where, y: where.y + shift } : where;
    this.#current?.editor.place(moved);
  }

  #exchange(
    module: EditorModule,
    id: string,
    text: HTMLElement,
    host: HTMLElement,
    fragment: NonNullable<ReturnType<RoomView['fragment']>>,
  ): void {
    const { view, awareness, sections, language, describedBy, labelOf, commit } = this.#options;
    const previous = this.#current;
    text.after(host);
    const depth = view.row(id)?.depth ?? 0;
    const editor = module.mountItem({
      host,
      fragment,
      awareness,
      walk: this.#walkOf(id),
      title: view.isPreamble(id) ? null : titleTag(depth, sections),
      label: labelOf(id),
      describedBy,
      language,
      onFormatting: (state) => this.formatting.set(state),
      onComposing: (composing) => view.hold(composing),
      onTooLong: this.#options.onTooLong,
      cut: () => this.#options.history.cut(),
    });
    text.hidden = true;
    this.#current = { id, host, editor, text, away: null };
    if (previous) this.#putAway(previous);
    commit(() => this.inUse.set(id));
  }

  #walkOf(id: string): Walk {
    const { add, remove, step } = this.#options;
    return {
      next: (where) => this.walk(id, 1, where),
      previous: (where) => this.walk(id, -1, where),
      add: () => add(id) !== null,
      removeEmpty: () => {
        if (this.#options.view.isPreamble(id) || !this.walk(id, -1, END)) return false;
        remove(id);
        return true;
      },
      undo: () => step('undo'),
      redo: () => step('redo'),
      leave: () => {
        this.close({ focus: true });
        return true;
      },
    };
  }

  #putAway({ id, host, editor, text }: Current): void {
    this.#options.view.hold(false);
    editor.destroy();
    host.remove();
    text.hidden = false;
    this.show(id);
  }

  #goAway(current: Current): void {
    current.away = { focused: current.editor.hasFocus };
    queueMicrotask(() => {
      if (!current.away || this.#current !== current) return;
      this.#current = null;
      this.#putAway(current);
      this.inUse.set(null);
      this.formatting.set(NOTHING);
      this.#options.onGone(current.id);
    });
  }

  #comeBack(current: Current, text: HTMLElement): void {
    const focused = current.away?.focused ?? false;
    current.text = text;
    current.away = null;
    text.hidden = true;
    text.after(current.host);
    if (focused) current.editor.focus();
  }
}
