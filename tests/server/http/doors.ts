// The whole server in this process for tests of its doors: a real house on a folder of its own, asked over real connections.
import { mkdtempSync, rmSync } from 'node:fs';
import {
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  request,
  type Server,
} from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor, Role } from '#core/policy.ts';
import { readEnv } from '#server/env.ts';
import type { House } from '#server/house.ts';
import { createLog } from '#server/log.ts';
import { type Front, serve } from '#server/serve.ts';

export interface Question {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Uint8Array;
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly token?: string;
  /** Sent without saying how long it is. */
  readonly chunked?: boolean;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
  /** The body read as JSON; throws where it is none. */
  json(): unknown;
}

export interface Doors {
  readonly port: number;
  readonly url: string;
  readonly dataDir: string;
  readonly house: House;
  /** Lines of the log, from `warn` on. */
  readonly log: readonly string[];
  readonly told: readonly string[];
  ask(path: string, question?: Question): Promise<Answer>;
  token(role: Role): Promise<string>;
  /** Signs a person in and gives the cookie to send. */
  cookie(role: Role): Promise<string>;
  close(): Promise<void>;
}

const LOCAL: Actor = { kind: 'token', id: 'test', name: 'test', role: 'coordinator' };
export const PASSWORD = 'quatre mots pour essayer';

/** Stands where the pages are, which have their own tests. */
const FRONT: Front = {
  pages: {
    handle: async (asked, context) => {
      if (new URL(asked.url).pathname === '/fails') throw new Error('meant to fail');
      const body = asked.method === 'POST' ? await asked.text() : '';
      return new Response(`<p>${context.actor.kind} ${context.language} ${body}</p>`, {
        headers: { 'Content-Type': 'text/html; charset=utf-8' },
      });
    },
  },
  files: { answer: () => null },
  development: false,
  async close() {},
};

/** Sends one request as it is given: no header is added or refused, no path is tidied. */
export function askAt(port: number, path: string, question: Question = {}): Promise<Answer> {
  const { method = 'GET', headers = {}, json, token } = question;
  const body = json === undefined ? question.body : JSON.stringify(json);
  return new Promise((resolve, reject) => {
    const asking = request({
      host: '127.0.0.1',
      port,
      path,
      method,
      agent: false,
      headers: {
        ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(question.chunked ? { 'Transfer-Encoding': 'chunked' } : {}),
        ...(body === undefined || question.chunked
          ? {}
          : { 'Content-Length': Buffer.byteLength(body) }),
        ...headers,
      },
    });
    asking.on('error', reject);
    asking.on('response', async (answer) => {
      const chunks: Buffer[] = [];
      try {
        for await (const chunk of answer) chunks.push(chunk);
      } catch (error) {
        reject(error);
        return;
      }
      const bytes = Buffer.concat(chunks);
      resolve({
        status: answer.statusCode ?? 0,
        headers: answer.headers,
        bytes,
        text: bytes.toString(),
        json: () => JSON.parse(bytes.toString()),
      });
    });
    asking.end(body);
  });
}

/** Opens a server; `variables` are set in its environment. While `opening` is not done, it listens and is not whole. */
export async function openDoors(
  variables: Readonly<Record<string, string>> = {},
  front: Partial<Front> = {},
  opening: (server: Server) => Promise<void> = async () => {},
): Promise<Doors> {
  const dataDir = mkdtempSync(join(tmpdir(), 'triptyque-doors-'));
  const read = readEnv({ PORT: '0', SAMPLE: 'off', ...variables, DATA_DIR: dataDir });
  if (!read.ok) throw new Error(read.line);
  const log: string[] = [];
  const told: string[] = [];
  const running = await serve({
    env: read.env,
    log: createLog('warn', (line) => log.push(line)),
    tell: (line) => told.push(line),
    openFront: async (server) => {
      await opening(server);
      return { ...FRONT, ...front };
    },
    signal: new AbortController().signal,
  });
  const { house, port } = running;
  let people = 0;

  return {
    port,
    url: `http://127.0.0.1:${port}`,
    dataDir,
    house,
    log,
    told,
    ask: (path, question) => askAt(port, path, question),
    async token(role) {
      const made = await house.commands.people.createToken(LOCAL, { name: `test ${role}`, role });
      if (!made.ok) throw new Error(made.code);
      return made.value.secret;
    },
    async cookie(role) {
      people += 1;
      const email = `${role}${people}@example.org`;
      const invited = await house.commands.people.invite(LOCAL, {
        name: `Test ${role}`,
        email,
        role,
        mail: false,
      });
      if (!invited.ok) throw new Error(invited.code);
      const token = new URL(invited.value.link).searchParams.get('token') ?? '';
      const entered = await house.people.sessions.enterByLink(new Request('http://localhost/'), {
        token,
      });
      if (!entered.ok) throw new Error(entered.code);
      return entered.value.headers
        .getSetCookie()
        .map((each) => each.split(';')[0])
        .join('; ');
    },
    async close() {
      await running.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
