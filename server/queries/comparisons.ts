// Comparisons of two documents of a framework, kept while both ends are the same.
import type { Comparison } from '#core/comparison/comparison.ts';
import type { InterchangeDocument } from '#core/framework/interchange.ts';
import { mergeImport, withUnchangedWords } from '#core/importing/merge.ts';
import { can } from '#core/policy.ts';
import { accept, refuse } from '#core/refusal.ts';
import { documentRefusal } from '../commands/check-document.ts';
import { replaceRefusal } from '../commands/replace-working.ts';
import type { Queries } from '../context.ts';
import type { Deps } from '../deps.ts';
import { reach } from '../texts/access.ts';
import { Bounded } from '../texts/bounded.ts';
import { findDocument } from './documents.ts';

/** How many comparisons stay in memory. */
const KEPT = 60;

export function comparisonQueries(deps: Deps): Queries['comparisons'] {
  // The promises themselves, so that many who ask at once wait for one and the same.
  const kept = new Bounded<string, Promise<Comparison>>(KEPT);
  return {
    async get(actor, slug, baseRef, headRef) {
      const reached = await reach(deps.store, actor, slug);
      if (!reached.ok) return reached;
      const framework = reached.value;
      const partly = { partly: true };
      const base = await findDocument(deps, actor, framework, baseRef, partly);
      if (!base.ok) return base;
      const head = await findDocument(deps, actor, framework, headRef, partly);
      if (!head.ok) return head;
      const unreadable = [...new Set([...base.value.damaged, ...head.value.damaged])];
      const { language } = framework;
      const key = JSON.stringify([framework.id, baseRef, base.value.key, headRef, head.value.key]);
      const known = kept.get(key);
      if (known) return accept(await known);
      const made = compareReadable(
        deps,
        [base.value.document, head.value.document],
        { baseRef, headRef, language },
        unreadable,
      );
      kept.set(key, made);
      // What failed is not kept: the next who asks may have more luck.
      made.catch(() => kept.delete(key));
      return accept(await made);
    },
    async preview(actor, slug, document) {
      const reached = await reach(deps.store, actor, slug, 'working.write');
      if (!reached.ok) return reached;
      const framework = reached.value;
      const refusal = replaceRefusal(framework, document);
      if (refusal) return refusal;
      const working = await findDocument(deps, actor, framework, 'working');
      if (!working.ok) return working;
      const before = working.value.document;
      const { language } = framework;
      const refs = { baseRef: 'working', headRef: 'import', language };
      return accept({ comparison: await deps.comparer.compare(before, document, refs), before });
    },
    async previewImport(actor, slug, read, way) {
      const reached = await reach(deps.store, actor, slug, 'working.write');
      if (!reached.ok) return reached;
      const refusal = replaceRefusal(reached.value, read);
      if (refusal) return refusal;
      const working = await findDocument(deps, actor, reached.value, 'working');
      if (!working.ok) return working;
      const before = working.value.document;
      const refs = { baseRef: 'working', headRef: 'import', language: reached.value.language };
      const alike =
        way === 'add'
          ? null
          : await deps.comparer.compare(before, read, { ...refs, align: 'likeness' });
      const merged = mergeImport(before, read, way, alike?.pairs);
      const comparison = await deps.comparer.compare(before, merged, refs);
      const after = withUnchangedWords(before, merged, comparison);
      return accept({ comparison, before, after });
    },
    async previewNew(actor, document) {
      if (!can(actor, 'framework.create', { kind: 'network' })) return refuse('not-found');
      const refusal = documentRefusal(document);
      if (refusal) return refusal;
      const { language } = document.framework;
      const refs = { baseRef: 'working', headRef: 'import', language };
      return accept(await deps.comparer.compare({ ...document, sections: [] }, document, refs));
    },
  };
}

/** What is damaged on one side is compared on neither: nothing of it is said to be added or removed. */
async function compareReadable(
  { comparer }: Deps,
  [base, head]: readonly [InterchangeDocument, InterchangeDocument],
  refs: Parameters<Deps['comparer']['compare']>[2],
  unreadable: string[],
): Promise<Comparison> {
  if (unreadable.length === 0) return comparer.compare(base, head, refs);
  const without = (document: InterchangeDocument): InterchangeDocument => ({
    ...document,
    sections: document.sections.filter(({ key }) => !unreadable.includes(key)),
  });
  return { ...(await comparer.compare(without(base), without(head), refs)), unreadable };
}
