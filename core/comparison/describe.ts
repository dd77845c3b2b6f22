// A comparison in plain words, as messages to be worded: one sentence for the whole, a few words for each change.
import { CHANGE_KINDS, type Comparison, type ItemChange } from './comparison.ts';
import {
  describeFields,
  describePlace,
  describeReferences,
  targetsWord,
  valueWord,
} from './plain-words/facts.ts';
import { fullName, kindOf, shortName } from './plain-words/names.ts';
import { kindWord, listed, numeral, type Phrase, together } from './plain-words/phrase.ts';
import { describeWords } from './plain-words/words.ts';

/**
 * What happened to one item, the weightiest first: its relations, its place, its words, its fields,
 * its references. To be joined by semicolons (`sayAll` in `locales/say.ts`). Never empty.
 */
export function describeChange(change: ItemChange, comparison: Comparison): Phrase[] {
  const relations = describeRelations(change, comparison);
  if (!change.before) return [describeNew(change, comparison, relations)];
  if (!change.after) return relations.length > 0 ? relations : [describeGone(change)];
  return [
    ...relations,
    ...describePlace(change, comparison),
    ...describeWords(change),
    ...describeFields(change),
    ...describeReferences(change, comparison),
  ];
}

function describeNew(
  change: ItemChange,
  comparison: Comparison,
  relations: readonly Phrase[],
): Phrase {
  const { kind } = change;
  const born: Phrase = { key: 'change.new', agree: kind, values: { kind: kindWord(kind) } };
  if (relations.length > 0) return listed([born, ...relations]);
  const targets = (change.references?.added ?? []).map(({ item }) => item);
  return listed([
    born,
    ...fieldsInShort(change),
    ...(targets.length > 0 ? [targetsWord(targets, comparison).word] : []),
  ]);
}

function describeGone(change: ItemChange): Phrase {
  const { kind } = change;
  const gone: Phrase = { key: 'change.gone', agree: kind, values: { kind: kindWord(kind) } };
  return listed([gone, ...fieldsInShort(change)]);
}

/** Amounts and choices of an item that was added or removed; its prose is read where it stands. */
function fieldsInShort({ fields = [] }: ItemChange): Phrase[] {
  return fields.flatMap(({ name, before, after }) => {
    const value = after ?? before;
    const short = typeof value === 'number' || (typeof value === 'string' && !/\s/.test(value));
    return short && value !== undefined ? [valueWord(name, value)] : [];
  });
}

function describeRelations({ item, kind }: ItemChange, comparison: Comparison): Phrase[] {
  const { split, merged, replaced } = comparison.relations;
  const said = (key: string, name: typeof shortName, side: 'before' | 'after', ids: string[]) => {
    const [first, ...more] = ids.map((id) => name(comparison, side, id));
    if (!first) return [];
    return [{ key: `change.${key}`, agree: kind, values: { items: together([first, ...more]) } }];
  };
  const others = (ids: readonly string[]) => ids.filter((id) => id !== item);
  return [
    ...split.flatMap(({ from, to }) => {
      if (from === item) return said('split', shortName, 'after', to);
      return to.includes(item) ? said('from', shortName, 'before', [from]) : [];
    }),
    ...merged.flatMap(({ from, to }) => {
      if (to === item) return said('takes-up', shortName, 'before', others(from));
      return from.includes(item) ? said('merged-into', shortName, 'after', [to]) : [];
    }),
    ...replaced.flatMap(({ from, to }) => {
      if (to === item) return said('replaces', fullName, 'before', [from]);
      return from === item ? said('replaced-by', fullName, 'after', [to]) : [];
    }),
  ];
}

/** The whole comparison in one sentence. */
export function describeComparison(comparison: Comparison): Phrase {
  const { changes, preambles, summary, framework = [] } = comparison;
  const count = changes.length;
  const sections = preambles.length;
  const preamble: Phrase | null =
    sections > 0
      ? { key: 'change.all.preambles', values: { count: sections, n: numeral(sections) } }
      : null;
  if (count === 0) {
    if (preamble) return { key: 'change.all.only', values: { what: preamble } };
    return { key: framework.length > 0 ? 'change.all.framework' : 'change.all.none' };
  }
  const relations = describeAllRelations(comparison);
  const kinds = CHANGE_KINDS.filter((kind) => summary[kind] > 0).map(
    (kind): Phrase => ({ key: `change.all.${kind}`, values: { count: summary[kind] } }),
  );
  const [first, ...more] = [
    ...(relations.length > 0 ? relations : kinds),
    ...(preamble ? [preamble] : []),
  ];
  if (!first) return { key: 'change.all.none' };
  return { key: 'change.all', values: { count, what: listed([first, ...more]) } };
}

/** « une mission scindée en deux, deux activités fusionnées, une compétence remplacée ». */
function describeAllRelations(comparison: Comparison): Phrase[] {
  const { split, merged, replaced } = comparison.relations;
  const counts = new Map<string, { kind: string; how: string; count: number; parts: number }>();
  const add = (how: string, id: string, count: number, parts = 0) => {
    const kind = kindOf(comparison, id) ?? '';
    const key = `${how} ${kind}`;
    const known = counts.get(key);
    if (known) {
      known.count += count;
      known.parts += parts;
    } else counts.set(key, { kind, how, count, parts });
  };
  for (const { from, to } of split) add('split', from, 1, to.length);
  for (const { from, to } of merged) add('merged', to, from.length);
  for (const { from } of replaced) add('replaced', from, 1);
  return [...counts.values()].map(({ kind, how, count, parts }) => ({
    key: `change.all.${how}`,
    agree: kind,
    values: {
      count,
      n: numeral(count),
      kind: kindWord(kind),
      kinds: kindWord(kind, true),
      parts: numeral(parts),
    },
  }));
}
