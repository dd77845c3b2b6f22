// Who asks: from the bearer token or the session cookie of a request, and anew for what stays open.
import { type Actor, ANONYMOUS } from '#core/policy.ts';
import { accept, type Result, refuse } from '#core/refusal.ts';
import type { AccountStore } from '#db/people.ts';
import type { LivingSession, SignInStore } from '#db/sign-in.ts';
import type { Token, TokenStore } from '#db/tokens.ts';
import type { Auth } from './better-auth.ts';
import { secretHash } from './secrets.ts';
import type { TokenUses } from './token-uses.ts';

export interface ActorDeps {
  readonly auth: Auth;
  readonly accounts: AccountStore;
  readonly signIn: SignInStore;
  readonly tokens: TokenStore;
  readonly clock: () => Date;
  readonly uses: Pick<TokenUses, 'note'>;
}

export interface Actors {
  /** The session of the request's cookie, with its id; null where there is none that lives. */
  session(request: Pick<Request, 'headers'>): Promise<LivingSession | null>;
  /**
   * A bearer token, where one is sent, and never the cookie beside it: a wrong or revoked one is refused
   * (`not-signed-in`). Else the cookie's account, or anonymous.
   */
  of(request: Pick<Request, 'headers'>): Promise<Result<Actor>>;
  /** The same actor as it is now (role, name), or null when it may no longer come in. */
  now(actor: Actor): Promise<Actor | null>;
}

const BEARER = /^bearer(?:\s+(.*))?$/is;

export function createActors(deps: ActorDeps): Actors {
  const { auth, accounts, signIn, tokens, clock } = deps;

  async function session(request: Pick<Request, 'headers'>) {
    if (!request.headers.has('cookie')) return null;
    // better-auth holds the cookie's signature against the secret; the rest is asked of our tables, by our clock.
    const token = await auth.sessionToken({ headers: request.headers });
    return token === null ? null : signIn.sessionByToken(token, clock());
  }

  async function byToken(secret: string): Promise<Actor | null> {
    const token = await tokens.living(secretHash(secret));
    if (!token) return null;
    deps.uses.note(token.id, token.lastUsedAt, clock());
    return tokenActor(token);
  }

  return {
    session,

    async of(request) {
      const bearer = BEARER.exec(request.headers.get('authorization') ?? '');
      if (bearer) {
        const actor = await byToken(bearer[1]?.trim() ?? '');
        return actor ? accept(actor) : refuse('not-signed-in');
      }
      const found = await session(request);
      return accept(found ? accountActor(found.account, found.id) : ANONYMOUS);
    },

    async now(actor) {
      if (actor.kind === 'anonymous') return actor;
      if (actor.kind === 'token') {
        const token = await tokens.get(actor.id);
        return token && !token.revokedAt ? tokenActor(token) : null;
      }
      if (actor.session !== undefined) {
        const found = await signIn.session(actor.session, clock());
        return found && accountActor(found.account, actor.session);
      }
      const account = await accounts.get(actor.id);
      return account && !account.disabledAt ? accountActor(account) : null;
    },
  };
}

function tokenActor({ id, name, role }: Token): Actor {
  return { kind: 'token', id, name, role };
}

function accountActor(account: LivingSession['account'], session?: string): Actor {
  const { id, name, role } = account;
  return session === undefined
    ? { kind: 'account', id, name, role }
    : { kind: 'account', id, name, role, session };
}
