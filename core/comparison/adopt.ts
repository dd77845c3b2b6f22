// Giving a document that was read without ids the ids of the items it corresponds to.
import type { DocumentItem, InterchangeDocument, Origin } from '../framework/interchange.ts';
import { walkItems } from '../framework/walk.ts';
import { correspondences } from './correspond.ts';

export interface Adopted {
  readonly document: InterchangeDocument;
  /** What corresponds to what, by the ids the two documents had. */
  readonly pairs: readonly { readonly base: string; readonly head: string }[];
}

/**
 * `head` with the ids of base on the items that correspond, its references and origins following.
 * Items of head alone keep their ids, or get one of their own where base uses it for something else.
 */
export function adoptIds(base: InterchangeDocument, head: InterchangeDocument): Adopted {
  return adoptPairs(base, head, correspondences(base, head));
}

/** The same where it is known what corresponds: ids of base by those of head. */
export function adoptPairs(
  base: InterchangeDocument,
  head: InterchangeDocument,
  found: ReadonlyMap<string, string>,
): Adopted {
  const used = new Set(
    [...base.sections, ...head.sections].flatMap((section) =>
      [...walkItems<DocumentItem>([section])].map(({ item }) => item.id),
    ),
  );
  const taken = new Set([...walkItems<DocumentItem>(base.sections)].map(({ item }) => item.id));
  const ids = new Map(found);
  for (const { item } of walkItems<DocumentItem>(head.sections)) {
    if (ids.has(item.id)) continue;
    let id = item.id;
    for (let again = 2; taken.has(item.id) && used.has(id); again++) id = `${item.id}-${again}`;
    used.add(id);
    ids.set(item.id, id);
  }
  const renamed = (id: string) => ids.get(id) ?? id;
  const own = head.framework.slug;
  const originOf = ({ copied, ...lists }: Origin): Origin => ({
    ...Object.fromEntries(Object.entries(lists).map(([kind, from]) => [kind, from?.map(renamed)])),
    ...(copied ? { copied } : {}),
  });
  const itemOf = (item: DocumentItem): DocumentItem => ({
    ...item,
    id: renamed(item.id),
    ...(item.references
      ? {
          references: item.references.map((reference) =>
            reference.framework === undefined || reference.framework === own
              ? { ...reference, item: renamed(reference.item) }
              : reference,
          ),
        }
      : {}),
    ...(item.origin ? { origin: originOf(item.origin) } : {}),
    ...(item.children ? { children: item.children.map(itemOf) } : {}),
  });
  return {
    document: {
      ...head,
      sections: head.sections.map((section) => ({
        ...section,
        ...(section.items ? { items: section.items.map(itemOf) } : {}),
      })),
    },
    pairs: [...found].map(([one, other]) => ({ base: other, head: one })),
  };
}
