// Signing in and out: passwords, cookies, disabled accounts, how often one may try.
import { expect, test } from 'vitest';
import {
  accepted,
  codeOf,
  cookieOf,
  DAY,
  HOUR,
  PASSWORD,
  peopleHouse,
  ROOT,
  request,
} from './people-house.ts';

test('signs in with a password, in any letter case of the address, and out again', async () => {
  const house = peopleHouse();
  const { id } = await house.member('c@example.org', 'editor');
  const answer = accepted(
    await house.sessions.signIn(request(), { email: ' C@EXAMPLE.ORG ', password: PASSWORD }),
  );
  const cookie = cookieOf(answer.headers);
  expect(accepted(await house.actorOf(request(cookie)))).toMatchObject({
    kind: 'account',
    id,
    role: 'editor',
  });
  const out = await house.sessions.signOut(request(cookie));
  expect(out.headers.getSetCookie().join()).toMatch(/triptyque_session=;.*Max-Age=0/i);
  expect(accepted(await house.actorOf(request(cookie)))).toEqual({ kind: 'anonymous' });
});

test.each([
  ['http://localhost:3000', false],
  ['https://referentiels.example.org', true],
])(
  'the session cookie at %s is HttpOnly, SameSite=Lax and Secure only by https',
  async (origin, secure) => {
    const house = peopleHouse({ url: (path) => `${origin}${path}` });
    await house.member('c@example.org', 'editor');
    const { headers } = accepted(
      await house.sessions.signIn(request(), { email: 'c@example.org', password: PASSWORD }),
    );
    const lines = headers.getSetCookie();
    expect(lines).toHaveLength(1);
    expect([...headers.keys()]).toEqual(['set-cookie']);
    expect(lines[0]).toMatch(/triptyque_session=/);
    expect(lines[0]).toMatch(/HttpOnly/i);
    expect(lines[0]).toMatch(/SameSite=Lax/i);
    expect(/Secure/.test(lines[0] ?? '')).toBe(secure);
  },
);

test('says the same of a wrong password, an unknown address, an account that waits and a disabled one', async () => {
  const house = peopleHouse();
  await house.member('c@example.org', 'coordinator');
  await house.commands.invite(ROOT, { name: 'W', email: 'waits@example.org', role: 'reader' });
  const gone = await house.member('gone@example.org', 'reader');
  accepted(await house.commands.disable(ROOT, gone.id));
  const tries = [
    ['c@example.org', 'pas le bon mot de passe'],
    ['c@example.org', ''],
    ['c@example.org', 'x'.repeat(100_000)],
    ['nobody@example.org', PASSWORD],
    ['waits@example.org', PASSWORD],
    ['gone@example.org', PASSWORD],
    ['no address', PASSWORD],
    ['', ''],
  ] as const;
  for (const [email, password] of tries) {
    const answer = await house.sessions.signIn(request(), { email, password });
    expect(answer, email).toEqual({ ok: false, code: 'wrong-credentials' });
  }
});

test('a cookie that was tampered with, or signed by another server, is nobody', async () => {
  const house = peopleHouse();
  const { cookie } = await house.member('c@example.org', 'editor');
  const bad = [
    `${cookie}x`,
    cookie.replace(/=./, '=Z'),
    cookie.split('.')[0] ?? '',
    'triptyque_session=',
    'triptyque_session=%',
    'triptyque_session=%E0%A4%A.abc',
    ';;;=',
  ];
  for (const each of bad)
    expect(accepted(await house.actorOf(request(each))), each).toEqual({ kind: 'anonymous' });
  const other = peopleHouse({ secret: 'another-secret-that-this-server-never-had' });
  expect(accepted(await other.actorOf(request(cookie)))).toEqual({ kind: 'anonymous' });
});

test('a session ends thirty days after it was opened', async () => {
  const house = peopleHouse();
  const { cookie } = await house.member('c@example.org', 'editor');
  house.time.now += 30 * DAY - 1000;
  expect(accepted(await house.actorOf(request(cookie))).kind).toBe('account');
  house.time.now += 2000;
  expect(accepted(await house.actorOf(request(cookie))).kind).toBe('anonymous');
});

test('a role counts at once, and a disabled account is out at once, in its rooms too', async () => {
  const house = peopleHouse();
  await house.member('chief@example.org', 'coordinator');
  const { id, cookie, actor } = await house.member('c@example.org', 'editor');
  const connection = { actor, open: true };
  house.live.push(connection);
  accepted(await house.commands.changeRole(ROOT, id, 'reader'));
  expect(accepted(await house.actorOf(request(cookie)))).toMatchObject({ role: 'reader' });
  expect(connection).toMatchObject({ open: true, actor: { role: 'reader' } });
  accepted(await house.commands.disable(ROOT, id));
  expect(accepted(await house.actorOf(request(cookie)))).toEqual({ kind: 'anonymous' });
  expect(connection.open).toBe(false);
});

test('signing out ends what is live in that browser and nothing in another', async () => {
  const house = peopleHouse();
  const { actor, cookie } = await house.member('c@example.org', 'editor');
  const elsewhere = cookieOf(
    accepted(await house.sessions.signIn(request(), { email: 'c@example.org', password: PASSWORD }))
      .headers,
  );
  const here = { actor, open: true };
  const there = { actor: accepted(await house.actorOf(request(elsewhere))), open: true };
  house.live.push(here, there);
  await house.sessions.signOut(request(cookie));
  expect([here.open, there.open]).toEqual([false, true]);
});

test('signing in as another ends the session this browser had', async () => {
  const house = peopleHouse();
  const first = await house.member('a@example.org', 'editor');
  await house.member('b@example.org', 'editor');
  accepted(
    await house.sessions.signIn(request(first.cookie), {
      email: 'b@example.org',
      password: PASSWORD,
    }),
  );
  expect(accepted(await house.actorOf(request(first.cookie))).kind).toBe('anonymous');
});

test('ten tries in a quarter of an hour for one account, right or wrong, even all at once; others go on', async () => {
  const house = peopleHouse();
  await house.member('a@example.org', 'editor');
  await house.member('b@example.org', 'editor');
  const wrong = () =>
    house.sessions.signIn(request(), { email: 'A@example.org', password: 'pas celui-là du tout' });
  const answers = await Promise.all(Array.from({ length: 14 }, wrong));
  expect(answers.map(codeOf).filter((code) => code === 'wrong-credentials')).toHaveLength(10);
  const right = { email: 'a@example.org', password: PASSWORD };
  const refused = await house.sessions.signIn(request(), right);
  expect(refused).toEqual({ ok: false, code: 'too-many-attempts', values: { minutes: 15 } });
  accepted(await house.sessions.signIn(request(), { email: 'b@example.org', password: PASSWORD }));
  house.time.now += HOUR / 4;
  accepted(await house.sessions.signIn(request(), right));
});

test('a bearer token is somebody, and a wrong or revoked one is refused, whatever cookie stands beside it', async () => {
  const house = peopleHouse();
  const { cookie } = await house.member('c@example.org', 'editor');
  const { token, secret } = accepted(
    await house.commands.createToken(ROOT, { name: ' Export\u202e nuit ', role: 'reader' }),
  );
  expect(secret).toMatch(/^tk_[\w-]{43}$/);
  const bearing = (value: string, more = '') => request(more, { authorization: value });
  const actor = { kind: 'token', id: token.id, name: 'Export nuit', role: 'reader' };
  for (const value of [`Bearer ${secret}`, `bearer  ${secret} `])
    expect(accepted(await house.actorOf(bearing(value, cookie)))).toEqual(actor);
  for (const value of [
    'Bearer',
    'Bearer ',
    `Bearer ${secret}x`,
    'Bearer tk_',
    `Bearer ${token.id}`,
  ])
    expect(codeOf(await house.actorOf(bearing(value, cookie))), value).toBe('not-signed-in');
  // What a proxy in front asked for is no business of ours.
  expect(accepted(await house.actorOf(bearing('Basic YTpi', cookie))).kind).toBe('account');

  const connection = {
    actor: accepted(await house.actorOf(bearing(`Bearer ${secret}`))),
    open: true,
  };
  house.live.push(connection);
  accepted(await house.commands.revokeToken(ROOT, token.id));
  expect(codeOf(await house.actorOf(bearing(`Bearer ${secret}`)))).toBe('not-signed-in');
  expect(connection.open).toBe(false);
  await house.settle();
  const [listed] = accepted(await house.queries.tokens(ROOT));
  expect(listed).toMatchObject({
    createdBy: 'Terminal',
    lastUsedAt: '2026-03-21T09:00:00.000Z',
    revokedAt: '2026-03-21T09:00:00.000Z',
  });
  expect(JSON.stringify(listed)).not.toContain(secret);
});
