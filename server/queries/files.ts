// Looking at a file that somebody sent before anything is made of it.
import type { InterchangeDocument, Language } from '#core/framework/interchange.ts';
import { walkItems } from '#core/framework/walk.ts';
import type { Actor } from '#core/policy.ts';
import { accept, type Refusal, type Result, refuse } from '#core/refusal.ts';
import { translator } from '#locales/catalogue.ts';
import { documentRefusal } from '../commands/check-document.ts';
import type { CountedDocument, Queries } from '../context.ts';
import type { Deps } from '../deps.ts';
import { readDocument } from '../exchange/read.ts';

type FileQueries = Pick<Queries['documents'], 'look' | 'read' | 'reread' | 'arrange'>;

/** Files are read for who could make something of them. */
function refusedTo(actor: Actor): Refusal | null {
  if (actor.kind === 'anonymous') return refuse('not-signed-in');
  return actor.role === 'reader' ? refuse('not-allowed') : null;
}

function counted(document: InterchangeDocument): Result<CountedDocument> {
  const refusal = documentRefusal(document);
  if (refusal) return refusal;
  const counts: Record<string, number> = {};
  for (const { item } of walkItems(document.sections)) {
    counts[item.kind] = (counts[item.kind] ?? 0) + 1;
  }
  return accept({ document, counts });
}

function look(text: string, language: Language): Result<CountedDocument> {
  const read = readDocument('json', text, translator(language));
  return read.ok ? counted(read.value) : read;
}

/** See `Queries.documents`. */
export function fileQueries({ files }: Deps): FileQueries {
  return {
    look: async (actor, text, language) => refusedTo(actor) ?? look(text, language),
    async read(actor, bytes, language) {
      const refusal = refusedTo(actor);
      if (refusal) return refusal;
      const read = await files.read(bytes);
      if (!read.ok) return read;
      return 'json' in read.value ? look(read.value.json, language) : accept(read.value);
    },
    reread: async (actor, text) => refusedTo(actor) ?? files.reread(text),
    arrange: async (actor, source, plan, head) =>
      refusedTo(actor) ?? files.arrange(source, plan, head),
  };
}
