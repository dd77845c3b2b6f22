// How an item is called in a phrase: by its number where it has one, else by its title.
import type { Comparison } from '../comparison.ts';
import { type Phrase, quoted } from './phrase.ts';

type SideName = 'before' | 'after';

/** "M2.2", or « Titre » where its kind has no numbers; the id where nothing is known of it. */
export function shortName({ names }: Comparison, side: SideName, id: string): Phrase {
  const name = names?.[side][id];
  if (name?.number) return { key: 'change.as-is', values: { text: name.number } };
  return name?.title ? quoted(name.title) : { key: 'change.as-is', values: { text: id } };
}

/** "C17 Tenir un suivi individuel dans la durée". */
export function fullName(comparison: Comparison, side: SideName, id: string): Phrase {
  const name = comparison.names?.[side][id];
  if (!name?.number || !name.title) return shortName(comparison, side, id);
  return { key: 'change.named', values: { number: name.number, title: name.title } };
}

/** Kind of an item on either side; undefined for one of another framework. */
export function kindOf({ names }: Comparison, id: string): string | undefined {
  return (names?.after[id] ?? names?.before[id])?.kind;
}
