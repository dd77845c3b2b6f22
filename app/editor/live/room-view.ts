// A room as it is now, followed live: rows that change, and which item's words changed.
import type * as Y from 'yjs';
import {
  type BinnedItem,
  binOf,
  itemOf,
  itemsOf,
  preambleOf,
  readRoom,
  sectionsOfRoom,
  textOf,
  titleOf,
} from '#core/document/room.ts';
import { ITEM_KEY, preambleName } from '#core/document/wire.ts';
import type { Language } from '#core/framework/interchange.ts';
import type { Template } from '#core/framework/template.ts';
import { keepSameRows, type Row, rowsOfSections, type SectionRows } from '../rows.ts';
import { Signal } from './signal.ts';

export interface RoomSnapshot {
  readonly sections: readonly SectionRows[];
  readonly bin: readonly BinnedItem[];
}

export interface RoomViewOptions {
  readonly doc: Y.Doc;
  readonly template: Template;
  readonly roomKey: string;
  readonly language: Language;
}

/** Others' changes of structure are gathered this long, in milliseconds, before the list is drawn again. */
const GATHERING = 40;

/** Follows a room's document. Snapshots keep the identity of what did not change. */
export class RoomView {
  readonly #options: RoomViewOptions;
  readonly snapshot: Signal<RoomSnapshot>;
  readonly #textListeners = new Set<(id: string) => void>();
  readonly #preambles: readonly string[];
  #index: ReadonlyMap<string, Row> = new Map();
  #indexed: readonly SectionRows[] | null = null;
  #stale = false;
  #held = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: RoomViewOptions, served: readonly SectionRows[]) {
    this.#options = options;
    this.snapshot = new Signal<RoomSnapshot>({ sections: served, bin: [] });
    const sections = sectionsOfRoom(options.template, options.roomKey);
    this.#preambles = sections.map((key) => preambleName(key, sections.length));
    itemsOf(options.doc).observeDeep(this.#itemsChanged);
    for (const name of this.#preambles) {
      preambleOf(options.doc, name).observeDeep(() => this.#tellText(name));
    }
  }

  /** Calls back with the id of an item, or the name of a preamble, whose words changed. */
  subscribeTexts(listener: (id: string) => void): () => void {
    this.#textListeners.add(listener);
    return () => this.#textListeners.delete(listener);
  }

  /** Rows of all sections in reading order. */
  rows(): Row[] {
    return this.snapshot.value.sections.flatMap(({ rows }) => rows);
  }

  row(id: string): Row | undefined {
    const { sections } = this.snapshot.value;
    if (this.#indexed !== sections) {
      this.#indexed = sections;
      this.#index = new Map(this.rows().map((row) => [row.id, row]));
    }
    return this.#index.get(id);
  }

  /** What can be written in, in reading order: each section's preamble, then its items. */
  order(): string[] {
    return this.snapshot.value.sections.flatMap(({ rows }, at) => [
      this.#preambles[at] ?? '',
      ...rows.map(({ id }) => id),
    ]);
  }

  /** The shared text of an item or of a preamble; null where there is none. */
  fragment(id: string): Y.XmlFragment | null {
    const { doc } = this.#options;
    return this.#preambles.includes(id) ? preambleOf(doc, id) : textOf(doc, id);
  }

  isPreamble(id: string): boolean {
    return this.#preambles.includes(id);
  }

  /** Names of the preambles, in the sections' order. */
  get preambles(): readonly string[] {
    return this.#preambles;
  }

  /** While an input method composes, the list stands still: moving its node would break the word off. */
  hold(held: boolean): void {
    this.#held = held;
    if (!held && this.#stale) this.refresh();
  }

  /** Reads the room again, now. */
  refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#stale = false;
    const { doc, template, roomKey, language } = this.#options;
    const live = readRoom(doc, template, roomKey, language);
    const numbers = new Map<string, string>();
    const note = (items: (typeof live)[number]['items']) => {
      for (const item of items) {
        numbers.set(item.id, item.number);
        note(item.children);
      }
    };
    for (const section of live) note(section.items);
    const before = this.snapshot.value;
    const sections = keepSameRows(before.sections, rowsOfSections(live, numbers));
    const bin = binOf(doc);
    const sameBin = JSON.stringify(bin) === JSON.stringify(before.bin);
    if (sections === before.sections && sameBin) return;
    this.snapshot.set({ sections, bin: sameBin ? before.bin : bin });
  }

  destroy(): void {
    clearTimeout(this.#timer);
    itemsOf(this.#options.doc).unobserveDeep(this.#itemsChanged);
    this.#textListeners.clear();
  }

  readonly #itemsChanged = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) => {
    const texts = new Set<string>();
    let structure = false;
    for (const { path } of events) {
      if (path.length >= 2 && path[1] === ITEM_KEY.text) texts.add(String(path[0]));
      else structure = true;
    }
    for (const id of texts) {
      this.#tellText(id);
      const item = itemOf(this.#options.doc, id);
      if (item && titleOf(item) !== this.row(id)?.title) structure = true;
    }
    if (!structure) return;
    this.#stale = true;
    if (!this.#held) this.#timer ??= setTimeout(() => this.refresh(), GATHERING);
  };

  #tellText(id: string): void {
    for (const listener of this.#textListeners) listener(id);
  }
}
