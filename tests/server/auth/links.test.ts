// Invitations and one-time links: single use, kept as hashes, ended by time, by a newer one, by disabling.
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
  tokenOf,
} from './people-house.ts';

const C = { name: 'Camille', email: 'c@example.org', role: 'reader' } as const;

test('an invitation waits, is mailed in its language, and gives its link to who made it', async () => {
  const house = peopleHouse();
  const { account, link, mailed } = accepted(await house.commands.invite(ROOT, C));
  expect(account).toMatchObject({ ...C, joined: false, disabled: false });
  expect(account.invitationEndsAt).toBe('2026-03-28T09:00:00.000Z');
  expect(link).toMatch(/^http:\/\/localhost:3000\/sign-in\/link\?token=[\w-]{43}$/);
  expect(mailed).toBe(true);
  expect(house.letters).toHaveLength(1);
  expect(house.letters[0]).toMatchObject({ to: { email: 'c@example.org' } });
  expect(house.letters[0]?.text).toContain(link);
  expect(house.letters[0]?.text).toMatch(/Terminal vous invite/);
  const quiet = { ...C, email: 'd@example.org', mail: false };
  expect(accepted(await house.commands.invite(ROOT, quiet)).mailed).toBe(false);
  const english = { ...C, email: 'e@example.org', language: 'en' } as const;
  accepted(await house.commands.invite(ROOT, english));
  expect(house.letters[1]?.text).toMatch(/Terminal invites you/);
});

test('looking at a link, as mail scanners do, uses nothing up', async () => {
  const house = peopleHouse();
  const { link } = accepted(await house.commands.invite(ROOT, C));
  const token = tokenOf(link);
  for (let times = 0; times < 3; times += 1)
    expect(accepted(await house.queries.link(token))).toEqual({
      purpose: 'invitation',
      name: 'Camille',
      email: 'c@example.org',
    });
  accepted(await house.sessions.enterByLink(request(), { token }));
  expect(codeOf(await house.queries.link(token))).toBe('link-used-or-expired');
});

test('of many browsers that press the button at once, one comes in', async () => {
  const house = peopleHouse();
  const { link } = accepted(await house.commands.invite(ROOT, C));
  const token = tokenOf(link);
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => house.sessions.enterByLink(request(), { token })),
  );
  expect(answers.map(codeOf).sort()).toEqual([
    ...Array.from({ length: 7 }, () => 'link-used-or-expired'),
    'yes',
  ]);
  const people = accepted(await house.queries.list(ROOT));
  expect(people).toHaveLength(1);
  expect(people[0]).toMatchObject({ joined: true, role: 'reader', invitationEndsAt: null });
});

test('who comes in by an invitation may set a password, and signs in with it', async () => {
  const house = peopleHouse();
  const { link } = accepted(await house.commands.invite(ROOT, C));
  const { headers } = accepted(
    await house.sessions.enterByLink(request(), { token: tokenOf(link) }),
  );
  const here = request(cookieOf(headers));
  const actor = accepted(await house.actorOf(here));
  expect(accepted(await house.queries.mine(actor))).toMatchObject({
    hasPassword: false,
    asksCurrentPassword: false,
  });
  const short = await house.sessions.setPassword(here, actor, { password: 'trop court' });
  expect(short).toMatchObject({
    code: 'invalid-input',
    errors: [{ path: 'password', problem: 'refusal.problem.password-too-short' }],
  });
  accepted(await house.sessions.setPassword(here, actor, { password: PASSWORD }));
  accepted(await house.sessions.signIn(request(), { email: C.email, password: PASSWORD }));
});

test.each([
  ['a second after seven days', async (house: House) => (house.time.now += 7 * DAY + 1000)],
  ['at the very end of seven days', async (house: House) => (house.time.now += 7 * DAY)],
  ['once a newer one was made', async (house: House) => house.commands.invite(ROOT, C)],
  [
    'once the account is disabled',
    async (house: House, id: string) => house.commands.disable(ROOT, id),
  ],
])('an invitation is refused %s', async (_when, happen) => {
  const house = peopleHouse();
  const { account, link } = accepted(await house.commands.invite(ROOT, C));
  await happen(house, account.id);
  const token = tokenOf(link);
  expect(codeOf(await house.queries.link(token))).toBe('link-used-or-expired');
  expect(codeOf(await house.sessions.enterByLink(request(), { token }))).toBe(
    'link-used-or-expired',
  );
});
type House = ReturnType<typeof peopleHouse>;

test('until the last second of seven days an invitation serves', async () => {
  const house = peopleHouse();
  const { link } = accepted(await house.commands.invite(ROOT, C));
  house.time.now += 7 * DAY - 1;
  accepted(await house.sessions.enterByLink(request(), { token: tokenOf(link) }));
});

test('inviting again, in any letter case, keeps one account and takes the new name and role', async () => {
  const house = peopleHouse();
  const first = accepted(await house.commands.invite(ROOT, C));
  const again = { name: 'Camille B.', email: ' C@Example.ORG ', role: 'editor' } as const;
  const second = accepted(await house.commands.invite(ROOT, again));
  expect(second.account).toMatchObject({
    id: first.account.id,
    name: 'Camille B.',
    email: 'c@example.org',
    role: 'editor',
  });
  accepted(await house.sessions.enterByLink(request(), { token: tokenOf(second.link) }));
  expect(codeOf(await house.commands.invite(ROOT, again))).toBe('email-taken');
  expect(accepted(await house.queries.list(ROOT))).toHaveLength(1);
});

test('two coordinators who invite the same person at once make one account with one living link', async () => {
  const house = peopleHouse();
  const both = await Promise.all([
    house.commands.invite(ROOT, C),
    house.commands.invite(ROOT, { ...C, email: 'C@EXAMPLE.org' }),
  ]);
  const links = both.map((each) => tokenOf(accepted(each).link));
  expect(accepted(await house.queries.list(ROOT))).toHaveLength(1);
  const living = await Promise.all(links.map((token) => house.queries.link(token)));
  expect(living.map(codeOf).sort()).toEqual(['link-used-or-expired', 'yes']);
});

test('a disabled account comes back by an invitation, without its old password or sessions', async () => {
  const house = peopleHouse();
  const { id, cookie } = await house.member('c@example.org', 'editor');
  accepted(await house.commands.disable(ROOT, id));
  const { account, link } = accepted(await house.commands.invite(ROOT, C));
  expect(account).toMatchObject({ id, disabled: false, joined: true, role: 'reader' });
  expect(accepted(await house.actorOf(request(cookie))).kind).toBe('anonymous');
  const old = { email: 'c@example.org', password: PASSWORD };
  expect(codeOf(await house.sessions.signIn(request(), old))).toBe('wrong-credentials');
  accepted(await house.sessions.enterByLink(request(), { token: tokenOf(link) }));
});

test('a link is for its account, whoever is signed in where it is opened, and that session ends', async () => {
  const house = peopleHouse();
  const b = await house.member('b@example.org', 'coordinator');
  const { account, link } = accepted(await house.commands.invite(ROOT, C));
  const { headers } = accepted(
    await house.sessions.enterByLink(request(b.cookie), { token: tokenOf(link) }),
  );
  expect(accepted(await house.actorOf(request(cookieOf(headers))))).toMatchObject({
    id: account.id,
    role: 'reader',
  });
  expect(accepted(await house.actorOf(request(b.cookie))).kind).toBe('anonymous');
});

test('no secret that was handed out is in the database or in the log', async () => {
  const house = peopleHouse();
  const setup = tokenOf((await house.setupLink()) ?? '');
  const { link } = accepted(await house.commands.invite(ROOT, C));
  const { secret } = accepted(
    await house.commands.createToken(ROOT, { name: 'T', role: 'reader' }),
  );
  accepted(await house.sessions.sendLink(request(), { email: C.email }));
  await house.settle();
  const bytes = house.database.driver.serialize().toString('latin1');
  const mailed = house.letters.map(({ text }) => tokenOf(/http\S+/.exec(text)?.[0] ?? ''));
  expect(mailed).toHaveLength(2);
  for (const each of [setup, tokenOf(link), secret, ...mailed]) {
    expect(each.length).toBeGreaterThan(40);
    expect(bytes).not.toContain(each);
    expect(house.logged.join()).not.toContain(each);
  }
});

test('asking for a sign-in link answers the same, and mails only who has an account that may come in', async () => {
  const house = peopleHouse();
  await house.member('c@example.org', 'editor');
  const gone = await house.member('gone@example.org', 'editor');
  accepted(await house.commands.disable(ROOT, gone.id));
  house.letters.length = 0;
  for (const email of ['C@Example.org ', 'gone@example.org', 'nobody@example.org'])
    expect(await house.sessions.sendLink(request(), { email })).toEqual({ ok: true, value: null });
  await house.settle();
  expect(house.letters.map(({ to }) => to.email)).toEqual(['c@example.org']);
  expect(codeOf(await house.sessions.sendLink(request(), { email: 'pas une adresse' }))).toBe(
    'invalid-input',
  );
});

test('a sign-in link serves once, for half an hour, and five may be asked for in an hour', async () => {
  const house = peopleHouse();
  await house.member('c@example.org', 'editor');
  const ask = async () => {
    house.letters.length = 0;
    const answer = await house.sessions.sendLink(request(), { email: 'c@example.org' });
    await house.settle();
    return { answer, token: tokenOf(/http\S+/.exec(house.letters[0]?.text ?? '')?.[0] ?? 'x:') };
  };
  const late = await ask();
  house.time.now += HOUR / 2;
  expect(codeOf(await house.sessions.enterByLink(request(), late))).toBe('link-used-or-expired');
  // Mails arrive in any order: the one asked for first still serves, and then the other does not.
  const [first, second] = [await ask(), await ask()];
  accepted(await house.sessions.enterByLink(request(), first));
  expect(codeOf(await house.sessions.enterByLink(request(), second))).toBe('link-used-or-expired');
  await ask();
  await ask();
  const sixth = await ask();
  expect(codeOf(sixth.answer)).toBe('too-many-attempts');
  expect(house.letters).toHaveLength(0);
  for (let times = 0; times < 5; times += 1)
    accepted(await house.sessions.sendLink(request(), { email: 'nobody@example.org' }));
  expect(codeOf(await house.sessions.sendLink(request(), { email: 'nobody@example.org' }))).toBe(
    'too-many-attempts',
  );
});

test('a mail that cannot leave spoils neither the invitation nor the answer', async () => {
  const house = peopleHouse({
    mailer: {
      send: async () => {
        throw new Error('no mail server');
      },
    },
  });
  const invited = accepted(await house.commands.invite(ROOT, C));
  expect(invited.mailed).toBe(false);
  accepted(await house.sessions.enterByLink(request(), { token: tokenOf(invited.link) }));
  accepted(await house.sessions.sendLink(request(), { email: C.email }));
  await house.settle();
  expect(house.logged.filter((line) => line.includes('no mail server'))).toHaveLength(2);
});
