// better-auth as it is used here: passwords, sessions and their cookie, called from the server only. Its own
// web handler is never mounted. docs/decisions/0006-sign-in.md says which of its defaults are turned round, and why.
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { type BetterAuthOptions, betterAuth } from 'better-auth/minimal';
import { z } from 'zod';
import { PASSWORD_MAX, PASSWORD_MIN } from '#core/people/identity.ts';
import type { signInAdapter } from '#db/sign-in.ts';
import type { Log } from '../log.ts';

/** A session ends thirty days after it was opened, used or not. */
export const SESSION_SECONDS = 30 * 24 * 3600;
export const SESSION_COOKIE = 'triptyque_session';

export interface AuthDeps {
  readonly adapter: ReturnType<typeof signInAdapter>;
  readonly clock: () => Date;
  readonly makeId: () => string;
  /** Signs the cookie's value. */
  readonly secret: string;
  /** Whether people reach the server by https: the cookie is then Secure. */
  readonly secure: boolean;
  /** Asked before any session is opened, in the store's turn to write: the insert that follows then waits for nobody. */
  mayComeIn(accountId: string): Promise<boolean>;
  readonly log: Log;
}

/** Opens a session for an account that proved itself by other means than a password. */
const openSession = createAuthEndpoint.serverOnly(
  { method: 'POST', body: z.object({ accountId: z.string() }), requireHeaders: true },
  async (context) => {
    const { internalAdapter } = context.context;
    const user = await internalAdapter.findUserById(context.body.accountId);
    const session =
      user && (await internalAdapter.createSession(user.id, false, { openedBy: 'link' }, true));
    if (!user || !session) return { opened: false };
    await setSessionCookie(context, { session, user });
    return { opened: true };
  },
);

/** The token in a request's session cookie, if its signature is ours. Its own `getSession` goes by the machine's clock. */
const sessionToken = createAuthEndpoint.serverOnly(
  { method: 'GET', requireHeaders: true },
  async (context) => {
    const { authCookies, secret } = context.context;
    return (await context.getSignedCookie(authCookies.sessionToken.name, secret)) || null;
  },
);

export type Auth = ReturnType<typeof makeAuth>;

/**
 * Only what is in use is given out: neither its web handler nor its some forty other routes can be reached from
 * here. It checks its tables when first used, and throws where a column is missing.
 */
export function makeAuth(deps: AuthDeps) {
  const options = {
    // Only used by its own handler, which nobody reaches; given so that it reads no environment for it.
    baseURL: 'http://localhost',
    secrets: [{ version: 1, value: deps.secret }],
    database: deps.adapter,
    telemetry: { enabled: false },
    // Its limiter counts by network address; ours (attempts.ts) by account.
    rateLimit: { enabled: false },
    logger: {
      level: 'error',
      log: (_level: string, message: string) => deps.log.error('better-auth', { message }),
    },
    user: {
      modelName: 'accounts',
      // It makes no accounts itself; told so that its check of the tables knows them.
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        language: { type: 'string', required: true, input: false },
      },
    },
    session: {
      modelName: 'sessions',
      fields: { userId: 'accountId' },
      expiresIn: SESSION_SECONDS,
      // A copy of the session in a cookie would outlive its end: rights count at once.
      cookieCache: { enabled: false },
      additionalFields: {
        openedBy: { type: 'string', required: true, input: false, defaultValue: 'password' },
      },
    },
    account: {
      modelName: 'credentials',
      fields: { userId: 'accountId', accountId: 'providerAccountId' },
      accountLinking: { enabled: false },
    },
    verification: {
      modelName: 'links',
      fields: { identifier: 'hash', value: 'accountId' },
      additionalFields: { purpose: { type: 'string', required: true, input: false } },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      // It counts UTF-16 units, at most two for each of our characters.
      maxPasswordLength: 2 * PASSWORD_MAX,
    },
    advanced: {
      useSecureCookies: deps.secure,
      cookies: { session_token: { name: SESSION_COOKIE } },
      ipAddress: { disableIpTracking: true },
      database: { generateId: deps.makeId },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session: { userId: string }) => {
            if (!(await deps.mayComeIn(session.userId))) return false;
            const now = deps.clock();
            const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
            // Nobody is followed by address or browser.
            const nowhere = { ipAddress: null, userAgent: null };
            return { data: { ...nowhere, createdAt: now, updatedAt: now, expiresAt } };
          },
        },
      },
    },
    plugins: [{ id: 'one-time-link', endpoints: { openSession, sessionToken } }],
  } satisfies BetterAuthOptions;
  const auth = betterAuth(options);
  return {
    signInEmail: auth.api.signInEmail,
    signOut: auth.api.signOut,
    openSession: auth.api.openSession,
    sessionToken: auth.api.sessionToken,
    async hashPassword(password: string): Promise<string> {
      return (await auth.$context).password.hash(password);
    },
    async isPassword(hash: string, password: string): Promise<boolean> {
      return (await auth.$context).password.verify({ hash, password });
    },
  };
}
