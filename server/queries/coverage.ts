// The coverage of a framework as whoever asks may read it: of the working text, else of the latest version.

import { type Coverage, coverageOf } from '#core/framework/coverage.ts';
import { templateOf } from '#core/framework/templates.ts';
import { accept, refuse } from '#core/refusal.ts';
import type { Queries } from '../context.ts';
import type { Deps } from '../deps.ts';
import { reach, refused } from '../texts/access.ts';
import { Bounded } from '../texts/bounded.ts';
import { findDocument, readableRef } from './documents.ts';

/** How many texts' coverages stay in memory. */
const KEPT = 40;

export function coverageQueries(deps: Deps): Queries['coverage'] {
  const kept = new Bounded<string, { key: string; coverage: Coverage }>(KEPT);
  return {
    async get(actor, slug) {
      const reached = await reach(deps.store, actor, slug);
      if (!reached.ok) return reached;
      const framework = reached.value;
      const ref = await readableRef(deps, actor, framework);
      // What somebody may see and nothing of which they may read yet: they hear what reading takes.
      if (ref === undefined)
        return refused(actor, 'working.read', framework) ?? refuse('not-found');
      const found = await findDocument(deps, actor, framework, ref, { partly: true });
      if (!found.ok) return found;
      const { document, damaged } = found.value;
      const name = `${framework.id} ${ref}`;
      const key = `${found.value.key} ${framework.slug} ${framework.language}`;
      const known = kept.get(name);
      if (known?.key === key) return accept({ ref, damaged, coverage: known.coverage });
      const template = templateOf(framework.template);
      const text = {
        slug: document.framework.slug,
        language: framework.language,
        sections: document.sections,
        unread: damaged,
      };
      const coverage = template ? coverageOf(text, template) : null;
      if (!coverage) return refuse('not-found');
      kept.set(name, { key, coverage });
      return accept({ ref, damaged, coverage });
    },
  };
}
