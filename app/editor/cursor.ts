// Carets as others publish them: whatever came over the wire, read before anything follows it.
import * as Y from 'yjs';

export interface PublishedCursor {
  readonly anchor: Y.RelativePosition;
  readonly head: Y.RelativePosition;
}

function record(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value))
    : null;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** Null where there is none, undefined where it is no id. */
function idOf(value: unknown): Y.ID | null | undefined {
  if (value === null || value === undefined) return null;
  const said = record(value);
  return said && isCount(said.client) && isCount(said.clock)
    ? Y.createID(said.client, said.clock)
    : undefined;
}

function positionOf(doc: Y.Doc, value: unknown): Y.RelativePosition | null {
  const said = record(value);
  if (!said) return null;
  const type = idOf(said.type);
  const item = idOf(said.item);
  const { tname } = said;
  const named = typeof tname === 'string' && doc.share.has(tname) ? tname : null;
  if (type === undefined || item === undefined) return null;
  if (type === null && item === null && named === null) return null;
  return new Y.RelativePosition(type, named, item, said.assoc === -1 ? -1 : 0);
}

/** The caret in an awareness state; null where there is none, or something that is none. */
export function cursorOf(doc: Y.Doc, cursor: unknown): PublishedCursor | null {
  const said = record(cursor);
  const anchor = positionOf(doc, said?.anchor);
  const head = positionOf(doc, said?.head);
  return anchor && head ? { anchor, head } : null;
}
