// Tells whether an update says something else than what the text holds under the very same Yjs ids: Yjs itself would take the second for known, and lose it without a word.
import { equalityDeep } from 'lib0/function';
import * as Y from 'yjs';
import type { OpenedUpdate } from './updates.ts';

/** Stands for each half of a pair of code units that was cut apart by Yjs: what stood there is not known any more. */
const CUT = '\ufffd';

/**
 * Whether somewhere `update` and `doc` hold different things under the same client and clock. Where one of them was
 * deleted and collected, what it was is unknown: that is no difference.
 */
export function clashes(doc: Y.Doc, update: OpenedUpdate): boolean {
  return update.structs.some((struct) => struct instanceof Y.Item && clashesAnywhere(doc, struct));
}

function clashesAnywhere({ store }: Y.Doc, said: Y.Item): boolean {
  const { client, clock } = said.id;
  const end = Math.min(clock + said.length, Y.getState(store, client));
  const structs = store.clients.get(client);
  // Nearly always: what comes is new.
  if (!structs || clock >= end) return false;
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
    const known = structs[at];
    if (!known || known.id.clock >= end) return false;
    if (!(known instanceof Y.Item)) continue;
    const from = Math.max(clock, known.id.clock);
    const to = Math.min(end, known.id.clock + known.length);
    if (!isSame(known, said, from, to)) return true;
  }
  return false;
}

/** Whether both say the same for clocks `from` to `to - 1`, which both hold. */
function isSame(known: Y.Item, said: Y.Item, from: number, to: number): boolean {
  if (known.content instanceof Y.ContentDeleted || said.content instanceof Y.ContentDeleted) {
    return true;
  }
  const bothBegin = known.id.clock === from && said.id.clock === from;
  if (bothBegin && !isSamePlace(known, said)) return false;
  const [a, b] = [known.content, said.content];
  const [fromA, fromB, length] = [from - known.id.clock, from - said.id.clock, to - from];
  if (a instanceof Y.ContentString && b instanceof Y.ContentString) {
    return sameLetters(a.str.slice(fromA, fromA + length), b.str.slice(fromB, fromB + length));
  }
  if (isList(a) && isList(b)) {
    return equalityDeep(a.arr.slice(fromA, fromA + length), b.arr.slice(fromB, fromB + length));
  }
  return equalityDeep(whatIs(a), whatIs(b));
}

/** Where an item was put: what it was put after and before, or in which key. */
function isSamePlace(known: Y.Item, said: Y.Item): boolean {
  // Which key is written only where no neighbour says it.
  const sameKey = said.parentSub === null || said.parentSub === known.parentSub;
  return (
    sameKey &&
    Y.compareIDs(known.origin, said.origin) &&
    Y.compareIDs(known.rightOrigin, said.rightOrigin)
  );
}

function sameLetters(a: string, b: string): boolean {
  if (a === b) return true;
  if (!a.includes(CUT) && !b.includes(CUT)) return false;
  for (let at = 0; at < a.length; at++) {
    if (a[at] !== b[at] && a[at] !== CUT && b[at] !== CUT) return false;
  }
  return true;
}

function isList(content: Y.Item['content']): content is Y.ContentAny | Y.ContentJSON {
  return content instanceof Y.ContentAny || content instanceof Y.ContentJSON;
}

/** A content that is one whole, as values that can be compared. */
function whatIs(content: Y.Item['content']): unknown[] {
  if (content instanceof Y.ContentFormat) return ['format', content.key, content.value];
  if (content instanceof Y.ContentEmbed) return ['embed', content.embed];
  if (content instanceof Y.ContentBinary) return ['binary', content.content];
  if (content instanceof Y.ContentDoc) return ['document', content.doc.guid];
  if (content instanceof Y.ContentType) {
    const { type } = content;
    const name = type instanceof Y.XmlElement ? type.nodeName : '';
    return ['type', kindOf(type), name];
  }
  return [isList(content) ? 'list' : 'letters'];
}

/** Yjs's own number of a kind of type, as it is written. */
function kindOf(type: Y.AbstractType<unknown>): number {
  const kinds = [Y.Array, Y.XmlHook, Y.Map, Y.XmlElement, Y.XmlText, Y.XmlFragment, Y.Text];
  return kinds.findIndex((kind) => type instanceof kind);
}
