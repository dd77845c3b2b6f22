// From an actor and a slug to a framework or a refusal: the one way by which queries and commands reach a thing.
import { type Action, type Actor, can, type Target } from '#core/policy.ts';
import { accept, type Refusal, type Result, refuse } from '#core/refusal.ts';
import type { StoredFramework } from '#db/frameworks.ts';
import type { Store } from '#db/store.ts';
import type { StoredVersion } from '#db/versions.ts';
import type { Rights } from '../context.ts';

const NETWORK: Target = { kind: 'network' };

/** What policy is asked about a framework. */
export function targetOf(framework: StoredFramework): Target {
  return { kind: 'framework', ...stateOf(framework) };
}

function stateOf(framework: StoredFramework): { public: boolean; archived: boolean } {
  return { public: framework.visibility === 'public', archived: framework.archivedAt !== null };
}

/** Why this actor may not do this on the network, or null. */
export function refusedOnNetwork(actor: Actor, action: Action): Refusal | null {
  return can(actor, action, NETWORK) ? null : noRight(actor);
}

/** Why this actor may not do this to a framework that it may see, or null. */
export function refused(actor: Actor, action: Action, framework: StoredFramework): Refusal | null {
  if (can(actor, action, targetOf(framework))) return null;
  const { public: open } = stateOf(framework);
  const living: Target = { kind: 'framework', public: open, archived: false };
  return can(actor, action, living) ? refuse('archived') : noRight(actor);
}

function noRight(actor: Actor): Refusal {
  return refuse(actor.kind === 'anonymous' ? 'not-signed-in' : 'not-allowed');
}

/**
 * The framework at `slug`, where this actor may do `action` to it. What it may not even see is
 * not-found, as if it were not there; else not-signed-in, not-allowed or archived.
 */
export async function reach(
  store: Store,
  actor: Actor,
  slug: string,
  action: Action = 'framework.see',
): Promise<Result<StoredFramework>> {
  const framework = await store.frameworks.bySlug(slug);
  if (!framework || !can(actor, 'framework.see', targetOf(framework))) return refuse('not-found');
  return refused(actor, action, framework) ?? accept(framework);
}

/** Whether this actor may read this version of a framework. */
export function mayReadVersion(
  actor: Actor,
  framework: StoredFramework,
  version: StoredVersion,
): boolean {
  const target: Target = {
    kind: 'version',
    framework: stateOf(framework),
    public: version.public,
  };
  return can(actor, 'version.read', target);
}

/** What this actor may do with a framework, for pages to show. */
export function rightsOf(actor: Actor, framework: StoredFramework): Rights {
  const target = targetOf(framework);
  return {
    read: can(actor, 'working.read', target),
    write: can(actor, 'working.write', target),
    comment: can(actor, 'working.comment', target),
    publish: can(actor, 'version.publish', target),
    manage: can(actor, 'framework.manage', target),
  };
}

/** The name that stands beside what an actor did. */
export function nameOf(actor: Actor): string {
  return actor.kind === 'anonymous' ? '' : actor.name;
}

/** The id that its updates are logged under. */
export function idOf(actor: Actor): string {
  return actor.kind === 'anonymous' ? '' : actor.id;
}

/** Whether something is this actor's own doing. */
export function isOwn(actor: Actor, by: { readonly kind: string; readonly id: string }): boolean {
  return actor.kind !== 'anonymous' && actor.kind === by.kind && actor.id === by.id;
}
