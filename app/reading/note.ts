// The release note of a version in the reader's language.
import type { Language } from '#core/framework/interchange.ts';
import type { VersionSummary } from '#server/context.ts';

/** In that language, or in the one it was written in. */
export function noteIn(note: VersionSummary['note'], language: Language): string {
  if (typeof note === 'string') return note;
  return note[language] || note.fr || note.en;
}
