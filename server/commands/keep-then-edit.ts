// Acts that put a whole text, or much of it, in place of another: a revision of what was there is kept first.

import type * as Y from 'yjs';
import { canonicalJson } from '#core/framework/canonical.ts';
import type { InterchangeDocument } from '#core/framework/interchange.ts';
import type { Template } from '#core/framework/template.ts';
import type { Actor } from '#core/policy.ts';
import type { StoredFramework } from '#db/frameworks.ts';
import type { RevisionReason } from '#db/revisions.ts';
import type { Deps } from '../deps.ts';
import { idOf, nameOf } from '../texts/access.ts';
import { freeze } from '../texts/seal.ts';
import { readDocument, roomsOf } from '../texts/working-text.ts';

export interface GreatEdit {
  readonly actor: Actor;
  readonly framework: StoredFramework;
  readonly template: Template;
  readonly reason: RevisionReason;
  /** Writes to the documents of the template's rooms, in its order. */
  edit(docs: readonly Y.Doc[]): void;
}

/** How often a text may change under our hands before we stop asking for a quiet moment. */
const TRIES = 5;

/**
 * Keeps a revision of the text exactly as `edit` finds it, then lets `edit` write; resolves once both are
 * on disk. Where somebody types between the keeping and the editing, it keeps anew and tries again, so that
 * every word is in the text or in the revision.
 */
export async function keepThenEdit(deps: Deps, act: GreatEdit): Promise<void> {
  const { store, rooms } = deps;
  const { actor, framework, template } = act;
  const names = roomsOf(framework, template);
  const now = (docs: readonly Y.Doc[]) => readDocument(framework, template, docs);
  const keep = (document: InterchangeDocument) =>
    store.revisions.keep(framework.id, {
      ...freeze(document),
      name: '',
      reason: act.reason,
      createdAt: deps.clock(),
      createdBy: nameOf(actor),
    });
  let found = await rooms.edit(names, idOf(actor), now);
  for (let tries = 1; ; tries += 1) {
    await keep(found);
    const kept = canonicalJson(found);
    const { document, same, done } = await rooms.edit(names, idOf(actor), (docs) => {
      const document = now(docs);
      const same = canonicalJson(document) === kept;
      const done = same || tries === TRIES;
      if (done) act.edit(docs);
      return { document, same, done };
    });
    // The text never stood still: what it was at the last moment is kept as well.
    if (done && !same) await keep(document);
    if (done) return;
    found = document;
  }
}
