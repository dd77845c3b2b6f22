// Edits to items' texts that more than one item takes part in, and those made by the server: split, merge, replace.
import type { RichNode } from '../../framework/interchange.ts';
import { keyBetween } from '../../framework/order.ts';
import { fitNodes, fitsGrammar, mayBeEdited } from '../fit.ts';
import { titleAndBody } from '../plain.ts';
import { isTextblock, normalNodes, readFragment } from '../rich.ts';
import { fieldsOf, itemOf, itemsOf, kindOf, originOf, textOf } from '../room.ts';
import { ITEM_KEY } from '../wire.ts';
import { writeFragment } from '../write.ts';
import { makeShell, mapIn } from './items.ts';
import { makePlace } from './placing.ts';
import { type EditableRoom, editItem, locate, SHELL, treesOf } from './room.ts';

/** A spot in an item's text: child indexes from the text down to a block, and characters into its line. */
export interface TextPosition {
  readonly path: readonly number[];
  /** UTF-16 units; a hard break counts one. */
  readonly offset: number;
}

/** A paragraph longer than this is no title. */
const LONGEST_TITLE = 200;

function cutLine(nodes: readonly RichNode[], offset: number): [RichNode[], RichNode[]] {
  const left: RichNode[] = [];
  const right: RichNode[] = [];
  let rest = offset;
  for (const node of nodes) {
    const text = node.type === 'text' ? (node.text ?? '') : ' ';
    let at = Math.min(Math.max(rest, 0), text.length);
    // Never between the two halves of one character.
    if (/[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at)))
      at--;
    rest -= text.length;
    if (at > 0) left.push(node.type === 'text' ? { ...node, text: text.slice(0, at) } : node);
    if (at < text.length)
      right.push(node.type === 'text' ? { ...node, text: text.slice(at) } : node);
  }
  return [left, right];
}

function cut(
  nodes: readonly RichNode[],
  path: readonly number[],
  offset: number,
): [RichNode[], RichNode[]] {
  const [index = nodes.length, ...deeper] = path;
  const block = nodes[index];
  const before = nodes.slice(0, index);
  const after = nodes.slice(index + 1);
  if (!block) return [before, after];
  const [left, right] =
    deeper.length > 0 && !isTextblock(block)
      ? cut(block.content ?? [], deeper, offset)
      : isTextblock(block)
        ? cutLine(block.content ?? [], offset)
        : offset > 0
          ? [block.content ?? [], []]
          : [[], block.content ?? []];
  const keepLeft = left.length > 0 || block.type === 'itemTitle';
  return [
    keepLeft ? [...before, { ...block, content: left }] : before,
    right.length > 0 ? [{ ...block, content: right }, ...after] : after,
  ];
}

function withTitle(nodes: readonly RichNode[]): RichNode[] {
  const [first, ...rest] = nodes;
  if (first?.type === 'itemTitle') return [...nodes];
  const length = (first?.content ?? []).reduce((sum, node) => sum + (node.text ?? ' ').length, 0);
  return first?.type === 'paragraph' && length <= LONGEST_TITLE
    ? [{ ...first, type: 'itemTitle' }, ...rest]
    : [{ type: 'itemTitle' }, ...nodes];
}

/**
 * Splits an item: what follows the position becomes a new item of that id and of the same kind,
 * right after it, whose origin says from what it was split. A short paragraph that comes first
 * becomes its title. False where the id is taken or the item is not living.
 */
export function splitItem(
  room: EditableRoom,
  id: string,
  position: TextPosition,
  newId: string,
): boolean {
  const trees = treesOf(room);
  const here = locate(trees, id);
  const item = itemOf(room.doc, id);
  const text = textOf(room.doc, id);
  if (!here || !item || !text || itemsOf(room.doc).has(newId)) return false;
  const [head, tail] = cut(normalNodes(readFragment(text)), position.path, position.offset);
  room.doc.transact(() => {
    const map = makeShell(room, {
      id: newId,
      kind: kindOf(item),
      text: withTitle(tail),
      origin: { split: [id] },
    });
    const target = { section: here.section, parent: here.parent?.id ?? '', after: id };
    map.set(ITEM_KEY.place, makePlace(room, trees, newId, target));
  }, SHELL);
  return editItem(room, id, () => {
    itemOf(room.doc, newId)?.set(ITEM_KEY.removed, false);
    writeFragment(text, head);
  });
}

/**
 * Merges one living item into another: its title and body follow the other's, its references and
 * missing fields join, what stood under it stands under the other, and it goes into the bin.
 */
export function mergeItem(room: EditableRoom, from: string, into: string): boolean {
  const trees = treesOf(room);
  const source = locate(trees, from);
  const goal = locate(trees, into);
  const item = itemOf(room.doc, from);
  const text = textOf(room.doc, into);
  if (!source || !goal || !item || !text || from === into || goal.path.includes(from)) return false;
  const sourceText = textOf(room.doc, from);
  return editItem(room, into, (target) => {
    const { title, body } = titleAndBody(sourceText ? readFragment(sourceText) : []);
    const added: RichNode[] = title
      ? [{ type: 'paragraph', content: [{ type: 'text', text: title }] }]
      : [];
    writeFragment(text, [...readFragment(text), ...added, ...body]);
    const fields = mapIn(target, ITEM_KEY.fields);
    for (const [key, value] of Object.entries(fieldsOf(item))) {
      if (!fields.has(key)) fields.set(key, value);
    }
    joinReferences(room, item, target);
    const origin = originOf(target);
    const merged = [...new Set([...(origin.merged ?? []), from])];
    target.set(ITEM_KEY.origin, { ...origin, merged });
    const keys = source.node.children.map((child) => child.id);
    for (const child of keys) {
      const place = makePlace(room, treesOf(room), child, { section: goal.section, parent: into });
      if (place) itemOf(room.doc, child)?.set(ITEM_KEY.place, place);
    }
    item.set(ITEM_KEY.removed, true);
  });
}

function joinReferences(
  room: EditableRoom,
  from: ReturnType<typeof mapIn>,
  into: ReturnType<typeof mapIn>,
): void {
  const own = mapIn(into, ITEM_KEY.references);
  const orders = [...own.values()].map((value) =>
    String((value as { order?: unknown } | null)?.order ?? ''),
  );
  let last = orders.reduce<string | null>(
    (most, one) => (most === null || one > most ? one : most),
    null,
  );
  for (const [key, value] of mapIn(from, ITEM_KEY.references).entries()) {
    if (own.has(key) || typeof value !== 'object' || value === null) continue;
    last = keyBetween(last, null, room.random);
    own.set(key, { ...value, order: last });
  }
}

/** Replaces an item's whole text by the fewest edits (an accepted amendment, a restored wording). */
export function setText(room: EditableRoom, id: string, nodes: readonly RichNode[]): boolean {
  const text = textOf(room.doc, id);
  return text ? editItem(room, id, () => writeFragment(text, nodes)) : false;
}

/**
 * Puts what the grammar knows of an item's text into places where the grammar takes it, so that it
 * may be edited again. Returns whether it may be: what is not known to this program stays as it is.
 */
export function repairText(room: EditableRoom, id: string): boolean {
  const text = textOf(room.doc, id);
  if (!text) return false;
  if (!mayBeEdited(text)) {
    const fitted = fitNodes(normalNodes(readFragment(text)));
    if (fitsGrammar(fitted)) room.doc.transact(() => writeFragment(text, fitted), room.origin);
  }
  return mayBeEdited(text);
}
