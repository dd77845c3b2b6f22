// Comparisons of two documents of a framework, kept while both ends are the same.
import { compareDocuments } from '#core/comparison/compare.ts';
import type { Comparison } from '#core/comparison/comparison.ts';
import { accept } from '#core/refusal.ts';
import { replaceRefusal } from '../commands/replace-working.ts';
import type { Queries } from '../context.ts';
import type { Deps } from '../deps.ts';
import { reach } from '../texts/access.ts';
import { Bounded } from '../texts/bounded.ts';
import { findDocument } from './documents.ts';

/** How many comparisons stay in memory. */
const KEPT = 60;

export function comparisonQueries(deps: Deps): Queries['comparisons'] {
  const kept = new Bounded<string, Comparison>(KEPT);
  return {
    async get(actor, slug, baseRef, headRef) {
      const reached = await reach(deps.store, actor, slug);
      if (!reached.ok) return reached;
      const framework = reached.value;
      const base = await findDocument(deps, actor, framework, baseRef);
      if (!base.ok) return base;
      const head = await findDocument(deps, actor, framework, headRef);
      if (!head.ok) return head;
      const { language } = framework;
      const key = JSON.stringify([framework.id, baseRef, base.value.key, headRef, head.value.key]);
      const known = kept.get(key);
      if (known) return accept(known);
      const comparison = compareDocuments(base.value.document, head.value.document, {
        baseRef,
        headRef,
        language,
      });
      kept.set(key, comparison);
      return accept(comparison);
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
      return accept({ comparison: compareDocuments(before, document, refs), before });
    },
  };
}
