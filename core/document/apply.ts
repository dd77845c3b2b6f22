// Reading updates into a document such that it says what they say and nothing else.
import type * as Y from 'yjs';

/**
 * Does what `apply` does (`Y.applyUpdate` and the like) as one transaction of that origin. Yjs would afterwards take
 * away the marks (bold, italic) that it holds superfluous: a change of its own, which whoever wrote the updates would
 * not hear of. It does so only after changes from elsewhere, so these pass for local ones.
 */
export function applyAsIs(doc: Y.Doc, apply: () => void, origin: unknown = null): void {
  doc.transact((transaction) => {
    apply();
    transaction.local = true;
  }, origin);
}
