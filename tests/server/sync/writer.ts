// Somebody who writes in a room as the editor does it: letter by letter, rebuilding paragraphs, moving items about.
import * as Y from 'yjs';
import {
  addItem,
  levelItem,
  moveItem,
  putBack,
  removeItem,
  setField,
  setKind,
  shiftItem,
} from '#core/document/edits/items.ts';
import { type EditableRoom, editableRoom, locate, treesOf } from '#core/document/edits/room.ts';
import { mergeItem, splitItem } from '#core/document/edits/text.ts';
import { itemsOf, preambleOf, textOf } from '#core/document/room.ts';
import { roomUndo } from '#core/document/undo.ts';
import { preambleName } from '#core/document/wire.ts';
import type { Random } from '#core/framework/order.ts';
import type { Template } from '#core/framework/template.ts';

/** Letters that are each typed once: what becomes of every one of them can be told at the end. */
export class Letters {
  readonly typed = new Set<string>();
  readonly deleted = new Set<string>();
  /** Deleted, and then brought back by somebody's own act: by undo, for instance. */
  readonly restored = new Set<string>();

  next(): string {
    const letter = String.fromCodePoint(0x4e00 + this.typed.size);
    this.typed.add(letter);
    return letter;
  }
}

/** Origin of what the editor's binding writes. */
const BINDING = 'binding';

/** All letters in a document and how often each, of items in the bin too where `counted` does not say no. */
export function lettersIn(
  doc: Y.Doc,
  counted: (id: string) => boolean = () => true,
): Map<string, number> {
  const counts = new Map<string, number>();
  let all = '';
  for (const id of itemsOf(doc).keys()) if (counted(id)) all += textOf(doc, id)?.toString() ?? '';
  for (const name of doc.share.keys()) {
    if (name.startsWith('preamble')) all += doc.getXmlFragment(name).toString();
  }
  for (const letter of all.match(/[\u4e00-\u9fff]/g) ?? []) {
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return counts;
}

export class Writer {
  readonly room: EditableRoom;
  readonly #undo: Y.UndoManager;
  #caret: { text: Y.XmlText; at: number } | null = null;
  #made = 0;

  constructor(
    readonly name: string,
    readonly doc: Y.Doc,
    template: Template,
    roomKey: string,
    private readonly random: Random,
    private readonly letters: Letters,
  ) {
    this.room = editableRoom(doc, template, roomKey, random);
    this.#undo = roomUndo(doc, this.room.sections, [BINDING]);
  }

  /** Does one thing, by chance. */
  act(): void {
    if (this.random() < 0.6) {
      this.#type();
      return;
    }
    const acts = [
      () => this.#rebuild(),
      () => this.#rebuild(),
      () => this.#enter(),
      () => this.#join(),
      () => this.#deleteSome(),
      () => this.#replaceAll(),
      () => this.#add(),
      () => this.#move(),
      () => levelItem(this.room, this.#any(), this.random() < 0.5 ? 'up' : 'down'),
      () => shiftItem(this.room, this.#any(), this.random() < 0.5 ? 'earlier' : 'later'),
      () => removeItem(this.room, this.#any(), this.random() < 0.3),
      () => putBack(this.room, this.#pick([...itemsOf(this.doc).keys()]) ?? ''),
      () => setKind(this.room, this.#any(), this.#kind()),
      () => setField(this.room, this.#any(), 'assessment', this.name),
      () => this.#split(),
      () => mergeItem(this.room, this.#any(), this.#any()),
      () => this.#undo.undo(),
      () => this.#undo.redo(),
    ];
    this.#undo.stopCapturing();
    const before = lettersIn(this.doc);
    this.#pick(acts)?.();
    const after = lettersIn(this.doc);
    for (const letter of before.keys()) if (!after.has(letter)) this.letters.deleted.add(letter);
    this.#undo.stopCapturing();
  }

  #type(): void {
    if (!this.#caret || this.#caret.text._item?.deleted || this.random() < 0.2)
      this.#caret = this.#spot();
    const caret = this.#caret;
    if (!caret) return;
    caret.at = Math.min(caret.at, caret.text.length);
    this.doc.transact(() => caret.text.insert(caret.at, this.letters.next()), BINDING);
    caret.at++;
  }

  #spot(): { text: Y.XmlText; at: number } | null {
    const fragment = this.#fragment();
    if (!fragment) return null;
    const line = this.#pick(linesOf(fragment));
    const text = line ? textIn(line) : null;
    if (text) return { text, at: Math.floor(this.random() * (text.length + 1)) };
    const made = element('paragraph', '');
    this.doc.transact(() => {
      if (line) line.insert(0, [new Y.XmlText()]);
      else fragment.insert(0, [made]);
    }, BINDING);
    const found = textIn(line ?? made);
    return found ? { text: found, at: 0 } : null;
  }

  /** A paragraph becomes a title or back: as the binding does it, by a new element. */
  #rebuild(): void {
    this.#atLine((fragment, line, index, words) => {
      fragment.delete(index, 1);
      fragment.insert(index, [
        element(line.nodeName === 'paragraph' ? 'itemTitle' : 'paragraph', words),
      ]);
    });
  }

  #enter(): void {
    this.#atLine((fragment, line, index, words) => {
      const text = textIn(line);
      if (!text) return;
      const at = Math.floor(this.random() * (text.length + 1));
      text.delete(at, text.length - at);
      fragment.insert(index + 1, [element('paragraph', words.slice(at))]);
    });
  }

  #join(): void {
    this.#atLine((fragment, _line, index, words) => {
      const before = index > 0 ? fragment.get(index - 1) : null;
      const text = before instanceof Y.XmlElement ? textIn(before) : null;
      if (!text) return;
      fragment.delete(index, 1);
      text.insert(text.length, words);
    });
  }

  #deleteSome(): void {
    this.#atLine((_fragment, line) => {
      const text = textIn(line);
      if (!text || text.length === 0) return;
      const at = Math.floor(this.random() * text.length);
      text.delete(at, Math.min(1 + Math.floor(this.random() * 4), text.length - at));
    });
  }

  #replaceAll(): void {
    if (this.random() < 0.7) return;
    const fragment = this.#fragment();
    this.doc.transact(() => {
      fragment?.delete(0, fragment.length);
      fragment?.insert(0, [element('itemTitle', this.letters.next()), element('paragraph', '')]);
    }, BINDING);
  }

  #atLine(
    change: (fragment: Y.XmlFragment, line: Y.XmlElement, index: number, words: string) => void,
  ): void {
    const fragment = this.#fragment();
    const line = fragment && this.#pick(linesOf(fragment));
    if (!fragment || !line) return;
    const index = fragment.toArray().indexOf(line);
    this.doc.transact(() => change(fragment, line, index, textIn(line)?.toString() ?? ''), BINDING);
  }

  #add(): void {
    const id = `${this.name}-${++this.#made}`;
    addItem(
      this.room,
      { id, kind: this.#kind() },
      { section: this.#section(), parent: this.random() < 0.4 ? this.#any() : '' },
    );
  }

  #move(): void {
    const parent = this.random() < 0.5 ? this.#any() : '';
    moveItem(this.room, this.#any(), { section: this.#section(), parent, after: this.#any() });
  }

  #split(): void {
    const id = this.#any();
    const index = Math.floor(this.random() * 3);
    const made = `${this.name}-${++this.#made}`;
    splitItem(this.room, id, { path: [index], offset: Math.floor(this.random() * 6) }, made);
  }

  #fragment(): Y.XmlFragment | null {
    if (this.random() < 0.1) {
      return preambleOf(this.doc, preambleName(this.#section(), this.room.sections.length));
    }
    return textOf(this.doc, this.#any());
  }

  /** A living item, few of them often: people meet. */
  #any(): string {
    const trees = treesOf(this.room);
    const ids = [...itemsOf(this.doc).keys()].filter((id) => locate(trees, id)).sort();
    return this.#pick(ids.slice(0, this.random() < 0.7 ? 2 : ids.length)) ?? '';
  }

  #section(): string {
    return this.#pick(this.room.sections) ?? '';
  }

  #kind(): string {
    const section = this.room.template.sections.find((one) => one.key === this.#section());
    return this.#pick(section?.kinds ?? [])?.key ?? '';
  }

  #pick<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.random() * list.length)];
  }
}

function linesOf(fragment: Y.XmlFragment): Y.XmlElement[] {
  return fragment.toArray().filter((child) => child instanceof Y.XmlElement);
}

function textIn(line: Y.XmlElement): Y.XmlText | null {
  return line.toArray().find((child) => child instanceof Y.XmlText) ?? null;
}

function element(name: string, words: string): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.insert(0, [new Y.XmlText(words)]);
  return made;
}
