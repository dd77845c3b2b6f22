// Signing in and out: by password, by one-time link; setting one's password. Answers carry the cookies to send.
import { isAPIError } from 'better-auth/api';
import { cleanEmail, emailProblem, passwordProblem } from '#core/people/identity.ts';
import type { Actor } from '#core/policy.ts';
import { accept, refuse } from '#core/refusal.ts';
import type { AccountStore } from '#db/people.ts';
import type { LivingSession, SignInStore } from '#db/sign-in.ts';
import type { Sessions } from '#server/context.ts';
import type { Actors } from './actor.ts';
import { attempts } from './attempts.ts';
import type { Auth } from './better-auth.ts';
import type { Links } from './links.ts';
import { secretHash } from './secrets.ts';

export interface SessionDeps {
  readonly auth: Auth;
  readonly actors: Actors;
  readonly accounts: AccountStore;
  readonly signIn: SignInStore;
  readonly links: Links;
  readonly clock: () => Date;
  readonly makeId: () => string;
  /** Asks the rights of live connections again. */
  recheck(match: (actor: Actor) => boolean): Promise<void>;
  /** Runs something after the answer, whose length must not show in it. */
  later(work: () => Promise<void>): void;
}

const MINUTE = 60_000;
/** Ten wrong passwords in a quarter of an hour; a one-time link still lets its owner in. */
const PASSWORD_TRIES = { most: 10, windowMs: 15 * MINUTE };
const LINK_TRIES = { most: 5, windowMs: 60 * MINUTE };
/** How long after a one-time link the password may be set without the present one: so it is recovered. */
const RECOVERY_MS = 60 * MINUTE;

/** Whether setting a password wants the present one, in this session at this instant. */
export function asksCurrentPassword(
  session: Pick<LivingSession, 'openedBy' | 'openedAt'>,
  hasPassword: boolean,
  now: Date,
): boolean {
  const fresh =
    session.openedBy === 'link' && now.getTime() - session.openedAt.getTime() < RECOVERY_MS;
  return hasPassword && !fresh;
}

export function createSessions(deps: SessionDeps): Sessions {
  const { auth, actors, accounts, signIn, links, clock, makeId } = deps;
  const passwordTries = attempts(PASSWORD_TRIES, clock);
  const linkTries = attempts(LINK_TRIES, clock);

  /** Ends the session this browser had before: its cookie is about to be replaced or removed. */
  async function end(session: { id: string } | null): Promise<void> {
    if (!session) return;
    await signIn.endSession(session.id);
    await deps.recheck((actor) => actor.kind === 'account' && actor.session === session.id);
  }

  return {
    async signIn(request, input) {
      const email = cleanEmail(input.email);
      if (emailProblem(email)) return refuse('wrong-credentials');
      const wait = passwordTries.count(email);
      if (wait > 0) return refuse('too-many-attempts', { values: { minutes: wait } });
      const before = await actors.session(request);
      try {
        const { headers } = await auth.signInEmail({
          body: { email, password: input.password },
          headers: request.headers,
          returnHeaders: true,
        });
        passwordTries.clear(email);
        await end(before);
        await signIn.sweep(clock());
        return accept({ headers: cookiesOf(headers) });
      } catch (error) {
        if (isAPIError(error) && ['UNAUTHORIZED', 'BAD_REQUEST'].includes(String(error.status)))
          return refuse('wrong-credentials');
        throw error;
      }
    },

    async sendLink(_request, input) {
      const email = cleanEmail(input.email);
      const problem = emailProblem(email);
      if (problem) return refuse('invalid-input', { errors: [problem] });
      const wait = linkTries.count(email);
      if (wait > 0) return refuse('too-many-attempts', { values: { minutes: wait } });
      deps.later(async () => {
        const account = await accounts.byEmail(email);
        if (account && !account.disabledAt)
          await links.sendSignIn(account, input.language ?? account.language);
      });
      return accept(null);
    },

    async enterByLink(request, input) {
      const account = await signIn.spendLink(secretHash(input.token), clock());
      if (!account) return refuse('link-used-or-expired');
      const before = await actors.session(request);
      const { headers, response } = await auth.openSession({
        body: { accountId: account.id },
        headers: request.headers,
        returnHeaders: true,
      });
      if (!response.opened) return refuse('link-used-or-expired');
      passwordTries.clear(account.email);
      await end(before);
      return accept({ headers: cookiesOf(headers) });
    },

    async setPassword(request, actor, input) {
      if (actor.kind === 'token') return refuse('not-allowed');
      const session = await actors.session(request);
      if (actor.kind !== 'account' || session?.account.id !== actor.id)
        return refuse('not-signed-in');
      const problem = passwordProblem(input.password);
      if (problem) return refuse('invalid-input', { errors: [problem] });
      const known = await signIn.password(actor.id);
      if (known !== null && asksCurrentPassword(session, true, clock())) {
        const { email } = session.account;
        const wait = passwordTries.count(email);
        if (wait > 0) return refuse('too-many-attempts', { values: { minutes: wait } });
        const right = await auth.isPassword(known, input.current ?? '');
        if (!right) {
          const wrong = { path: 'current', problem: 'refusal.problem.current-password' };
          return refuse('invalid-input', { errors: [wrong] });
        }
        passwordTries.clear(email);
      }
      await signIn.setPassword(
        {
          credentialId: makeId(),
          accountId: actor.id,
          password: await auth.hashPassword(input.password),
          keepSession: session.id,
        },
        clock(),
      );
      await deps.recheck((each) => each.kind === 'account' && each.id === actor.id);
      return accept(null);
    },

    async signOut(request) {
      await end(await actors.session(request));
      const { headers } = await auth.signOut({
        headers: request.headers,
        returnHeaders: true,
      });
      return { headers: cookiesOf(headers) };
    },
  };
}

/** Of better-auth's answer only the cookies are for the browser. */
function cookiesOf(headers: Headers): Headers {
  const cookies = new Headers();
  for (const cookie of headers.getSetCookie()) cookies.append('set-cookie', cookie);
  return cookies;
}
