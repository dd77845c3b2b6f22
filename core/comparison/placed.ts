// The items of a document by id, each with the place it stands in.
import type { DocumentItem, InterchangeDocument } from '../framework/interchange.ts';
import { walkItems } from '../framework/walk.ts';

export interface PlacedItem {
  readonly id: string;
  readonly item: DocumentItem;
  readonly section: string;
  /** Id of the item above, '' for one that stands in the section itself. */
  readonly parent: string;
  readonly path: readonly string[];
  readonly index: number;
  /** Its place in reading order, from 0, through the whole document. */
  readonly order: number;
}

/**
 * All items in reading order. Ids are unique in a valid document; where one stands twice all the
 * same, the first bears it and the others get one of their own, so that none is lost.
 */
export function placedItems(document: InterchangeDocument): Map<string, PlacedItem> {
  const placed = new Map<string, PlacedItem>();
  const ids = new Map<DocumentItem, string>();
  for (const { item, section, parent, path, index } of walkItems<DocumentItem>(document.sections)) {
    let id = item.id;
    for (let again = 2; placed.has(id); again++) id = `${item.id}~${again}`;
    ids.set(item, id);
    placed.set(id, {
      id,
      item,
      section,
      parent: parent ? (ids.get(parent) ?? parent.id) : '',
      path,
      index,
      order: placed.size,
    });
  }
  return placed;
}
