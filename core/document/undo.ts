// Undo of a room: one manager over its items and preambles, which never takes another person's words away.
import * as Y from 'yjs';
import { STRUCTURE } from './edits/room.ts';
import { itemsOf, preambleOf } from './room.ts';
import { preambleName } from './wire.ts';

/**
 * Which insertions undo may delete: never a map (an item's shell), never a container that still
 * holds something, since that may be another person's.
 */
export function keepFilled(item: Y.Item): boolean {
  if (!(item.content instanceof Y.ContentType)) return true;
  const { type } = item.content;
  if (type instanceof Y.Map && !(type instanceof Y.XmlHook)) return false;
  return type._length === 0;
}

/**
 * The one undo manager of a room. `bindings` are the origins of the editor's binding (y-tiptap's
 * `ySyncPluginKey`). Call `stopCapturing()` on every change of focus and around structural edits;
 * use neither Tiptap's `undoRedo` nor the binding's undo plugin, which destroy it with the view.
 */
export function roomUndo(
  doc: Y.Doc,
  sections: readonly string[],
  bindings: readonly unknown[],
): Y.UndoManager {
  const preambles = sections.map((key) => preambleOf(doc, preambleName(key, sections.length)));
  return new Y.UndoManager([itemsOf(doc), ...preambles], {
    trackedOrigins: new Set<unknown>([STRUCTURE, ...bindings]),
    captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
    deleteFilter: keepFilled,
  });
}
