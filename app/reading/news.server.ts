// What is new in a version: its note in the reader's language, and the first changes since the version before.
import { paths } from '#core/paths.ts';
import type { AppContext, VersionSummary } from '#server/context.ts';
import { words } from '../language.tsx';
import { type ChangeLine, changeLines } from './change-words.ts';
import { noteIn } from './note.ts';

/** So many changes are named; the rest is one link away. */
const NAMED = 6;

export interface VersionNews {
  readonly note: string;
  /** Label of the version before; '' for a first version. */
  readonly since: string;
  readonly changed: number;
  readonly lines: readonly ChangeLine[];
  readonly compare: string;
}

/** `versions` are those the reader may read, newest first. */
export async function newsOf(
  context: AppContext,
  slug: string,
  version: VersionSummary,
  versions: readonly VersionSummary[],
): Promise<VersionNews> {
  const { actor, language, queries } = context;
  const note = noteIn(version.note, language);
  const at = versions.findIndex((each) => each.label === version.label);
  const before = at === -1 ? undefined : versions[at + 1];
  const nothing = { note, since: '', changed: 0, lines: [], compare: '' };
  if (!before) return nothing;
  const comparison = await queries.comparisons.get(actor, slug, before.label, version.label);
  if (!comparison.ok) return nothing;
  const lines = Object.values(changeLines(words(language), comparison.value));
  return {
    note,
    since: before.label,
    changed: lines.length,
    lines: lines.slice(0, NAMED),
    compare: paths.compare(slug, before.label, version.label),
  };
}
