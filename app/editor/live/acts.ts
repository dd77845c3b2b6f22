// What one does to items as wholes: each is one step of undo, drawn at once, with the caret where it belongs.
import type * as Y from 'yjs';
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
import type { Target } from '#core/document/edits/placing.ts';
import {
  addReference,
  removeReference,
  setReferenceLevel,
} from '#core/document/edits/references.ts';
import { type EditableRoom, editableRoom } from '#core/document/edits/room.ts';
import type { FieldValue, Reference } from '#core/framework/interchange.ts';
import { kindsUnder } from '#core/framework/kinds.ts';
import type { Template } from '#core/framework/template.ts';
import type { Row } from '../rows.ts';
import type { History } from './history.ts';
import { newItemId } from './ids.ts';
import type { RoomView } from './room-view.ts';

/** Where a new item goes and what it is. */
export interface NewPlace {
  readonly target: Target;
  readonly kind: string;
}

/** The place right after an item in reading order: its first child's place where it has children, else beside it. */
export function placeAfter(rows: readonly Row[], row: Row): NewPlace {
  const next = rows[rows.indexOf(row) + 1];
  if (next?.parent === row.id)
    return { target: { section: row.section, parent: row.id, before: next.id }, kind: next.kind };
  return {
    target: { section: row.section, parent: row.parent, after: row.id },
    kind: row.kind,
  };
}

/** The place at the head of a section. */
export function placeFirst(
  template: Template,
  section: string,
  rows: readonly Row[],
): NewPlace | null {
  const first = rows[0];
  const kind = first?.kind ?? kindsUnder(template, section, '')[0]?.key;
  if (kind === undefined) return null;
  const target = { section, parent: '', ...(first ? { before: first.id } : {}) };
  return { target, kind };
}

/** Ids of an item and of all that stands under it. */
export function subtree(rows: readonly Row[], id: string): string[] {
  const inside = new Set([id]);
  for (const row of rows) if (inside.has(row.parent)) inside.add(row.id);
  return [...inside];
}

/** The acts on a room's items. None throws; each says whether it did something. */
export class Acts {
  readonly #room: EditableRoom;
  readonly #view: RoomView;
  readonly #history: History;
  readonly #commit: (change: () => void) => void;

  constructor(
    doc: Y.Doc,
    template: Template,
    roomKey: string,
    view: RoomView,
    history: History,
    commit: (change: () => void) => void,
  ) {
    this.#room = editableRoom(doc, template, roomKey, Math.random);
    this.#view = view;
    this.#history = history;
    this.#commit = commit;
  }

  /** A new item there; its id, or null where the place is gone. */
  add({ target, kind }: NewPlace): string | null {
    const id = newItemId();
    return this.#do(id, () => addItem(this.#room, { id, kind }, target)) ? id : null;
  }

  /** A new item right after this one, or after this preamble. */
  addAfter(id: string): string | null {
    const { snapshot } = this.#view;
    const at = this.#view.preambles.indexOf(id);
    const head = snapshot.value.sections[at];
    if (head) {
      const place = placeFirst(this.#room.template, head.key, head.rows);
      return place && this.add(place);
    }
    const row = this.#view.row(id);
    return row ? this.add(placeAfter(this.#view.rows(), row)) : null;
  }

  /** Into the bin with all under it; the ids that went there. */
  remove(id: string): string[] {
    const ids = subtree(this.#view.rows(), id);
    return this.#do(id, () => removeItem(this.#room, id, true)) ? ids : [];
  }

  putBack(ids: readonly string[]): boolean {
    const [first = ''] = ids;
    return this.#do(first, () => {
      let done = false;
      this.#room.doc.transact(() => {
        for (const id of ids) done = putBack(this.#room, id) || done;
      }, this.#room.origin);
      return done;
    });
  }

  level(id: string, direction: 'up' | 'down'): boolean {
    return this.#do(id, () => levelItem(this.#room, id, direction));
  }

  shift(id: string, direction: 'earlier' | 'later'): boolean {
    return this.#do(id, () => shiftItem(this.#room, id, direction));
  }

  move(id: string, target: Target): boolean {
    return this.#do(id, () => moveItem(this.#room, id, target));
  }

  setKind(id: string, kind: string): boolean {
    return this.#do(id, () => setKind(this.#room, id, kind));
  }

  setField(id: string, key: string, value: FieldValue | null): boolean {
    return this.#do(id, () => setField(this.#room, id, key, value));
  }

  addReference(id: string, reference: Reference): boolean {
    return this.#do(id, () => addReference(this.#room, id, reference));
  }

  removeReference(id: string, reference: Reference): boolean {
    return this.#do(id, () => removeReference(this.#room, id, reference));
  }

  /** Null takes the level away. */
  setReferenceLevel(id: string, reference: Reference, level: number | null): boolean {
    return this.#do(id, () => setReferenceLevel(this.#room, id, reference, level));
  }

  /** An edit that comes with the editor's code, as one step on an item. */
  run(id: string, edit: (room: EditableRoom) => boolean): boolean {
    return this.#do(id, () => edit(this.#room));
  }

  #do(id: string, act: () => boolean): boolean {
    const done = this.#history.around(id, act);
    if (done) this.#commit(() => this.#view.refresh());
    return done;
  }
}
