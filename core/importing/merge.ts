// What a present text becomes when a file comes into it: recognised items stay the same items, with all that no file says.
import { adoptPairs } from '../comparison/adopt.ts';
import type { Comparison } from '../comparison/comparison.ts';
import { nodesOfPreamble, writtenText } from '../document/bodies.ts';
import type {
  DocumentItem,
  DocumentSection,
  InterchangeDocument,
} from '../framework/interchange.ts';
import { walkItems } from '../framework/walk.ts';

/**
 * `update`: the file's sections take the place of the present ones; items that are recognised stay
 * the same items, those that the file lacks go into the bin. `add`: the file's items follow those
 * that are there.
 */
export const IMPORT_WAYS = ['update', 'add'] as const;
export type ImportWay = (typeof IMPORT_WAYS)[number];

type Pairs = NonNullable<Comparison['pairs']>;

/**
 * The whole text as it would be: `read` is a document without ids of its own, `pairs` says which of
 * its items are which of base's (`compareDocuments` by likeness). Sections that the file does not
 * speak of stay, and so do fields, references and origins, which no file has, and a preamble where
 * the file has no words before its first item.
 */
export function mergeImport(
  base: InterchangeDocument,
  read: InterchangeDocument,
  way: ImportWay,
  pairs: Pairs = [],
): InterchangeDocument {
  const found = way === 'add' ? [] : pairs;
  const ids = new Map(found.map(({ base: id, head }) => [head, id]));
  const { document } = adoptPairs(base, { ...read, framework: base.framework }, ids);
  const keys = new Set([...base.sections, ...document.sections].map(({ key }) => key));
  const join = way === 'add' ? added : updated;
  const present = new Map(
    [...walkItems<DocumentItem>(base.sections)].map(({ item }) => [item.id, item]),
  );
  return {
    ...base,
    sections: [...keys].map((key) => {
      const before = base.sections.find((section) => section.key === key);
      const come = document.sections.find((section) => section.key === key);
      return before && come ? join(before, come, present) : (come ?? before ?? { key });
    }),
  };
}

function preambleOf({ preamble, preambleDoc }: DocumentSection): Omit<DocumentSection, 'key'> {
  return {
    ...(preamble === undefined ? {} : { preamble }),
    ...(preambleDoc === undefined ? {} : { preambleDoc }),
  };
}

function hasPreamble({ preamble, preambleDoc }: DocumentSection): boolean {
  return Boolean(preamble) || preambleDoc !== undefined;
}

function added(before: DocumentSection, come: DocumentSection): DocumentSection {
  const both = hasPreamble(before) && hasPreamble(come);
  const { markdown, doc } = both
    ? writtenText([...nodesOfPreamble(before), ...nodesOfPreamble(come)])
    : {};
  const joined = both
    ? { ...(markdown ? { preamble: markdown } : {}), ...(doc ? { preambleDoc: doc } : {}) }
    : preambleOf(hasPreamble(come) ? come : before);
  return { key: before.key, ...joined, items: [...(before.items ?? []), ...(come.items ?? [])] };
}

function updated(
  before: DocumentSection,
  come: DocumentSection,
  present: ReadonlyMap<string, DocumentItem>,
): DocumentSection {
  const itemOf = (item: DocumentItem): DocumentItem => {
    const { fields, references, origin } = present.get(item.id) ?? {};
    return {
      ...item,
      ...(fields ? { fields } : {}),
      ...(references ? { references } : {}),
      ...(origin ? { origin } : {}),
      ...(item.children ? { children: item.children.map(itemOf) } : {}),
    };
  };
  const preamble = preambleOf(hasPreamble(come) ? come : before);
  return { key: before.key, ...preamble, items: (come.items ?? []).map(itemOf) };
}

/**
 * The merged text with base's own spelling wherever the comparison of the two sees no change of
 * words: a file may write other apostrophes or spaces, which no reader sees.
 */
export function withUnchangedWords(
  base: InterchangeDocument,
  merged: InterchangeDocument,
  { changes }: Comparison,
): InterchangeDocument {
  const reworded = new Set(
    changes.filter((change) => change.changes.includes('reworded')).map(({ item }) => item),
  );
  const present = new Map(
    [...walkItems<DocumentItem>(base.sections)].map(({ item }) => [item.id, item]),
  );
  const itemOf = (item: DocumentItem): DocumentItem => {
    const before = present.get(item.id);
    const children = item.children?.map(itemOf);
    if (!before || reworded.has(item.id)) return { ...item, ...(children ? { children } : {}) };
    const { title: _title, body: _body, bodyDoc: _bodyDoc, ...rest } = item;
    const { title, body, bodyDoc } = before;
    return {
      ...rest,
      ...(title === undefined ? {} : { title }),
      ...(body === undefined ? {} : { body }),
      ...(bodyDoc === undefined ? {} : { bodyDoc }),
      ...(children ? { children } : {}),
    };
  };
  return {
    ...merged,
    sections: merged.sections.map((section) => ({
      ...section,
      ...(section.items ? { items: section.items.map(itemOf) } : {}),
    })),
  };
}
