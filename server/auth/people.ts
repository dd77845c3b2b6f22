// Puts people together: who asks, signing in, accounts, tokens, letters. The one thing the server wires up from here.

import { paths } from '#core/paths.ts';
import type { Actor } from '#core/policy.ts';
import type { Result } from '#core/refusal.ts';
import type { Database } from '#db/open.ts';
import { accountStore } from '#db/people.ts';
import { signInAdapter, signInStore } from '#db/sign-in.ts';
import { tokenStore } from '#db/tokens.ts';
import type { Commands, Queries, Sessions } from '#server/context.ts';
import { createAccountCommands } from '../commands/people.ts';
import { createTokenCommands } from '../commands/people-tokens.ts';
import type { Log } from '../log.ts';
import type { Mailer } from '../mail/mailer.ts';
import { createPeopleQueries } from '../queries/people.ts';
import { guarded } from '../texts/guard.ts';
import { createActors } from './actor.ts';
import { makeAuth } from './better-auth.ts';
import { createLinks } from './links.ts';
import { newSecret, secretHash } from './secrets.ts';
import { createSessions } from './sessions.ts';
import { createTokenUses } from './token-uses.ts';

export interface PeopleDeps {
  readonly database: Database;
  readonly clock: () => Date;
  readonly makeId: () => string;
  /** Of `serverSecret(DATA_DIR)`. */
  readonly secret: string;
  readonly mailer: Mailer;
  readonly networkName: string;
  /** Absolute address of a path, as people outside see this server; https makes the session cookie Secure. */
  url(path: string): string;
  /** The live rooms, whose rights are asked again when somebody's change: `LiveRooms` of server/sync/ports.ts. */
  readonly rooms: {
    recheck(match: (connection: { actor: Actor }) => boolean): Promise<void>;
  };
  /** Takes what went wrong where nobody waits for an answer; never a secret or a link. */
  readonly log: Log;
}

export interface People {
  readonly queries: Queries['people'];
  readonly commands: Commands['people'];
  readonly sessions: Sessions;
  /**
   * Who asks: by `Authorization: Bearer` where it is sent (a wrong or revoked token is refused with
   * `not-signed-in`, and never falls back to the cookie), else by the session cookie, else anonymous.
   */
  actorOf(request: Pick<Request, 'headers'>): Promise<Result<Actor>>;
  /** The same actor with the role it has now, or null when it may no longer come in: for `RoomDoor.rights`. */
  actorNow(actor: Actor): Promise<Actor | null>;
  /** For each start: a fresh setup link while no coordinator exists (older ones die), else null. */
  setupLink(): Promise<string | null>;
  /** Resolves once what nobody waits for (letters, last uses of tokens) is done: before the server stops. */
  settle(): Promise<void>;
}

export function createPeople(deps: PeopleDeps): People {
  const { database, clock, makeId, rooms, log } = deps;
  const accounts = accountStore(database);
  const signIn = signInStore(database);
  const tokens = tokenStore(database);
  const auth = makeAuth({
    adapter: signInAdapter(database),
    clock,
    makeId,
    secret: deps.secret,
    secure: deps.url(paths.home).startsWith('https://'),
    mayComeIn: accounts.mayComeIn,
    log,
  });
  const links = createLinks({ ...deps, accounts, signIn });
  const pending = new Set<Promise<void>>();
  const recheck = (match: (actor: Actor) => boolean) => rooms.recheck(({ actor }) => match(actor));

  function later(work: () => Promise<void>): void {
    const running: Promise<void> = new Promise<void>((resolve) => setImmediate(resolve))
      .then(work)
      .catch((error: unknown) => log.error('what nobody waits for failed', { error }))
      .finally(() => pending.delete(running));
    pending.add(running);
  }

  const uses = createTokenUses(tokens, (error) =>
    log.error('when tokens were used was not written', { error }),
  );
  const actors = createActors({ auth, accounts, signIn, tokens, clock, uses });
  const account = createAccountCommands({
    accounts,
    signIn,
    links,
    clock,
    makeId,
    hashPassword: auth.hashPassword,
    recheckAccount: (id) => recheck((actor) => actor.kind === 'account' && actor.id === id),
  });
  const token = createTokenCommands({
    tokens,
    clock,
    makeId,
    recheckToken: (id) => recheck((actor) => actor.kind === 'token' && actor.id === id),
  });
  const sessions = createSessions({
    auth,
    actors,
    accounts,
    signIn,
    links,
    clock,
    makeId,
    recheck,
    later,
  });

  return {
    queries: createPeopleQueries({ accounts, signIn, tokens, clock }),
    commands: {
      setup: guarded(account.setup),
      invite: guarded(account.invite),
      changeRole: guarded(account.changeRole),
      disable: guarded(account.disable),
      setCommentMail: guarded(account.setCommentMail),
      createToken: guarded(token.createToken),
      revokeToken: guarded(token.revokeToken),
    },
    sessions: {
      signIn: guarded(sessions.signIn),
      sendLink: sessions.sendLink,
      enterByLink: guarded(sessions.enterByLink),
      setPassword: guarded(sessions.setPassword),
      signOut: sessions.signOut,
    },
    actorOf: actors.of,
    actorNow: actors.now,
    async setupLink() {
      const secret = newSecret();
      const now = clock();
      await signIn.sweep(now);
      const open = await signIn.replaceSetupToken(secretHash(secret), now);
      return open ? deps.url(paths.setup(secret)) : null;
    },
    async settle() {
      await Promise.all([uses.write(), ...pending]);
    },
  };
}
