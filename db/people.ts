// Queries about accounts: who there is, which role, who may come in, and never leaving the network without a coordinator.
import { and, asc, eq, gt, isNotNull, isNull, max, ne } from 'drizzle-orm';
import type { Role } from '#core/policy.ts';
import type { Orm } from './driver.ts';
import type { Database } from './open.ts';
import { commentNotices } from './schema/comments.ts';
import { accounts, credentials, links, sessions } from './schema/people.ts';

export type Account = typeof accounts.$inferSelect;

/** An account, and when its living invitation ends. */
export interface ListedAccount {
  readonly account: Account;
  readonly invitationEndsAt: Date | null;
}

export interface Invitation {
  /** For the account, where the address has none yet. */
  readonly accountId: string;
  readonly linkId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly language: 'fr' | 'en';
  readonly hash: string;
  readonly expiresAt: Date;
}

export type AccountStore = ReturnType<typeof accountStore>;

const livingCoordinator = and(
  eq(accounts.role, 'coordinator'),
  isNull(accounts.disabledAt),
  isNotNull(accounts.joinedAt),
);

/** Whether a coordinator exists who is not disabled, joined or not: setup is then over. */
export function hasCoordinator(orm: Orm): boolean {
  return Boolean(
    orm
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.role, 'coordinator'), isNull(accounts.disabledAt)))
      .get(),
  );
}

/** Whether nobody else could run the network if this account no longer could. */
function isLastCoordinator(orm: Orm, account: Account): boolean {
  if (account.role !== 'coordinator' || account.disabledAt || !account.joinedAt) return false;
  return !orm
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(livingCoordinator, ne(accounts.id, account.id)))
    .get();
}

function find(orm: Orm, id: string): Account | undefined {
  return orm.select().from(accounts).where(eq(accounts.id, id)).get();
}

/** Accounts, oldest first, each with the end of its invitation if that still lives at `now`. */
function listed(orm: Orm, now: Date, id?: string) {
  const lives = and(
    eq(links.accountId, accounts.id),
    eq(links.purpose, 'invitation'),
    gt(links.expiresAt, now),
  );
  return orm
    .select({ account: accounts, invitationEndsAt: max(links.expiresAt) })
    .from(accounts)
    .leftJoin(links, lives)
    .where(id === undefined ? undefined : eq(accounts.id, id))
    .groupBy(accounts.id)
    .orderBy(asc(accounts.createdAt), asc(accounts.id));
}

/** Ends what an account is in by, and what it could come in by without its password. */
function shutOut(orm: Orm, accountId: string): void {
  orm.delete(sessions).where(eq(sessions.accountId, accountId)).run();
  orm.delete(links).where(eq(links.accountId, accountId)).run();
}

export function accountStore({ orm: reader, write }: Database) {
  return {
    async list(now: Date): Promise<readonly ListedAccount[]> {
      return listed(reader, now).all();
    },

    async get(id: string): Promise<Account | null> {
      return find(reader, id) ?? null;
    },

    /** Whether the account is there and not disabled; resolves in a turn of the writer. */
    async mayComeIn(id: string): Promise<boolean> {
      return write((orm) => find(orm, id)?.disabledAt === null);
    },

    /** By its address in lower case. */
    async byEmail(email: string): Promise<Account | null> {
      return reader.select().from(accounts).where(eq(accounts.email, email)).get() ?? null;
    },

    async hasCoordinator(): Promise<boolean> {
      return hasCoordinator(reader);
    },

    /**
     * Makes an account that waits, or takes up the one of that address that waits or was disabled, and gives it one
     * invitation link; older links die. `taken` where the address is of somebody who may come in already.
     */
    async invite(invitation: Invitation, now: Date): Promise<Account | 'taken'> {
      const { accountId, name, email, role, language } = invitation;
      return write((orm) => {
        const known = orm.select().from(accounts).where(eq(accounts.email, email)).get();
        if (known?.joinedAt && !known.disabledAt) return 'taken';
        const id = known?.id ?? accountId;
        if (known) {
          shutOut(orm, id);
          // Who comes back chooses a new password: the old one may be why it was disabled.
          orm.delete(credentials).where(eq(credentials.accountId, id)).run();
          orm
            .update(accounts)
            .set({ name, role, language, invitedAt: now, updatedAt: now, disabledAt: null })
            .where(eq(accounts.id, id))
            .run();
        } else {
          orm
            .insert(accounts)
            .values({
              id,
              name,
              email,
              role,
              language,
              invitedAt: now,
              createdAt: now,
              updatedAt: now,
            })
            .run();
        }
        orm
          .insert(links)
          .values({
            id: invitation.linkId,
            hash: invitation.hash,
            accountId: id,
            purpose: 'invitation',
            expiresAt: invitation.expiresAt,
            createdAt: now,
            updatedAt: now,
          })
          .run();
        const account = find(orm, id);
        if (!account) throw new Error('An account just written is not there');
        return account;
      });
    },

    /** `last` where no coordinator who has joined would be left. */
    async changeRole(
      id: string,
      role: Role,
      now: Date,
    ): Promise<ListedAccount | 'missing' | 'last'> {
      return write((orm) => {
        const account = find(orm, id);
        if (!account) return 'missing';
        if (role !== 'coordinator' && isLastCoordinator(orm, account)) return 'last';
        orm.update(accounts).set({ role, updatedAt: now }).where(eq(accounts.id, id)).run();
        return listed(orm, now, id).get() ?? 'missing';
      });
    },

    /** Whether this person is written to about comments. What waits to be written about goes with a no. */
    async setCommentMail(id: string, wanted: boolean, now: Date): Promise<void> {
      await write((orm) => {
        orm
          .update(accounts)
          .set({ commentMail: wanted, updatedAt: now })
          .where(eq(accounts.id, id))
          .run();
        if (!wanted) orm.delete(commentNotices).where(eq(commentNotices.accountId, id)).run();
      });
    },

    /** Ends its sessions and links with it. `last` as for `changeRole`. */
    async disable(id: string, now: Date): Promise<'done' | 'missing' | 'last'> {
      return write((orm) => {
        const account = find(orm, id);
        if (!account) return 'missing';
        if (isLastCoordinator(orm, account)) return 'last';
        shutOut(orm, id);
        if (!account.disabledAt) {
          orm
            .update(accounts)
            .set({ disabledAt: now, updatedAt: now })
            .where(eq(accounts.id, id))
            .run();
        }
        return 'done';
      });
    },
  };
}
