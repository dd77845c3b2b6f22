// What happened to an item beside its words, in a few words: kind, fields, references, place.
import type { FieldValue } from '../../framework/interchange.ts';
import type { Comparison, FieldChange, ItemChange } from '../comparison.ts';
import { kindOf, shortName } from './names.ts';
import { kindWord, numeral, type Phrase, quoted } from './phrase.ts';

/** Longer values are not quoted. */
const QUOTABLE = 60;

/** A field's value: a choice or an amount by its words, else as it stands. */
export function valueWord(name: string, value: FieldValue): Phrase {
  if (typeof value === 'number')
    return { key: `field.${name}.value`, values: { count: value }, or: String(value) };
  return { key: `field.${name}.${value}`, or: String(value) };
}

function describeField({ name, before, after, words }: FieldChange): Phrase {
  if (name === 'kind') {
    const a = (kind: FieldValue | undefined): Phrase => ({
      key: `aKind.${kind}`,
      or: String(kind),
    });
    return { key: 'change.becomes', values: { before: a(before), after: a(after) } };
  }
  const field: Phrase = { key: `field.${name}`, or: name };
  if (before === undefined || after === undefined) {
    const value = after ?? before ?? '';
    const long = typeof value === 'string' && value.length > QUOTABLE;
    const key = `change.field-${before === undefined ? 'set' : 'cleared'}`;
    return long
      ? { key, values: { field } }
      : { key: `${key}-to`, values: { field, value: valueWord(name, value) } };
  }
  if (typeof before === 'number' && typeof after === 'number') {
    return {
      key: 'change.field-from-to',
      values: { field, before: valueWord(name, before), after: valueWord(name, after) },
    };
  }
  if (words && Math.max(String(before).length, String(after).length) > QUOTABLE)
    return { key: 'change.field-reworded', values: { field } };
  const value = (one: FieldValue) => (words ? quoted(String(one)) : valueWord(name, one));
  return {
    key: 'change.field-becomes',
    values: { field, before: value(before), after: value(after) },
  };
}

/** One phrase for each changed field. */
export function describeFields({ fields = [] }: ItemChange): Phrase[] {
  return fields.map(describeField);
}

/** « deux compétences », « trois liens » : what a list of references points at, counted. */
export function targetsWord(
  ids: readonly string[],
  comparison: Comparison,
): { word: Phrase; kind: string | undefined } {
  const kinds = new Set(ids.map((id) => kindOf(comparison, id)));
  const [kind] = kinds;
  const count = ids.length;
  if (kinds.size !== 1 || kind === undefined)
    return { word: { key: 'change.links', values: { count, n: numeral(count) } }, kind: undefined };
  const word: Phrase =
    count === 1
      ? { key: `aKind.${kind}`, or: kind }
      : { key: 'change.several', values: { n: numeral(count), kinds: kindWord(kind, true) } };
  return { word, kind };
}

function addedOrRemoved(ids: readonly string[], key: string, comparison: Comparison): Phrase[] {
  if (ids.length === 0) return [];
  const { word, kind } = targetsWord(ids, comparison);
  const values = { count: ids.length, what: word };
  return [kind === undefined ? { key: `${key}.m`, values } : { key, values, agree: kind }];
}

/** What happened to the references of an item; those that only follow a replacement are said so. */
export function describeReferences({ references }: ItemChange, comparison: Comparison): Phrase[] {
  if (!references) return [];
  const { changed } = references;
  const phrases: Phrase[] = [];
  let added = references.added.map(({ item }) => item);
  let removed = references.removed.map(({ item }) => item);
  for (const { from, to } of comparison.relations.replaced) {
    if (!added.includes(to) || !removed.includes(from)) continue;
    added = added.filter((id) => id !== to);
    removed = removed.filter((id) => id !== from);
    const name = shortName(comparison, 'before', from);
    phrases.push({ key: 'change.link-follows', values: { name } });
  }
  if (added.length > 0 && added.length === removed.length) {
    const count = added.length;
    phrases.push({ key: 'change.links-replaced', values: { count, n: numeral(count) } });
  } else {
    phrases.push(
      ...addedOrRemoved(added, 'change.added', comparison),
      ...addedOrRemoved(removed, 'change.removed', comparison),
    );
  }
  const levels = changed.filter(({ before, after }) => before?.level !== after?.level);
  const [level] = levels;
  if (
    level &&
    levels.length === 1 &&
    level.before?.level !== undefined &&
    level.after?.level !== undefined
  ) {
    const name = shortName(comparison, 'after', level.item);
    const values = { name, before: level.before.level, after: level.after.level };
    phrases.push({ key: 'change.level', values });
  } else if (levels.length > 0) {
    phrases.push({
      key: 'change.levels',
      values: { count: levels.length, n: numeral(levels.length) },
    });
  }
  if (levels.length < changed.length) phrases.push({ key: 'change.links-order' });
  return phrases;
}

/** From where to where a moved item went. */
export function describePlace(change: ItemChange, comparison: Comparison): Phrase[] {
  const { before, after, changes } = change;
  if (!changes.includes('moved') || !before || !after) return [];
  const parents = [before.path.at(-1), after.path.at(-1)] as const;
  if (before.number !== '' && after.number !== '' && before.number !== after.number)
    return [{ key: 'change.moved', values: { before: before.number, after: after.number } }];
  if (parents[0] === parents[1]) return [{ key: 'change.reordered' }];
  if (parents[0] === undefined || parents[1] === undefined)
    return [{ key: 'change.moved-elsewhere' }];
  return [
    {
      key: 'change.moved',
      values: {
        before: shortName(comparison, 'before', parents[0]),
        after: shortName(comparison, 'after', parents[1]),
      },
    },
  ];
}
