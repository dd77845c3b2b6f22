// Walking through all items of a document, or of sections read from anywhere, in reading order.

export interface Walkable<T> {
  readonly id: string;
  readonly children?: readonly T[] | undefined;
}

export interface WalkableSection<T> {
  readonly key: string;
  readonly items?: readonly T[] | undefined;
}

export interface Visit<T> {
  readonly item: T;
  /** Key of the section. */
  readonly section: string;
  readonly parent: T | null;
  /** Ids of the items above, from the section down. */
  readonly path: readonly string[];
  /** Place among its siblings, from 0. */
  readonly index: number;
}

/** Every item with where it stands, parents before children. Takes a document's sections or live ones. */
export function* walkItems<T extends Walkable<T>>(
  sections: readonly WalkableSection<T>[],
): Generator<Visit<T>> {
  function* inside(
    items: readonly T[],
    section: string,
    parent: T | null,
    path: readonly string[],
  ): Generator<Visit<T>> {
    for (const [index, item] of items.entries()) {
      yield { item, section, parent, path, index };
      if (item.children && item.children.length > 0)
        yield* inside(item.children, section, item, [...path, item.id]);
    }
  }
  for (const section of sections) yield* inside(section.items ?? [], section.key, null, []);
}
