// What of better-auth can be reached at all, and that what it would do by default cannot.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openDatabase } from '#db/open.ts';
import { signInAdapter } from '#db/sign-in.ts';
import { makeAuth } from '#server/auth/better-auth.ts';
import { createLog } from '#server/log.ts';
import { accepted, peopleHouse, ROOT, request } from './people-house.ts';

test('only the routes in use are given out, and no web handler', () => {
  const auth = makeAuth({
    adapter: signInAdapter(openDatabase(':memory:')),
    clock: () => new Date(0),
    makeId: randomUUID,
    secret: 'a-secret-of-this-test-and-of-nothing-else',
    secure: false,
    mayComeIn: async () => true,
    log: createLog('info', () => {}),
  });
  expect(Object.keys(auth).sort()).toEqual([
    'hashPassword',
    'isPassword',
    'openSession',
    'sessionToken',
    'signInEmail',
    'signOut',
  ]);
});

test('coming in keeps neither address nor browser of anybody, and better-auth writes nothing to the log', async () => {
  const house = peopleHouse();
  await house.member('c@example.org', 'editor');
  const headers = { 'user-agent': 'A browser', 'x-forwarded-for': '192.0.2.7' };
  await house.sessions.signIn(request('', headers), { email: 'c@example.org', password: 'no' });
  const { link } = accepted(
    await house.commands.invite(ROOT, { name: 'D', email: 'd@example.org', role: 'reader' }),
  );
  const token = new URL(link).searchParams.get('token') ?? '';
  accepted(await house.sessions.enterByLink(request('', headers), { token }));
  const rows = house.database.driver.prepare('SELECT ip_address, user_agent FROM sessions').all();
  expect(rows.length).toBeGreaterThan(1);
  for (const row of rows) expect(row).toEqual({ ip_address: null, user_agent: null });
  expect(house.logged).toEqual([]);
});
