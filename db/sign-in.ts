// Queries about coming in: one-time links, sessions, passwords, the setup token; and better-auth's own way to the same tables.
import { type DrizzleAdapterConfig, drizzleAdapter } from 'better-auth/adapters/drizzle';
import { and, eq, gt, isNull, lte, ne, type SQL } from 'drizzle-orm';
import type { Orm } from './driver.ts';
import type { Database } from './open.ts';
import { type Account, hasCoordinator } from './people.ts';
import { accounts, credentials, links, sessions, setupToken } from './schema/people.ts';
import { patiently } from './trouble.ts';

export type SignInStore = ReturnType<typeof signInStore>;
export type LinkPurpose = 'invitation' | 'sign-in';

/** A session that lives, with its account, which is not disabled. */
export interface LivingSession {
  readonly id: string;
  readonly account: Account;
  readonly openedBy: 'password' | 'link';
  readonly openedAt: Date;
}

export interface FirstCoordinator {
  readonly accountId: string;
  readonly credentialId: string;
  readonly name: string;
  readonly email: string;
  readonly password: string; // hashed
  readonly language: 'fr' | 'en';
}

/** better-auth's adapter. Transactions off: better-sqlite3 refuses asynchronous ones, and writes all the same. */
export function signInAdapter({ orm }: Database) {
  const config: DrizzleAdapterConfig = {
    provider: 'sqlite',
    schema: { accounts, sessions, credentials, links },
    transaction: false,
  };
  const make = drizzleAdapter(orm, config);
  return (options: Parameters<typeof make>[0]): ReturnType<typeof make> => {
    const adapter = make(options);
    // Each is one statement: where another process holds the lock, it is tried again and nobody else waits.
    return {
      ...adapter,
      create: (data) => patiently(() => adapter.create(data)),
      update: (data) => patiently(() => adapter.update(data)),
      updateMany: (data) => patiently(() => adapter.updateMany(data)),
      delete: (data) => patiently(() => adapter.delete(data)),
      deleteMany: (data) => patiently(() => adapter.deleteMany(data)),
    };
  };
}

function livingLink(orm: Orm, hash: string, now: Date) {
  return orm
    .select({ link: links, account: accounts })
    .from(links)
    .innerJoin(accounts, eq(accounts.id, links.accountId))
    .where(and(eq(links.hash, hash), gt(links.expiresAt, now), isNull(accounts.disabledAt)))
    .get();
}

function livingSession(orm: Orm, which: SQL, now: Date): LivingSession | null {
  const { id, openedBy, createdAt } = sessions;
  return (
    orm
      .select({ id, account: accounts, openedBy, openedAt: createdAt })
      .from(sessions)
      .innerJoin(accounts, eq(accounts.id, sessions.accountId))
      .where(and(which, gt(sessions.expiresAt, now), isNull(accounts.disabledAt)))
      .get() ?? null
  );
}

export function signInStore({ orm: reader, write }: Database) {
  return {
    /** Looks at a link that could be used at `now`, and leaves it. */
    async findLink(
      hash: string,
      now: Date,
    ): Promise<{ purpose: LinkPurpose; account: Account } | null> {
      const found = livingLink(reader, hash, now);
      return found ? { purpose: found.link.purpose, account: found.account } : null;
    },

    /** A sign-in link beside those of this account that live. */
    async addSignInLink(
      link: { id: string; hash: string; accountId: string; expiresAt: Date },
      now: Date,
    ): Promise<void> {
      await write((orm) =>
        orm
          .insert(links)
          .values({ ...link, purpose: 'sign-in', createdAt: now, updatedAt: now })
          .run(),
      );
    },

    /** Uses a link up, and every other link of its account; who never came in has joined. Null where it cannot be used. */
    async spendLink(hash: string, now: Date): Promise<Account | null> {
      return write((orm) => {
        const found = livingLink(orm, hash, now);
        if (!found) return null;
        const { account } = found;
        const joinedAt = account.joinedAt ?? now;
        orm.delete(links).where(eq(links.accountId, account.id)).run();
        orm
          .update(accounts)
          .set({ joinedAt, emailVerified: true, updatedAt: now })
          .where(eq(accounts.id, account.id))
          .run();
        return { ...account, joinedAt };
      });
    },

    /** The session, if it and its account may still be used at `now`. */
    async session(id: string, now: Date): Promise<LivingSession | null> {
      return livingSession(reader, eq(sessions.id, id), now);
    },

    /** The same by what its cookie carries. */
    async sessionByToken(token: string, now: Date): Promise<LivingSession | null> {
      return livingSession(reader, eq(sessions.token, token), now);
    },

    async endSession(id: string): Promise<void> {
      await write((orm) => orm.delete(sessions).where(eq(sessions.id, id)).run());
    },

    /** Forgets sessions and links that are over. */
    async sweep(now: Date): Promise<void> {
      await write((orm) => {
        orm.delete(sessions).where(lte(sessions.expiresAt, now)).run();
        orm.delete(links).where(lte(links.expiresAt, now)).run();
      });
    },

    /** The hash of its password, or null where it has none. */
    async password(accountId: string): Promise<string | null> {
      return (
        reader
          .select({ password: credentials.password })
          .from(credentials)
          .where(
            and(eq(credentials.accountId, accountId), eq(credentials.providerId, 'credential')),
          )
          .get()?.password ?? null
      );
    },

    /** Sets a password (already hashed), ends every session but `keepSession`, and kills the links that live. */
    async setPassword(
      change: { credentialId: string; accountId: string; password: string; keepSession: string },
      now: Date,
    ): Promise<void> {
      const { credentialId, accountId, password, keepSession } = change;
      await write((orm) => {
        orm
          .insert(credentials)
          .values(passwordRow(credentialId, accountId, password, now))
          .onConflictDoUpdate({
            target: [credentials.accountId, credentials.providerId],
            set: { password, updatedAt: now },
          })
          .run();
        orm
          .delete(sessions)
          .where(and(eq(sessions.accountId, accountId), ne(sessions.id, keepSession)))
          .run();
        orm.delete(links).where(eq(links.accountId, accountId)).run();
      });
    },

    /** Replaces the setup token. False, and none lives, where there is a coordinator. */
    async replaceSetupToken(hash: string, now: Date): Promise<boolean> {
      return write((orm) => {
        orm.delete(setupToken).run();
        if (hasCoordinator(orm)) return false;
        orm.insert(setupToken).values({ id: 1, hash, createdAt: now }).run();
        return true;
      });
    },

    async isSetupToken(hash: string): Promise<boolean> {
      return Boolean(
        reader
          .select({ id: setupToken.id })
          .from(setupToken)
          .where(eq(setupToken.hash, hash))
          .get(),
      );
    },

    /** Makes the first coordinator and uses the setup token up, in one act: of two at once, one is made. */
    async setup(
      hash: string,
      first: FirstCoordinator,
      now: Date,
    ): Promise<Account | 'done' | 'wrong-token' | 'taken'> {
      return write((orm) => {
        if (hasCoordinator(orm)) return 'done';
        const token = orm.select().from(setupToken).where(eq(setupToken.hash, hash)).get();
        if (!token) return 'wrong-token';
        if (orm.select().from(accounts).where(eq(accounts.email, first.email)).get())
          return 'taken';
        const account = orm
          .insert(accounts)
          .values({
            id: first.accountId,
            name: first.name,
            email: first.email,
            role: 'coordinator',
            language: first.language,
            createdAt: now,
            updatedAt: now,
            joinedAt: now,
          })
          .returning()
          .get();
        orm
          .insert(credentials)
          .values(passwordRow(first.credentialId, first.accountId, first.password, now))
          .run();
        orm.delete(setupToken).run();
        return account;
      });
    },
  };
}

/** How better-auth finds a password: provider `credential`, and there the account's own id. */
function passwordRow(id: string, accountId: string, password: string, now: Date) {
  return {
    id,
    accountId,
    providerId: 'credential',
    providerAccountId: accountId,
    password,
    createdAt: now,
    updatedAt: now,
  };
}
