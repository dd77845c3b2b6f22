// Checks everything that is kept: the database, its triggers, frozen documents, the chains of versions, the logs.

import * as Y from 'yjs';
import { readSections } from '#core/document/interchange.ts';
import { templateOf } from '#core/framework/templates.ts';
import type { StoredFramework } from '#db/frameworks.ts';
import type { Store } from '#db/store.ts';
import type { MessageKey } from '#locales/catalogue.ts';
import { sealOf, sha256 } from '../texts/seal.ts';

/** One thing that is wrong: a key of `locales/` and what it is about. */
export interface VerifyProblem {
  readonly key: Extract<MessageKey, `store.verify.${string}`>;
  readonly values: Readonly<Record<string, string | number>>;
}

const ALL = Number.MAX_SAFE_INTEGER;

/** A text that was damaged and is kept aside: nothing that is wrong, and good to know. */
export interface VerifyNote {
  readonly key: Extract<MessageKey, `store.aside.${string}`>;
  readonly values: Readonly<Record<string, string | number>>;
  readonly at: Date;
  readonly replacedBy: string;
}

/** What was put aside in the place of which another text stands, newest first. */
export async function setAside(store: Store): Promise<VerifyNote[]> {
  const notes: VerifyNote[] = [];
  for (const { frameworkId, room, at, by, replacedBy } of await store.recovery.aside()) {
    const framework = await store.frameworks.byId(frameworkId);
    if (!framework) continue;
    const values = { framework: framework.slug, room, by };
    notes.push({ key: 'store.aside.room', values, at, replacedBy });
  }
  return notes;
}

/** Reads the whole store, changes nothing, and resolves to all that is wrong; empty when all is well. */
export async function verify(store: Store): Promise<VerifyProblem[]> {
  const problems: VerifyProblem[] = (await store.integrity.problems()).map(
    ({ code, ...values }) => ({ key: `store.verify.${code}`, values }),
  );
  const frameworks = await store.frameworks.list({ publicOnly: false, limit: ALL });
  for (const framework of frameworks) {
    problems.push(...(await frozenProblems(store, framework)));
  }
  const byId = new Map(frameworks.map((framework) => [framework.id, framework]));
  for (const room of await store.log.names()) {
    const framework = byId.get(room.frameworkId);
    if (framework) problems.push(...(await roomProblems(store, framework, room.room)));
  }
  return problems;
}

async function frozenProblems(store: Store, framework: StoredFramework): Promise<VerifyProblem[]> {
  const { id, slug } = framework;
  const problems: VerifyProblem[] = [];
  for (const { id: revisionId, number, hash } of await store.revisions.list(id, { limit: ALL })) {
    const document = await store.revisions.document(revisionId);
    if (document === undefined || sha256(document) !== hash) {
      problems.push({ key: 'store.verify.revision', values: { framework: slug, number } });
    }
  }
  let previous = '';
  const versions = await store.versions.list(id, { publicOnly: false, limit: ALL });
  for (const version of [...versions].reverse()) {
    const { label } = version;
    if (version.hash !== sealOf({ ...version, document: version.documentHash })) {
      problems.push({ key: 'store.verify.version', values: { framework: slug, label } });
    }
    const own = await store.revisions.byNumber(id, version.revisionNumber);
    if (version.previous !== previous || own?.id !== version.revisionId) {
      problems.push({ key: 'store.verify.chain', values: { framework: slug, label } });
    }
    previous = version.hash;
  }
  return problems;
}

async function roomProblems(
  store: Store,
  framework: StoredFramework,
  key: string,
): Promise<VerifyProblem[]> {
  const values = { framework: framework.slug, room: key };
  try {
    const { state, updates } = await store.log.load({ frameworkId: framework.id, room: key });
    const doc = new Y.Doc({ gc: false });
    if (state) Y.applyUpdateV2(doc, state);
    for (const update of updates) Y.applyUpdate(doc, update);
    const template = templateOf(framework.template);
    if (template) readSections(doc, template, key);
    // Updates that wait for others which never came: words that nobody can see.
    return doc.store.pendingStructs || doc.store.pendingDs
      ? [{ key: 'store.verify.room', values }]
      : [];
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return [{ key: 'store.verify.room-damaged', values: { ...values, detail } }];
  }
}
