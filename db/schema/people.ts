// Tables of people: accounts and how they sign in, one-time links, tokens of programs, the setup token.
// accounts, sessions, credentials and links have the columns that better-auth wants of its user, session,
// account and verification (its schema check runs at start); docs/decisions/0006-sign-in.md says which are ours.
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { ROLES } from '#core/policy.ts';

const instant = (name: string) => integer(name, { mode: 'timestamp_ms' });
const ROLE = { enum: ROLES };

/** Somebody who signs in. Addresses are kept in lower case, so that letter case never makes two accounts. */
export const accounts = sqliteTable(
  'accounts',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull().unique(),
    emailVerified: integer('email_verified', { mode: 'boolean' }).notNull().default(false),
    image: text('image'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    role: text('role', ROLE).notNull(),
    /** The language this person is written to in. */
    language: text('language', { enum: ['fr', 'en'] }).notNull(),
    /** Of the last invitation; null for the account made by the setup link. */
    invitedAt: instant('invited_at'),
    /** When the person first came in; null while the invitation was never used. */
    joinedAt: instant('joined_at'),
    /** Null for who may come in. */
    disabledAt: instant('disabled_at'),
    /** Whether this person wants to be written to about comments that concern them. */
    commentMail: integer('comment_mail', { mode: 'boolean' }).notNull().default(true),
  },
  (table) => [
    check('accounts_email_lower', sql`${table.email} = lower(${table.email})`),
    check('accounts_role', sql`${table.role} in ('reader', 'editor', 'coordinator')`),
  ],
);

export const sessions = sqliteTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull().unique(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** How it was opened: a session from a one-time link may set a password without the old one. */
    openedBy: text('opened_by', { enum: ['password', 'link'] }).notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** Wanted by better-auth; kept empty, nobody is followed by address or browser. */
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
  },
  (table) => [index('sessions_account').on(table.accountId)],
);

/** A way to prove who one is; today only a password (`providerId` = credential). */
export const credentials = sqliteTable(
  'credentials',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    providerId: text('provider_id').notNull(),
    /** The account's id there; for a password, the account's own id. */
    providerAccountId: text('provider_account_id').notNull(),
    /** scrypt, as `salt:key` in hexadecimal. */
    password: text('password'),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text('scope'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [uniqueIndex('credentials_account_provider').on(table.accountId, table.providerId)],
);

/** One-time links that were not used yet: using one deletes its row. */
export const links = sqliteTable(
  'links',
  {
    id: text('id').primaryKey(),
    /** SHA-256 of what the link carries, in hexadecimal: the link itself is nowhere on disk. */
    hash: text('hash').notNull().unique(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    purpose: text('purpose', { enum: ['invitation', 'sign-in'] }).notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('links_account').on(table.accountId)],
);

/** Bearer tokens of programs. A revoked one stays, so that what it did keeps a name. */
export const tokens = sqliteTable(
  'tokens',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    role: text('role', ROLE).notNull(),
    /** SHA-256 of the whole secret, in hexadecimal. */
    hash: text('hash').notNull().unique(),
    createdAt: instant('created_at').notNull(),
    /** Name of who made it, as it was then. */
    createdBy: text('created_by').notNull(),
    /** To the minute. */
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [check('tokens_role', sql`${table.role} in ('reader', 'editor', 'coordinator')`)],
);

/** The one setup token that lives; each start without a coordinator replaces it. */
export const setupToken = sqliteTable(
  'setup_token',
  {
    id: integer('id').primaryKey(),
    /** SHA-256, in hexadecimal. */
    hash: text('hash').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [check('setup_token_one', sql`${table.id} = 1`)],
);
