// What in a document does not fit its template, counted by what is wrong.
import { notesOn } from '#core/framework/check.ts';
import type { InterchangeDocument } from '#core/framework/interchange.ts';
import { templateOf } from '#core/framework/templates.ts';
import { isMessageKey } from '#locales/catalogue.ts';

export interface NoteCount {
  /** A key of `locales/`. */
  readonly note: string;
  readonly count: number;
  /** Ids of the first items concerned. */
  readonly items: readonly string[];
}

/** Items named per kind of note. */
const NAMED = 5;

/** The most frequent first. Nothing where the template is unknown. */
export function countNotes(document: InterchangeDocument): NoteCount[] {
  const template = templateOf(document.framework.template);
  if (!template) return [];
  const counts = new Map<string, { count: number; items: string[] }>();
  for (const { item, note } of notesOn(document, template)) {
    const key = `note.${note}`;
    if (!isMessageKey(key)) continue;
    const known = counts.get(key) ?? { count: 0, items: [] };
    known.count += 1;
    if (known.items.length < NAMED && !known.items.includes(item)) known.items.push(item);
    counts.set(key, known);
  }
  return [...counts]
    .map(([note, rest]) => ({ note, ...rest }))
    .sort((one, other) => other.count - one.count);
}
