// Making a framework: empty, or from a document. Its first text is written once, with it, in one transaction.

import * as Y from 'yjs';
import { seedRoom } from '#core/document/interchange.ts';
import type { DocumentSection, FrameworkHead } from '#core/framework/interchange.ts';
import { templateOf } from '#core/framework/templates.ts';
import { type Result, refuse } from '#core/refusal.ts';
import type { StoredFramework } from '#db/frameworks.ts';
import type { Commands, Visibility } from '../context.ts';
import type { Deps } from '../deps.ts';
import type { LoggedUpdate } from '../sync/ports.ts';
import { idOf, refusedOnNetwork } from '../texts/access.ts';
import { detailOf } from './answers.ts';
import { documentRefusal } from './check-document.ts';

export function createFramework(deps: Deps): Commands['frameworks']['create'] {
  return async (actor, { visibility, ...head }) => {
    const refusal = refusedOnNetwork(actor, 'framework.create');
    if (refusal) return refusal;
    const added = await addFramework(deps, {
      head,
      sections: null,
      visibility: visibility ?? 'private',
      sample: false,
      createdAt: deps.clock(),
      actorId: idOf(actor),
    });
    return added.ok ? detailOf(deps, actor, added.value) : added;
  };
}

export function importFramework(deps: Deps): Commands['frameworks']['import'] {
  return async (actor, document, slug) => {
    const refusal = refusedOnNetwork(actor, 'framework.create') ?? documentRefusal(document);
    if (refusal) return refusal;
    const added = await addFramework(deps, {
      head: { ...document.framework, slug: slug ?? document.framework.slug },
      sections: document.sections,
      visibility: 'private',
      sample: false,
      createdAt: deps.clock(),
      actorId: idOf(actor),
    });
    return added.ok ? detailOf(deps, actor, added.value) : added;
  };
}

export interface NewFramework {
  readonly head: FrameworkHead;
  /** Those of a document, checked by documentRefusal; null where it begins empty. */
  readonly sections: readonly DocumentSection[] | null;
  readonly visibility: Visibility;
  readonly sample: boolean;
  readonly createdAt: Date;
  readonly actorId: string;
}

/** Stores a framework with its first text, all or nothing. Refuses unknown-template and slug-taken. */
export async function addFramework(
  { store, makeId, random }: Deps,
  { head, sections, visibility, sample, createdAt, actorId }: NewFramework,
): Promise<Result<StoredFramework>> {
  const template = templateOf(head.template);
  if (!template) return refuse('unknown-template');
  const id = makeId();
  const framework: StoredFramework = {
    id,
    slug: head.slug,
    title: head.title,
    template: head.template,
    language: head.language,
    licence: head.licence ?? '',
    notice: head.notice ?? '',
    visibility,
    archivedAt: null,
    sample,
    createdAt,
  };
  // Through no room: nobody can be in it yet, and what is made twice would be there twice for ever.
  const text = template.rooms.flatMap(({ key }): LoggedUpdate[] => {
    // A framework that begins empty has nothing to write; a document says even what it leaves out.
    if (sections === null) return [];
    const doc = new Y.Doc();
    seedRoom(doc, template, key, sections, random);
    const update = Y.encodeStateAsUpdate(doc);
    const writer = { client: doc.clientID, actorId, organisationId: null, brought: false };
    const authorship = { writers: actorId === '' ? [] : [writer], carried: [] };
    return [{ room: { frameworkId: id, room: key }, update, actorId, at: createdAt, authorship }];
  });
  return store.frameworks.add(framework, text);
}
