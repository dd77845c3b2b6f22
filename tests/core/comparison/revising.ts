// Changing a document for a test: each change says what it does to one item.
import type { DocumentItem, InterchangeDocument } from '#core/framework/interchange.ts';
import { walkItems } from '#core/framework/walk.ts';

export interface Revising {
  /** Gives an item other words or facts. */
  change(id: string, to: Partial<DocumentItem>): void;
  remove(id: string): void;
  /** Puts a new item under a parent (or a section's key), before the child at `index` (or last). */
  add(
    parent: string,
    item: Partial<DocumentItem> & { id: string; kind: string },
    index?: number,
  ): void;
  move(id: string, parent: string, index?: number): void;
  /** Points every reference to one item at another. */
  repoint(from: string, to: string): void;
}

/** A copy of a document, changed by `act`. */
export function revise(
  document: InterchangeDocument,
  act: (revising: Revising) => void,
): InterchangeDocument {
  const copy = structuredClone(document);
  const all = () => [...walkItems<DocumentItem>(copy.sections)];
  const found = (id: string): DocumentItem => {
    const visit = all().find(({ item }) => item.id === id);
    if (!visit) throw new Error(`no item ${id}`);
    return visit.item;
  };
  const childrenOf = (parent: string): DocumentItem[] => {
    const section = copy.sections.find(({ key }) => key === parent);
    const holder = section ?? found(parent);
    const children = section ? section.items : found(parent).children;
    if (children) return children;
    const made: DocumentItem[] = [];
    Object.assign(holder, section ? { items: made } : { children: made });
    return made;
  };
  const take = (id: string): DocumentItem => {
    const visit = all().find(({ item }) => item.id === id);
    if (!visit) throw new Error(`no item ${id}`);
    const siblings = childrenOf(visit.parent?.id ?? visit.section);
    return siblings.splice(visit.index, 1)[0] ?? visit.item;
  };
  act({
    change: (id, to) => Object.assign(found(id), to),
    remove: (id) => void take(id),
    add: (parent, item, index = Number.POSITIVE_INFINITY) =>
      void childrenOf(parent).splice(index, 0, item),
    move: (id, parent, index = Number.POSITIVE_INFINITY) => {
      const item = take(id);
      childrenOf(parent).splice(index, 0, item);
    },
    repoint: (from, to) => {
      for (const { item } of all())
        for (const reference of item.references ?? [])
          if (reference.item === from) reference.item = to;
    },
  });
  return copy;
}
