// A server's people on an empty database of their own: with a clock that tests move and letters that tests read.
import { randomUUID } from 'node:crypto';
import type { Actor, Role } from '#core/policy.ts';
import type { Result } from '#core/refusal.ts';
import { openDatabase } from '#db/open.ts';
import { createPeople, type PeopleDeps } from '#server/auth/people.ts';
import { createLog } from '#server/log.ts';
import type { Letter } from '#server/mail/mailer.ts';

export const PASSWORD = 'une phrase assez longue';
export const ROOT: Actor = { kind: 'token', id: 'cli', name: 'Terminal', role: 'coordinator' };
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The value of what must have been accepted. */
export function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.code} ${JSON.stringify(result.errors ?? '')}`);
  return result.value;
}

/** The code of what must have been refused, or `yes`. */
export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'yes' : result.code;
}

/** A request as a browser with these cookies sends it. */
export function request(cookie = '', headers: Record<string, string> = {}): Request {
  return new Request('http://localhost:3000/anything', {
    headers: cookie === '' ? headers : { ...headers, cookie },
  });
}

/** What a browser keeps of an answer's cookies. */
export function cookieOf(headers: Headers): string {
  return headers
    .getSetCookie()
    .filter((line) => !/max-age=0/i.test(line))
    .map((line) => line.split(';')[0])
    .join('; ');
}

export function tokenOf(link: string): string {
  return new URL(link).searchParams.get('token') ?? '';
}

export function peopleHouse(more: Partial<PeopleDeps> = {}) {
  const database = openDatabase(':memory:');
  const time = { now: new Date('2026-03-21T09:00:00.000Z').getTime() };
  const letters: Letter[] = [];
  const logged: string[] = [];
  const live: { actor: Actor; open: boolean }[] = [];
  const people = createPeople({
    database,
    clock: () => new Date(time.now),
    makeId: randomUUID,
    secret: 'a-secret-of-this-test-and-of-nothing-else',
    networkName: 'Réseau d’essai',
    url: (path) => `http://localhost:3000${path}`,
    mailer: {
      send: async (letter) => {
        letters.push(letter);
      },
    },
    // Live connections, closed as rooms close them: whoever is no longer somebody.
    rooms: {
      recheck: async (match) => {
        for (const connection of live.filter(match)) {
          const now = await people.actorNow(connection.actor);
          if (now === null) connection.open = false;
          else connection.actor = now;
        }
      },
    },
    log: createLog('info', (line) => logged.push(line)),
    ...more,
  });

  /** Invites, uses the link, sets a password: somebody of the network. Gives the browser's cookie too. */
  async function member(email: string, role: Role) {
    const { account, link } = accepted(
      await people.commands.invite(ROOT, { name: `Personne ${email}`, email, role }),
    );
    const { headers } = accepted(
      await people.sessions.enterByLink(request(), { token: tokenOf(link) }),
    );
    const cookie = cookieOf(headers);
    const actor = accepted(await people.actorOf(request(cookie)));
    accepted(await people.sessions.setPassword(request(cookie), actor, { password: PASSWORD }));
    return { id: account.id, email, cookie, actor };
  }

  return { ...people, people, database, time, letters, logged, live, member };
}
