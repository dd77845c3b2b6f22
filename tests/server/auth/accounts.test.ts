// Accounts: the first coordinator, roles, never none, passwords that change, who may manage people.
import { expect, test } from 'vitest';
import { type Actor, ANONYMOUS } from '#core/policy.ts';
import {
  accepted,
  codeOf,
  cookieOf,
  HOUR,
  PASSWORD,
  peopleHouse,
  ROOT,
  request,
  tokenOf,
} from './people-house.ts';

const FIRST = { name: 'Première', email: 'First@Example.org', password: PASSWORD };

test('setup makes the first coordinator once, and only with the newest link', async () => {
  const house = peopleHouse();
  const older = tokenOf((await house.setupLink()) ?? '');
  const newer = tokenOf((await house.setupLink()) ?? '');
  expect(await house.queries.setupOpen()).toBe(true);
  for (const token of [older, '', 'x'.repeat(43)])
    expect(codeOf(await house.commands.setup({ ...FIRST, token }))).toBe('link-used-or-expired');
  // What is wrong in the form uses nothing up.
  const wrong = await house.commands.setup({
    token: newer,
    name: '\u202e',
    email: 'x',
    password: 'y',
  });
  expect(wrong).toMatchObject({ code: 'invalid-input' });
  expect(wrong.ok ? [] : wrong.errors?.map(({ path }) => path)).toEqual([
    'name',
    'email',
    'password',
  ]);
  const account = accepted(await house.commands.setup({ ...FIRST, token: newer }));
  expect(account).toMatchObject({ email: 'first@example.org', role: 'coordinator', joined: true });
  expect(await house.queries.setupOpen()).toBe(false);
  expect(await house.setupLink()).toBeNull();
  expect(codeOf(await house.commands.setup({ ...FIRST, token: newer }))).toBe('setup-done');
  accepted(await house.sessions.signIn(request(), FIRST));
});

test('of two who set up at once, one becomes coordinator', async () => {
  const house = peopleHouse();
  const token = tokenOf((await house.setupLink()) ?? '');
  const answers = await Promise.all([
    house.commands.setup({ ...FIRST, token }),
    house.commands.setup({ ...FIRST, email: 'other@example.org', token }),
  ]);
  expect(answers.map(codeOf).sort()).toEqual(['setup-done', 'yes']);
  expect(accepted(await house.queries.list(ROOT))).toHaveLength(1);
});

test('setup is over once a coordinator was made by other means', async () => {
  const house = peopleHouse();
  const token = tokenOf((await house.setupLink()) ?? '');
  accepted(
    await house.commands.invite(ROOT, { name: 'C', email: 'c@example.org', role: 'coordinator' }),
  );
  expect(codeOf(await house.commands.setup({ ...FIRST, token }))).toBe('setup-done');
  expect(await house.setupLink()).toBeNull();
});

test('the last coordinator who has joined is neither demoted nor disabled, even by two at once', async () => {
  const house = peopleHouse();
  const a = await house.member('a@example.org', 'coordinator');
  // One who only waits could never come, so does not count.
  const waiting = accepted(
    await house.commands.invite(a.actor, {
      name: 'W',
      email: 'w@example.org',
      role: 'coordinator',
    }),
  ).account;
  expect(codeOf(await house.commands.changeRole(a.actor, a.id, 'editor'))).toBe('last-coordinator');
  expect(codeOf(await house.commands.disable(a.actor, a.id))).toBe('last-coordinator');
  accepted(await house.commands.changeRole(a.actor, a.id, 'coordinator'));
  accepted(await house.commands.disable(a.actor, waiting.id));
  const b = await house.member('b@example.org', 'coordinator');
  const each = await Promise.all([
    house.commands.disable(a.actor, b.id),
    house.commands.changeRole(b.actor, a.id, 'reader'),
  ]);
  expect(each.map(codeOf).sort()).toEqual(['last-coordinator', 'yes']);
});

test('only coordinators manage people; who is nobody is asked to sign in', async () => {
  const house = peopleHouse();
  const { id } = await house.member('c@example.org', 'reader');
  const acts = (actor: Actor) => [
    house.queries.list(actor),
    house.queries.tokens(actor),
    house.commands.invite(actor, { name: 'X', email: 'x@example.org', role: 'coordinator' }),
    house.commands.changeRole(actor, id, 'coordinator'),
    house.commands.disable(actor, id),
    house.commands.createToken(actor, { name: 'X', role: 'coordinator' }),
    house.commands.revokeToken(actor, 'x'),
  ];
  for (const answer of await Promise.all(acts(ANONYMOUS)))
    expect(codeOf(answer)).toBe('not-signed-in');
  for (const role of ['reader', 'editor'] as const)
    for (const kind of ['account', 'token'] as const)
      for (const answer of await Promise.all(acts({ kind, id, name: 'X', role })))
        expect(codeOf(answer)).toBe('not-allowed');
  expect(accepted(await house.queries.list(ROOT))).toHaveLength(1);
});

test('what is not there is said so', async () => {
  const house = peopleHouse();
  expect(codeOf(await house.commands.changeRole(ROOT, 'none', 'editor'))).toBe('not-found');
  expect(codeOf(await house.commands.disable(ROOT, 'none'))).toBe('not-found');
  expect(codeOf(await house.commands.revokeToken(ROOT, 'none'))).toBe('not-found');
  expect(codeOf(await house.queries.mine(ROOT))).toBe('not-allowed');
  expect(codeOf(await house.queries.mine(ANONYMOUS))).toBe('not-signed-in');
});

test('names and addresses are cleaned, and refused where nothing is left', async () => {
  const house = peopleHouse();
  const { account } = accepted(
    await house.commands.invite(ROOT, {
      name: '  "><img src=x onerror=1>\u202e\n Zoé\u0000 ',
      email: '\tZOE@Example.ORG\n',
      role: 'reader',
    }),
  );
  expect(account).toMatchObject({ name: '"><img src=x onerror=1> Zoé', email: 'zoe@example.org' });
  expect(house.letters[0]?.html).toContain('&quot;&gt;&lt;img src=x onerror=1&gt; Zoé');
  const empty = await house.commands.invite(ROOT, { name: ' \u200b ', email: '@', role: 'reader' });
  expect(empty).toMatchObject({
    code: 'invalid-input',
    errors: [{ path: 'name' }, { path: 'email' }],
  });
  expect(codeOf(await house.commands.createToken(ROOT, { name: '', role: 'reader' }))).toBe(
    'invalid-input',
  );
});

test('changing a password wants the present one, and ends every other session and link', async () => {
  const house = peopleHouse();
  const { id, cookie, email } = await house.member('c@example.org', 'editor');
  house.time.now += 2 * HOUR;
  const elsewhere = cookieOf(
    accepted(await house.sessions.signIn(request(), { email, password: PASSWORD })).headers,
  );
  const actor = accepted(await house.actorOf(request(elsewhere)));
  const other = { actor: accepted(await house.actorOf(request(cookie))), open: true };
  const own = { actor, open: true };
  house.live.push(other, own);
  expect(accepted(await house.queries.mine(actor))).toEqual({
    id,
    commentMail: true,
    name: 'Personne c@example.org',
    email,
    role: 'editor',
    hasPassword: true,
    asksCurrentPassword: true,
  });
  const fresh = 'une autre phrase assez longue';
  for (const current of [undefined, '', 'pas celui-là'])
    expect(
      await house.sessions.setPassword(request(elsewhere), actor, { password: fresh, current }),
    ).toMatchObject({ code: 'invalid-input', errors: [{ path: 'current' }] });
  accepted(
    await house.sessions.setPassword(request(elsewhere), actor, {
      password: fresh,
      current: PASSWORD,
    }),
  );
  expect([other.open, own.open]).toEqual([false, true]);
  expect(codeOf(await house.sessions.signIn(request(), { email, password: PASSWORD }))).toBe(
    'wrong-credentials',
  );
  accepted(await house.sessions.signIn(request(), { email, password: fresh }));
});

test('who forgot it sets a new password within an hour of coming in by a link', async () => {
  const house = peopleHouse();
  const { email } = await house.member('c@example.org', 'editor');
  house.letters.length = 0;
  accepted(await house.sessions.sendLink(request(), { email, language: 'en' }));
  await house.settle();
  const letter = house.letters[0]?.text ?? '';
  expect(letter).toContain('Here is the link');
  const token = tokenOf(/http\S+/.exec(letter)?.[0] ?? '');
  const cookie = cookieOf(accepted(await house.sessions.enterByLink(request(), { token })).headers);
  const actor = accepted(await house.actorOf(request(cookie)));
  const fresh = 'une phrase dont je me souviens';
  accepted(await house.sessions.setPassword(request(cookie), actor, { password: fresh }));
  house.time.now += HOUR;
  const late = await house.sessions.setPassword(request(cookie), actor, { password: PASSWORD });
  expect(late).toMatchObject({ code: 'invalid-input', errors: [{ path: 'current' }] });
});

test('a password is set by the account itself, in a session, and by nobody else', async () => {
  const house = peopleHouse();
  const a = await house.member('a@example.org', 'editor');
  const b = await house.member('b@example.org', 'coordinator');
  const set = (cookie: string, actor: Actor) =>
    house.sessions.setPassword(request(cookie), actor, { password: PASSWORD });
  expect(codeOf(await set(b.cookie, a.actor))).toBe('not-signed-in');
  expect(codeOf(await set('', a.actor))).toBe('not-signed-in');
  expect(codeOf(await set(a.cookie, ANONYMOUS))).toBe('not-signed-in');
  expect(codeOf(await set(a.cookie, ROOT))).toBe('not-allowed');
});

test('people are listed as a directory sorts them', async () => {
  const house = peopleHouse();
  for (const name of ['zoé', 'Émile', 'alice', 'Zacharie', 'Eve', 'Bob'])
    accepted(
      await house.commands.invite(ROOT, {
        name,
        email: `${name.normalize('NFD').replace(/\W/g, '')}@example.org`,
        role: 'reader',
      }),
    );
  const names = accepted(await house.queries.list(ROOT)).map(({ name }) => name);
  expect(names).toEqual(['alice', 'Bob', 'Émile', 'Eve', 'Zacharie', 'zoé']);
});
