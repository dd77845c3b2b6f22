// Looking at a file that somebody sent before anything is made of it.
import { walkItems } from '#core/framework/walk.ts';
import { accept, refuse } from '#core/refusal.ts';
import { translator } from '#locales/catalogue.ts';
import { documentRefusal } from '../commands/check-document.ts';
import type { Queries } from '../context.ts';
import { readDocument } from '../exchange/read.ts';

/** See `Queries.documents.look`. */
export const lookAtDocument: Queries['documents']['look'] = async (actor, text, language) => {
  if (actor.kind === 'anonymous') return refuse('not-signed-in');
  if (actor.role === 'reader') return refuse('not-allowed');
  const read = readDocument('json', text, translator(language));
  if (!read.ok) return read;
  const document = read.value;
  const refusal = documentRefusal(document);
  if (refusal) return refusal;
  const counts: Record<string, number> = {};
  for (const { item } of walkItems(document.sections)) {
    counts[item.kind] = (counts[item.kind] ?? 0) + 1;
  }
  return accept({ document, counts });
};
