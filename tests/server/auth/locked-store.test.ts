// Another process holds the database's write lock: people are told, and nothing is half done.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#db/open.ts';
import { accepted, PASSWORD, peopleHouse, ROOT, request } from './people-house.ts';

test('who signs in while the store is locked waits for it, and reading goes on meanwhile', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'people-locked-'));
  const file = join(dataDir, 'triptyque.db');
  const house = peopleHouse({ database: openDatabase(file) });
  const other = openDatabase(file);
  onTestFinished(() => {
    other.close();
    rmSync(dataDir, { recursive: true });
  });
  const { cookie, email } = await house.member('c@example.org', 'editor');
  other.driver.exec('BEGIN IMMEDIATE');
  const signingIn = house.sessions.signIn(request(), { email, password: PASSWORD });
  const inviting = house.commands.invite(ROOT, {
    name: 'D',
    email: 'd@example.org',
    role: 'reader',
  });
  expect(accepted(await house.actorOf(request(cookie))).kind).toBe('account');
  expect(accepted(await house.queries.list(ROOT))).toHaveLength(1);
  other.driver.exec('ROLLBACK');
  accepted(await signingIn);
  accepted(await inviting);
  expect(accepted(await house.queries.list(ROOT))).toHaveLength(2);
});

test('a store that takes nothing is a refusal, and no mail leaves', async () => {
  const house = peopleHouse();
  const { email, cookie } = await house.member('c@example.org', 'editor');
  house.letters.length = 0;
  house.database.driver.pragma('query_only = ON');
  const full = { ok: false, code: 'store-unavailable' };
  const invited = { name: 'D', email: 'd@example.org', role: 'reader' } as const;
  expect(await house.commands.invite(ROOT, invited)).toEqual(full);
  expect(await house.sessions.signIn(request(), { email, password: PASSWORD })).toEqual(full);
  expect(await house.sessions.enterByLink(request(), { token: 'x' })).toEqual(full);
  expect(house.letters).toEqual([]);
  expect(accepted(await house.actorOf(request(cookie))).kind).toBe('account');
});
