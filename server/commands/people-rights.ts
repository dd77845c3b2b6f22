// Who may deal with accounts and tokens, asked once for commands and queries alike.
import { type Actor, can } from '#core/policy.ts';
import { type Refusal, refuse } from '#core/refusal.ts';

/** Null where the actor may; else why not. */
export function mayManagePeople(actor: Actor): Refusal | null {
  if (can(actor, 'people.manage', { kind: 'network' })) return null;
  return refuse(actor.kind === 'anonymous' ? 'not-signed-in' : 'not-allowed');
}

/** The name that others read as who did it. */
export function nameOf(actor: Actor): string {
  return actor.kind === 'anonymous' ? '' : actor.name;
}
