// What differs in an item beside its words: kind, fields, references with their levels and order.
import type { DocumentItem, FieldValue, Reference } from '../framework/interchange.ts';
import type { FieldChange, ItemChange, ReferenceChange } from './comparison.ts';
import { compareTexts } from './texts.ts';
import { bestChain } from './words/chain.ts';
import { looksSame } from './words/tokens.ts';

function sameValue(before: FieldValue | undefined, after: FieldValue | undefined): boolean {
  if (typeof before === 'string' && typeof after === 'string') return looksSame(before, after);
  return before === after;
}

/** One change of a value by name, or none; an empty text is no value. Texts of several words come with their runs. */
export function fieldChange(
  name: string,
  valueBefore: FieldValue | undefined,
  valueAfter: FieldValue | undefined,
  text: boolean,
): FieldChange[] {
  const [before, after] = [valueBefore, valueAfter].map((value) =>
    typeof value === 'string' && value.trim() === '' ? undefined : value,
  );
  if (sameValue(before, after)) return [];
  return [
    {
      name,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      ...(text && typeof before === 'string' && typeof after === 'string'
        ? { words: compareTexts(before, after).words }
        : {}),
    },
  ];
}

/** Changed fields of an item by name, its kind first; `isProse` says which fields hold prose. */
export function fieldChanges(
  before: DocumentItem,
  after: DocumentItem,
  isProse: (name: string) => boolean,
): FieldChange[] {
  const names = [
    ...new Set([...Object.keys(before.fields ?? {}), ...Object.keys(after.fields ?? {})]),
  ].sort();
  return [
    ...fieldChange('kind', before.kind, after.kind, false),
    ...names.flatMap((name) =>
      fieldChange(name, before.fields?.[name], after.fields?.[name], isProse(name)),
    ),
  ];
}

/** References by what they point at (a second one to the same item as such), each with its order. */
function targets(
  references: readonly Reference[] | undefined,
  own: string,
): Map<string, { reference: Reference; order: number }> {
  const found = new Map<string, { reference: Reference; order: number }>();
  for (const reference of references ?? []) {
    const { framework, item } = reference;
    const target = framework === undefined || framework === own ? item : `${framework}/${item}`;
    let key = target;
    for (let again = 2; found.has(key); again++) key = `${target}#${again}`;
    found.set(key, { reference, order: found.size });
  }
  return found;
}

/**
 * References added, removed, and changed in level or order (the fewest that explain a new order), or
 * null where nothing changed. `ownBefore`, `ownAfter` are the frameworks' slugs: naming the own
 * framework or not is the same.
 */
export function referenceChanges(
  before: DocumentItem,
  after: DocumentItem,
  ownBefore: string,
  ownAfter: string,
): ItemChange['references'] | null {
  const had = targets(before.references, ownBefore);
  const has = targets(after.references, ownAfter);
  const added = [...has].filter(([key]) => !had.has(key)).map(([, { reference }]) => reference);
  const removed = [...had].filter(([key]) => !has.has(key)).map(([, { reference }]) => reference);
  const both = [...has].flatMap(([key, is]) => {
    const was = had.get(key);
    return was ? [{ was, is }] : [];
  });
  const inOrder = new Set(
    bestChain(
      both.map(({ was }, j) => ({ i: was.order, j, worth: 1 })),
      both.length,
    ).map(({ j }) => j),
  );
  const side = ({ reference: { level }, order }: { reference: Reference; order: number }) =>
    level === undefined ? { order } : { level, order };
  const changed = both.flatMap(({ was, is }, index): ReferenceChange[] => {
    if (was.reference.level === is.reference.level && inOrder.has(index)) return [];
    const { item, framework } = is.reference;
    const target = framework === undefined ? { item } : { item, framework };
    return [{ ...target, before: side(was), after: side(is) }];
  });
  return added.length + removed.length + changed.length > 0 ? { added, removed, changed } : null;
}
