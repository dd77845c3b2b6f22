// The one place where rights are decided: who may do what to which thing, in which state.

export const ROLES = ['reader', 'editor', 'coordinator'] as const;
export type Role = (typeof ROLES)[number];

/** Somebody, or a program, that asks. A token is a named actor and no person. */
export type Actor =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'account';
      readonly id: string;
      readonly name: string;
      readonly role: Role;
      /** Id of the session it came in by, so that signing out there ends what is live there; absent outside a session. */
      readonly session?: string;
      /** Id of the member organisation it writes for; absent for none. */
      readonly organisation?: string;
    }
  | { readonly kind: 'token'; readonly id: string; readonly name: string; readonly role: Role };

export const ANONYMOUS: Actor = { kind: 'anonymous' };

/** What an act is done to. Rights are asked of the thing and carry what its parent says. */
export type Target =
  | { readonly kind: 'network' }
  | { readonly kind: 'framework'; readonly public: boolean; readonly archived: boolean }
  | {
      readonly kind: 'version';
      readonly framework: { readonly public: boolean; readonly archived: boolean };
      /** False for a consultation version that is only for members. */
      readonly public: boolean;
    };

export type Action =
  | 'framework.create'
  | 'framework.manage' // rename, archive, make public or private, delete
  | 'framework.see' // that it exists, its title, its public versions
  | 'working.read' // working text, revisions
  | 'working.write' // edit, restore, freeze, import
  | 'working.comment' // start a thread of comments, answer, resolve, open again
  | 'working.recover' // put another text in the place of one whose bytes are damaged
  | 'version.read'
  | 'version.publish' // publish and withdraw
  | 'people.manage' // accounts, invitations, tokens
  | 'metrics.read';

const RANK: Record<Role, number> = { reader: 1, editor: 2, coordinator: 3 };

function rank(actor: Actor): number {
  return actor.kind === 'anonymous' ? 0 : RANK[actor.role];
}

/**
 * Whether `actor` may do `action` to `target`. Total: any combination has an answer,
 * and what is not named is refused. Archived frameworks can be read, managed, recovered and
 * made living again, never written.
 */
export function can(actor: Actor, action: Action, target: Target): boolean {
  const level = rank(actor);
  switch (action) {
    case 'framework.create':
    case 'people.manage':
    case 'metrics.read':
      return target.kind === 'network' && level >= RANK.coordinator;
    case 'framework.manage':
    case 'working.recover':
      return target.kind === 'framework' && level >= RANK.coordinator;
    case 'framework.see':
      return target.kind === 'framework' && (target.public || level >= RANK.reader);
    case 'working.read':
      return target.kind === 'framework' && level >= RANK.reader;
    case 'working.write':
      return target.kind === 'framework' && !target.archived && level >= RANK.editor;
    // Whoever may read a working text may say something about it: readers are asked for their view.
    case 'working.comment':
      return target.kind === 'framework' && !target.archived && level >= RANK.reader;
    case 'version.publish':
      return target.kind === 'framework' && !target.archived && level >= RANK.coordinator;
    case 'version.read':
      return (
        target.kind === 'version' &&
        (level >= RANK.reader || (target.public && target.framework.public))
      );
  }
}
