// What a revision or a version froze, read back as it was kept.
import type { InterchangeDocument } from '#core/framework/interchange.ts';
import { accept, type Result, refuse } from '#core/refusal.ts';
import type { Revisions } from '#db/revisions.ts';
import { Bounded } from './bounded.ts';

export interface FrozenTexts {
  /** The document of a revision by its id in the store; refuses not-found. The same object to all: not to be changed. */
  read(revisionId: number): Promise<Result<InterchangeDocument>>;
}

/** How many documents are kept in memory: they never change, but they are large. */
const KEPT = 24;

export function createFrozenTexts(revisions: Revisions): FrozenTexts {
  const kept = new Bounded<number, InterchangeDocument>(KEPT);
  return {
    async read(revisionId) {
      const known = kept.get(revisionId);
      if (known) return accept(known);
      const text = await revisions.document(revisionId);
      if (text === undefined) return refuse('not-found');
      // It was checked and made canonical when it was frozen, and its hash is held by triggers and verify.
      const document: InterchangeDocument = JSON.parse(text);
      kept.set(revisionId, document);
      return accept(document);
    },
  };
}
