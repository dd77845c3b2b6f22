// One person at the real editor of an item: Tiptap with its keys, the page's undo, and a client of the room behind it.
import type { Editor } from '@tiptap/core';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { BINDING, type ItemEditor, mountItem } from '#app/editor/item/mount.ts';
import { History } from '#app/editor/live/history.ts';
import { type EditableRoom, editableRoom } from '#core/document/edits/room.ts';
import { mayBeEdited } from '#core/document/fit.ts';
import { normalNodes, readFragment, sameNodes } from '#core/document/rich.ts';
import { itemOf, preambleOf, textOf } from '#core/document/room.ts';
import { ITEM_KEY, PREAMBLE } from '#core/document/wire.ts';
import type { RichNode } from '#core/framework/interchange.ts';
import type { Random } from '#core/framework/order.ts';
import type { Template } from '#core/framework/template.ts';
import { editor as account, PairedClient } from '#tests/server/sync/socket-pair.ts';
import { type Letters, lettersIn } from '#tests/server/sync/writer.ts';

export interface PersonParts {
  readonly name: string;
  /** Yjs client id, so that a seed plays the same each time. */
  readonly clientId: number;
  readonly template: Template;
  readonly roomKey: string;
  readonly random: Random;
  readonly letters: Letters;
}

/** What went wrong at this person's screen. */
export interface Mishaps {
  /** Own acts that threw. */
  readonly acts: string[];
  /** Changes from outside that threw out of the mounted editor. */
  readonly deliveries: string[];
}

const NOTHING = () => false;

export class Person {
  readonly client: PairedClient;
  readonly room: EditableRoom;
  readonly mishaps: Mishaps = { acts: [], deliveries: [] };
  readonly #parts: PersonParts;
  readonly #history: History;
  readonly #awareness: Awareness;
  readonly #host = document.createElement('div');
  #open: { readonly id: string; readonly editor: ItemEditor } | null = null;
  #broken = false;
  #made = 0;

  constructor(parts: PersonParts) {
    this.#parts = parts;
    const { name, clientId, template, roomKey, random } = parts;
    const doc = new Y.Doc();
    doc.clientID = clientId;
    this.client = new PairedClient(account(name), {
      room: roomKey,
      doc,
      keeps: true,
      onBrokenView: (error) => {
        this.mishaps.deliveries.push(String(error));
        this.#broken = true;
      },
    });
    this.room = editableRoom(doc, template, roomKey, random);
    this.#history = new History(doc, this.room.sections, () => this.#spot());
    this.#history.track(BINDING);
    this.#awareness = new Awareness(doc);
    document.body.append(this.#host);
  }

  get doc(): Y.Doc {
    return this.client.doc;
  }

  get name(): string {
    return this.#parts.name;
  }

  newId(): string {
    return `${this.name}-${++this.#made}`;
  }

  get random(): Random {
    return this.#parts.random;
  }

  /** Id of the item in use; '' where none is. */
  get at(): string {
    return this.#open?.id ?? '';
  }

  /** The editor of the item in use; opens `id` where it is another. Null where it may not be opened. */
  editorOf(id: string): Editor | null {
    if (this.#broken) this.close();
    const fragment = this.fragment(id);
    if (!fragment || itemOf(this.doc, id)?.get(ITEM_KEY.removed) === true) {
      if (this.#open?.id === id) this.close();
      return null;
    }
    if (this.#open?.id !== id) this.#mount(id, fragment);
    return this.#open ? this.#tiptap() : null;
  }

  fragment(id: string): Y.XmlFragment | null {
    return id === PREAMBLE ? preambleOf(this.doc, id) : textOf(this.doc, id);
  }

  /** What the page itself can do with the item in use. */
  get mounted(): ItemEditor | null {
    return this.#open?.editor ?? null;
  }

  close(): void {
    this.#broken = false;
    if (!this.#open) return;
    this.#history.cut();
    this.#open.editor.destroy();
    this.#open = null;
    this.#host.replaceChildren();
  }

  /** Does an act that may take letters away or bring them back, as a step of its own; notes which. */
  act(does: () => void): void {
    this.#history.cut();
    const before = lettersIn(this.doc);
    this.#try(does);
    const after = lettersIn(this.doc);
    const { deleted, restored } = this.#parts.letters;
    for (const letter of before.keys()) if (!after.has(letter)) deleted.add(letter);
    for (const letter of after.keys()) {
      if (!before.has(letter) && deleted.has(letter)) restored.add(letter);
    }
    this.#history.cut();
  }

  /** Types a letter where the caret stands, or over what is selected. */
  type(editor: Editor): void {
    const does = () => {
      const { view, state } = editor;
      view.dispatch(state.tr.insertText(this.#parts.letters.next()).scrollIntoView());
    };
    if (editor.state.selection.empty) this.#try(does);
    else this.act(does);
  }

  letter(): string {
    return this.#parts.letters.next();
  }

  structural(id: string, does: () => void): void {
    this.act(() => this.#history.around(id, does));
  }

  step(direction: 'undo' | 'redo'): void {
    this.act(() => this.#history.step(direction));
  }

  /** Whether the mounted editor shows something else than the document says. */
  get isStale(): boolean {
    if (!this.#open) return false;
    const fragment = this.fragment(this.#open.id);
    const shown = this.#tiptap()?.getJSON().content ?? [];
    // A text without any block is shown with the empty paragraph that a caret needs.
    const said = fragment ? normalNodes(readFragment(fragment)) : [];
    const shows = normalNodes(shown as RichNode[]);
    const empty = said.length === 0 && shows.length === 1 && shows[0]?.content === undefined;
    return !empty && !sameNodes(said, shows);
  }

  destroy(): void {
    this.close();
    this.#history.destroy();
    this.#awareness.destroy();
    this.#host.remove();
    this.doc.destroy();
  }

  #try(does: () => void): void {
    try {
      does();
    } catch (error) {
      this.mishaps.acts.push(
        error instanceof Error ? `${error.message}\n${error.stack}` : String(error),
      );
    }
  }

  #spot() {
    const open = this.#open;
    return open && { id: open.id, selection: open.editor.selectionBefore() };
  }

  #tiptap(): Editor | null {
    const view: (Element & { editor?: Editor }) | null = this.#host.querySelector('.ProseMirror');
    return view?.editor ?? null;
  }

  #mount(id: string, fragment: Y.XmlFragment): void {
    this.close();
    if (!mayBeEdited(fragment)) return;
    const undo = (direction: 'undo' | 'redo') => () => {
      this.#history.step(direction);
      return true;
    };
    const editor = mountItem({
      host: this.#host,
      fragment,
      awareness: this.#awareness,
      walk: {
        next: NOTHING,
        previous: NOTHING,
        add: NOTHING,
        removeEmpty: NOTHING,
        undo: undo('undo'),
        redo: undo('redo'),
        leave: NOTHING,
      },
      title: id === PREAMBLE ? null : 'h3',
      label: id,
      describedBy: '',
      language: 'fr',
      onFormatting: () => {},
      cut() {},
      onTooLong() {},
      onComposing: () => {},
    });
    this.#open = { id, editor };
  }
}
