// How deep a text may go: what is deeper than any text can be taken, and then breaks the stack of whoever loads, reads or deletes it.
import * as Y from 'yjs';
import type { OpenedUpdate } from './updates.ts';

/** Values within values, and elements within elements; a list of two hundred levels is within it. */
const DEEPEST = 500;

/** What a struct holds beside words and elements: values of attributes, marks and fields. */
export function valuesOf(content: Y.Item['content']): readonly unknown[] {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr;
  if (content instanceof Y.ContentFormat) return [content.value];
  if (content instanceof Y.ContentEmbed) return [content.embed];
  return [];
}

/** Whether none of `values` goes deeper than that. */
export function isShallow(values: readonly unknown[]): boolean {
  let level = values;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return false;
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null && !(value instanceof Uint8Array)
        ? Object.values(value)
        : [],
    );
  }
  return true;
}

/** Whether the update holds elements of its own; what waited for it may hold others. */
export function bringsElements({ structs }: Pick<OpenedUpdate, 'structs'>): boolean {
  return structs.some(
    (struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentType,
  );
}

/** Whether something new of this transaction stands deeper than that. */
export function isTooDeep({ doc, beforeState, afterState }: Y.Transaction): boolean {
  for (const [client, after] of afterState) {
    const structs = doc.store.clients.get(client);
    const before = beforeState.get(client) ?? 0;
    if (!structs || after <= before) continue;
    for (let at = Y.findIndexSS(structs, before); at < structs.length; at++) {
      const struct = structs[at];
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) continue;
      if (depthOf(struct) > DEEPEST) return true;
    }
  }
  return false;
}

/** Counts no further than it must. */
function depthOf(item: Y.Item): number {
  let depth = 0;
  for (let at: Y.Item | null = item; at && depth <= DEEPEST; depth++) {
    at = at.parent instanceof Y.AbstractType ? at.parent._item : null;
  }
  return depth;
}
