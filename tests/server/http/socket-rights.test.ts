// B22: whoever loses a right while connected is put out at once, hears and says nothing more, and does not come back by what was captured.
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLOSE } from '#core/document/wire.ts';
import type { Actor } from '#core/policy.ts';
import type { Result } from '#core/refusal.ts';
import { type Doors, openDoors, PASSWORD } from './doors.ts';
import { framesOf, type RawClient, rawClient } from './raw-client.ts';

const ROOM = 'essai/recommendations';
const LOCAL: Actor = { kind: 'token', id: 'test', name: 'test', role: 'coordinator' };

let doors: Doors;
let coordinator: string;
beforeAll(async () => {
  doors = await openDoors({ LIMIT_RIGHTS_EVERY_MS: '100' });
  coordinator = await doors.token('coordinator');
  const json = { slug: 'essai', template: 'advocacy', language: 'fr', title: 'Essai' };
  await doors.ask('/api/v1/frameworks', { method: 'POST', token: coordinator, json });
});
afterAll(() => doors.close());

function words({ doc }: RawClient): string {
  return doc.getXmlFragment('preamble').toString();
}

function write(client: RawClient, text: string): void {
  for (const frame of framesOf(text)) client.send(frame);
}

function asked(cookie: string): Request {
  return new Request('http://localhost/', { headers: { cookie } });
}

interface Person {
  readonly id: string;
  readonly email: string;
  readonly cookie: string;
}

function cookieOf(headers: Headers): string {
  const lines = headers.getSetCookie().map((line) => line.split(';')[0]);
  return lines.join('; ');
}

let people = 0;

/** Somebody with a password, signed in at one browser. */
async function editor(): Promise<Person> {
  const email = `b22-${++people}@example.org`;
  const { commands, people: auth } = doors.house;
  const invited = yes(
    await commands.people.invite(LOCAL, { name: 'Basile', email, role: 'editor', mail: false }),
  );
  const token = new URL(invited.link).searchParams.get('token') ?? '';
  const { headers } = yes(await auth.sessions.enterByLink(asked(''), { token }));
  const cookie = cookieOf(headers);
  await setPassword(cookie, PASSWORD);
  return { id: invited.account.id, email, cookie };
}

async function setPassword(cookie: string, password: string, current?: string): Promise<void> {
  const { people: auth } = doors.house;
  const actor = yes(await auth.actorOf(asked(cookie)));
  const input = { password, ...(current === undefined ? {} : { current }) };
  yes(await auth.sessions.setPassword(asked(cookie), actor, input));
}

function yes<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.code}`);
  return result.value;
}

/** The session ends by time, without a word to anybody. */
function letExpire({ id }: Person): void {
  const database = new Sqlite(join(doors.dataDir, 'triptyque.db'));
  database.prepare('UPDATE sessions SET expires_at = 1 WHERE account_id = ?').run(id);
  database.close();
}

interface Loss {
  readonly how: string;
  readonly code: number;
  /** Whether the text may still be read by who comes anew. */
  readonly mayRead?: boolean;
  /** Whether it is found out only by the next asking of all. */
  readonly later?: boolean;
  readonly act: (person: Person) => Promise<unknown>;
  readonly undo?: () => Promise<unknown>;
}

const archive = (archived: boolean) =>
  doors.house.commands.frameworks.update(LOCAL, 'essai', { archived });

const LOSSES: readonly Loss[] = [
  {
    how: 'made a reader',
    code: CLOSE.noRight,
    mayRead: true,
    act: async ({ id }) => yes(await doors.house.commands.people.changeRole(LOCAL, id, 'reader')),
  },
  {
    how: 'disabled, as who leaves the network is',
    code: CLOSE.notSignedIn,
    act: async ({ id }) => yes(await doors.house.commands.people.disable(LOCAL, id)),
  },
  {
    how: 'signed out in another tab',
    code: CLOSE.notSignedIn,
    act: ({ cookie }) => doors.house.people.sessions.signOut(asked(cookie)),
  },
  {
    how: 'given a new password at another browser',
    code: CLOSE.notSignedIn,
    act: async ({ email }) => {
      const { sessions } = doors.house.people;
      const { headers } = yes(await sessions.signIn(asked(''), { email, password: PASSWORD }));
      await setPassword(cookieOf(headers), 'une tout autre phrase', PASSWORD);
    },
  },
  // Variants: what nobody did to the person.
  {
    how: 'in a session that ended by time, SY-57,',
    code: CLOSE.notSignedIn,
    later: true,
    act: async (person) => letExpire(person),
  },
  {
    how: 'in a framework that was archived',
    code: CLOSE.noRight,
    mayRead: true,
    act: async () => yes(await archive(true)),
    undo: async () => yes(await archive(false)),
  },
];

test.each(LOSSES)('B22 SY-11 somebody who is $how writes and hears nothing more', async (loss) => {
  const { code, mayRead = false, later = false, act, undo } = loss;
  const person = await editor();
  const before = `avant ${person.email}`;
  const after = `après ${person.email}`;
  const pirate = `PIRATE ${person.email}`;
  const captured = { Cookie: person.cookie, Origin: doors.url };
  let alix = await alixComes();
  const basile = rawClient(doors.port, ROOM, captured);
  await basile.synced;
  write(basile, before);
  await expect.poll(() => words(alix)).toContain(before);

  await act(person);
  // He does not know yet.
  if (!later) write(basile, pirate);
  expect(await basile.closed).toBe(code);
  if (undo) {
    await undo();
    alix = await alixComes();
  }
  write(alix, after);
  await expect.poll(working).toContain(after);
  expect(words(alix)).not.toContain(pirate);
  expect(words(basile)).not.toContain(after);

  const replayed = rawClient(doors.port, ROOM, captured, undo ? [] : framesOf(pirate));
  if (mayRead) {
    await replayed.synced;
    expect(words(replayed)).toContain(after);
  } else {
    expect(await replayed.closed).toBe(CLOSE.notSignedIn);
    expect(replayed.documentBytes()).toBe(0);
  }
  expect(await working()).not.toContain(pirate);
  for (const one of [alix, replayed]) one.socket.terminate();
});

async function alixComes(): Promise<RawClient> {
  const alix = rawClient(doors.port, ROOM, { Authorization: `Bearer ${coordinator}` });
  await alix.synced;
  return alix;
}

async function working(): Promise<string> {
  return (await doors.ask('/api/v1/frameworks/essai/working', { token: coordinator })).text;
}
