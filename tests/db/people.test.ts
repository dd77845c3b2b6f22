// What the tables of people themselves refuse, and what goes with an account.
import { beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '#db/open.ts';
import { accountStore } from '#db/people.ts';
import { signInStore } from '#db/sign-in.ts';

const NOW = new Date('2026-03-21T09:00:00.000Z');
const LATER = new Date('2026-03-22T09:00:00.000Z');
let database: Database;
beforeEach(() => {
  database = openDatabase(':memory:');
});

function invitation(email: string, hash: string) {
  return {
    accountId: `account of ${hash}`,
    linkId: `link ${hash}`,
    name: 'N',
    email,
    role: 'editor',
    language: 'fr',
    hash,
    expiresAt: LATER,
  } as const;
}

test.each([
  ['an address in capitals', "UPDATE accounts SET email = 'C@example.org'"],
  ['an unknown role', "UPDATE accounts SET role = 'admin'"],
  [
    'a second account of the same address',
    "INSERT INTO accounts (id, name, email, role, language, created_at, updated_at) VALUES ('b', 'B', 'c@example.org', 'reader', 'fr', 0, 0)",
  ],
  [
    'a link to nobody',
    "INSERT INTO links (id, hash, account_id, purpose, expires_at, created_at, updated_at) VALUES ('l', 'x', 'none', 'sign-in', 9, 0, 0)",
  ],
  ['a second setup token', "INSERT INTO setup_token (id, hash, created_at) VALUES (2, 'h', 0)"],
])('the tables refuse %s', async (_what, statement) => {
  await accountStore(database).invite(invitation('c@example.org', 'h'), NOW);
  expect(() => database.driver.exec(statement)).toThrow(/constraint failed/);
});

test('an invitation ends at its instant, and is then no longer listed', async () => {
  const accounts = accountStore(database);
  const signIn = signInStore(database);
  await accounts.invite(invitation('c@example.org', 'h'), NOW);
  const justBefore = new Date(LATER.getTime() - 1);
  expect(await signIn.findLink('h', justBefore)).toMatchObject({ purpose: 'invitation' });
  expect((await accounts.list(justBefore))[0]?.invitationEndsAt).toEqual(LATER);
  expect(await signIn.findLink('h', LATER)).toBeNull();
  expect(await signIn.spendLink('h', LATER)).toBeNull();
  expect((await accounts.list(LATER))[0]?.invitationEndsAt).toBeNull();
  await signIn.sweep(LATER);
  expect(database.driver.prepare('SELECT count(*) AS n FROM links').get()).toEqual({ n: 0 });
});

test('using a link ends every other link of the account and of no other', async () => {
  const accounts = accountStore(database);
  const signIn = signInStore(database);
  await accounts.invite(invitation('c@example.org', 'c1'), NOW);
  await accounts.invite(invitation('d@example.org', 'd1'), NOW);
  await signIn.addSignInLink(
    { id: 'c2', hash: 'c2', accountId: 'account of c1', expiresAt: LATER },
    NOW,
  );
  expect(await signIn.spendLink('c2', NOW)).toMatchObject({
    email: 'c@example.org',
    joinedAt: NOW,
  });
  expect(await signIn.spendLink('c1', NOW)).toBeNull();
  expect(await signIn.spendLink('d1', NOW)).toMatchObject({ email: 'd@example.org' });
});
