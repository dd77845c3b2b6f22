// The first run: the sample frameworks are loaded, once, marked as samples; after that they are like any other.
import {
  type InterchangeDocument,
  interchangeDocumentSchema,
} from '#core/framework/interchange.ts';
import { walkItems } from '#core/framework/walk.ts';
import type { Deps } from '../deps.ts';
import { addFramework } from './create-framework.ts';

/**
 * On the first run of a store, loads `documents` (as sampleDocuments of db/ gives them) where `wanted`, and
 * remembers that it was decided. Public, so that a version published from one can be read without an account.
 * A run that was cut short goes on where it stopped. Resolves to how many were loaded.
 */
export async function loadSample(
  deps: Deps,
  documents: readonly unknown[],
  wanted: boolean,
): Promise<number> {
  const { settings, frameworks } = deps.store;
  if ((await settings.get('sample')) !== undefined) return 0;
  let loaded = 0;
  const parsed = wanted ? documents.map((one) => interchangeDocumentSchema.parse(one)) : [];
  const start = deps.clock().getTime();
  for (const [index, { framework: head, sections }] of inOrder(parsed).entries()) {
    if (await frameworks.bySlug(head.slug)) continue;
    const added = await addFramework(deps, {
      head,
      sections,
      visibility: 'public',
      sample: true,
      // One after the other, so that lists show them in this order.
      createdAt: new Date(start + index),
      actorId: '',
    });
    if (!added.ok) throw new Error(`sample ${head.slug}: ${added.code}`);
    loaded += 1;
  }
  await settings.set('sample', wanted ? 'loaded' : 'declined');
  return loaded;
}

/** Those that others refer to come first; where they refer to each other, as they were. */
function inOrder(documents: readonly InterchangeDocument[]): InterchangeDocument[] {
  const waiting = [...documents];
  const ordered: InterchangeDocument[] = [];
  while (waiting.length > 0) {
    const missing = new Set(waiting.map(({ framework }) => framework.slug));
    const ready = waiting.findIndex((one) => {
      const needed = targetsOf(one);
      needed.delete(one.framework.slug);
      return [...needed].every((slug) => !missing.has(slug));
    });
    ordered.push(...waiting.splice(Math.max(ready, 0), 1));
  }
  return ordered;
}

function targetsOf({ sections }: InterchangeDocument): Set<string> {
  const slugs = new Set<string>();
  for (const { item } of walkItems(sections)) {
    for (const { framework } of item.references ?? []) if (framework) slugs.add(framework);
  }
  return slugs;
}
