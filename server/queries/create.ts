// All queries but those on people, as routes and the API ask them.
import type { Queries } from '../context.ts';
import type { Deps } from '../deps.ts';
import { guarded } from '../texts/guard.ts';
import { commentQueries } from './comments.ts';
import { comparisonQueries } from './comparisons.ts';
import { coverageQueries } from './coverage.ts';
import { damageQuery, putRightQuery } from './damage.ts';
import { documentQueries } from './documents.ts';
import { fileQueries } from './files.ts';
import { createSummaries } from './framework-summaries.ts';
import { frameworkQueries } from './frameworks.ts';
import { itemQueries } from './items.ts';
import { revisionQueries } from './revisions.ts';
import { versionQueries } from './versions.ts';

/** Made once; each query takes who asks first, and says no with a refusal. */
export function createQueries(deps: Deps): Omit<Queries, 'people'> {
  const frameworks = frameworkQueries(deps, createSummaries(deps));
  const comments = commentQueries(deps);
  const comparisons = comparisonQueries(deps);
  const documents = documentQueries(deps);
  return {
    frameworks: { list: frameworks.list, get: guarded(frameworks.get) },
    documents: {
      get: guarded(documents.get),
      readable: guarded(documents.readable),
      damage: guarded(damageQuery(deps)),
      putRight: guarded(putRightQuery(deps)),
      ...fileQueries(deps),
    },
    revisions: { list: guarded(revisionQueries(deps).list) },
    versions: { list: guarded(versionQueries(deps).list) },
    comparisons: {
      get: guarded(comparisons.get),
      preview: guarded(comparisons.preview),
      previewImport: guarded(comparisons.previewImport),
      previewNew: comparisons.previewNew,
    },
    comments: { list: guarded(comments.list), people: guarded(comments.people) },
    items: itemQueries(deps),
    coverage: { get: guarded(coverageQueries(deps).get) },
  };
}
