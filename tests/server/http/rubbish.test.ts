// Bad input of every kind on every call: a clear problem, never an error of ours, nothing half written.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Call } from '#server/http/api/call.ts';
import { CALLS } from '#server/http/api/calls.ts';
import { type Answer, type Doors, openDoors } from './doors.ts';

const deep = (open: string, close: string, depth: number) =>
  open.repeat(depth) + close.repeat(depth);

const BODIES: readonly [string, string][] = [
  ['nothing', ''],
  ['no JSON', '{"slug":'],
  ['null', 'null'],
  ['a number', '12'],
  ['a list', '[]'],
  ['a string', '"x"'],
  ['true', 'true'],
  ['an empty object', '{}'],
  ['NUL', '\0'],
  ['half a UTF-8 character', '{"slug":"\ud800"}'],
  [
    'members of other types',
    JSON.stringify({
      slug: 1,
      template: [],
      language: {},
      title: null,
      label: 2,
      status: 'x',
      note: 3,
      name: [],
      items: 'x',
      sections: 4,
      format: false,
      framework: 'x',
      reason: {},
      revision: '1',
      public: 'yes',
      archived: 0,
      visibility: 7,
      licence: [],
      notice: {},
    }),
  ],
  [
    'members of any length',
    JSON.stringify({
      slug: 'x'.repeat(5000),
      title: 'y'.repeat(5000),
      label: '9'.repeat(5000),
      name: 'z'.repeat(5000),
      reason: 'r'.repeat(50_000),
      template: 't'.repeat(500),
      language: 'fr',
      note: 'n'.repeat(100_000),
    }),
  ],
  ['prototypes', '{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}},"title":"t"}'],
  [
    'half a character written out',
    '{"slug":"demi","template":"advocacy","language":"fr","title":"x\\ud800","label":"0.1","status":"adopted","note":"\\udc00","name":"\\ud800","reason":"\\ud800"}',
  ],
  [
    'a title on two lines',
    '{"slug":"lignes","template":"advocacy","language":"fr","title":"a\\nb"}',
  ],
  ['a title of blanks', '{"slug":"blancs","template":"advocacy","language":"fr","title":" \\t "}'],
  ['a title with NUL', '{"slug":"nul","template":"advocacy","language":"fr","title":"a\\u0000b"}'],
  ['very deep lists', deep('[', ']', 200_000)],
  [
    'very deep items',
    `{"format":"triptyque/1","framework":{"slug":"a","template":"advocacy","language":"fr","title":"t"},"sections":[{"key":"recommendations","items":${deep('[{"id":"a","kind":"recommendation","children":', '}]', 5_000).replace('":}', '":[]}')}}]}`,
  ],
  [
    'ids that are none',
    JSON.stringify({
      format: 'triptyque/1',
      framework: { slug: 'a', template: 'advocacy', language: 'fr', title: 't' },
      sections: [
        { key: 'recommendations', items: [{ id: '../x', kind: '' }, { id: 1 }, null, {}] },
      ],
    }),
  ],
  [
    'an unknown template',
    JSON.stringify({ slug: 'autre', template: 'x', language: 'fr', title: 't' }),
  ],
  [
    'twice the same id',
    JSON.stringify({
      format: 'triptyque/1',
      framework: { slug: 'a', template: 'advocacy', language: 'fr', title: 't' },
      sections: [
        {
          key: 'recommendations',
          items: [
            { id: 'a', kind: 'recommendation' },
            { id: 'a', kind: 'recommendation' },
          ],
        },
      ],
    }),
  ],
];

const WORDS = [
  '__proto__',
  'constructor',
  '..',
  '%2e%2e',
  'a b',
  '%00',
  'é',
  '%F0%9F%8E%93',
  '-1',
  '0',
  'r0',
  'r99999999999',
  '1e9',
  '1.0.0.0',
  '9999999999999999999.1',
  'x'.repeat(300),
  "'; DROP TABLE x; --",
];

const QUERIES = [
  'limit=0',
  'limit=-1',
  'limit=1e9',
  'limit=x',
  'limit=1&limit=2',
  'cursor=x',
  'cursor=%00',
  `cursor=${'y'.repeat(3000)}`,
  'q=%',
  'q=%00',
  'framework=..',
  'format=exe',
  'format=',
  'dryRun=maybe',
  '__proto__=1',
  '=&=&&',
];

let doors: Doors;
let token: string;

/** Everything that a coordinator sees of what there is. */
async function state(): Promise<string> {
  const paths = ['', '/cible/working', '/cible/revisions', '/cible/versions'];
  const seen = await Promise.all(
    paths.map((path) => doors.ask(`/api/v1/frameworks${path}`, { token })),
  );
  return seen.map(({ text }) => text).join('\n');
}

beforeAll(async () => {
  doors = await openDoors();
  token = await doors.token('coordinator');
});
afterAll(() => doors.close());

function filled(call: Call, word?: string): string {
  const good: Record<string, string> = {
    slug: 'cible',
    ref: 'working',
    number: '1',
    label: '1.0',
    base: 'working',
    head: 'working',
    format: 'json',
  };
  return call.path.replace(/\{(\w+)\}/g, (_, name: string) => word ?? good[name] ?? 'x');
}

function expectNo(answer: Answer, what: string): void {
  expect(answer.status, `${what}: ${answer.text.slice(0, 300)}`).toBeLessThan(500);
  if (answer.status < 400) return;
  expect(answer.headers['content-type'], what).toContain('application/problem+json');
  const told = answer.json();
  expect(told, what).toMatchObject({
    type: expect.stringContaining('/api/v1/docs#'),
    title: expect.stringMatching(/./),
    status: answer.status,
    detail: expect.stringMatching(/./),
  });
  // A word that is missing in the catalogue would show as its key.
  expect(answer.text, what).not.toMatch(/"(api|refusal|terminal)\.[\w.-]+"/);
}

/** Calls that change something with nothing to say are not rubbish. */
const MAY_SUCCEED = new Set([
  'freezeRevision',
  'restoreRevision',
  'removeFramework',
  'updateFramework',
]);

describe.each(CALLS.map((call) => [call.id, call] as const))('%s', (id, call) => {
  const { method } = call;

  // An earlier call may have removed or renamed it.
  beforeAll(async () => {
    const json = { slug: 'cible', template: 'advocacy', language: 'fr', title: 'Cible' };
    const made = await doors.ask('/api/v1/frameworks', { method: 'POST', token, json });
    expect([201, 409]).toContain(made.status);
  });

  test('with a body that is rubbish', async () => {
    if (call.body === null) return;
    const before = await state();
    for (const [name, body] of BODIES) {
      for (const type of ['application/json', 'text/plain', undefined]) {
        const headers = type === undefined ? {} : { 'Content-Type': type };
        const answer = await doors.ask(`/api/v1${filled(call)}`, { method, token, body, headers });
        expectNo(answer, `${id} with ${name} as ${type}`);
        if (!MAY_SUCCEED.has(id))
          expect(answer.status, `${id} with ${name}`).toBeGreaterThanOrEqual(400);
      }
    }
    if (!MAY_SUCCEED.has(id)) expect(await state()).toBe(before);
  });

  test('with addresses that are rubbish', async () => {
    if (!call.path.includes('{')) return;
    for (const word of WORDS) {
      const answer = await doors.ask(
        `/api/v1${filled(call, encodeURI(word).replace(/%25/g, '%'))}`,
        {
          method,
          token,
          ...(call.body === null ? {} : { json: {} }),
        },
      );
      expectNo(answer, `${id} at ${word}`);
      expect(answer.status, `${id} at ${word}`).toBeGreaterThanOrEqual(400);
    }
  });

  test('with queries that are rubbish', async () => {
    if (method !== 'GET' && call.body?.kind !== 'raw') return;
    for (const query of QUERIES) {
      const answer = await doors.ask(`/api/v1${filled(call)}?${query}`, {
        method,
        token,
        ...(call.body === null ? {} : { body: 'x' }),
      });
      expectNo(answer, `${id} with ${query}`);
    }
  });

  test('with headers that are rubbish', async () => {
    for (const headers of [
      { Authorization: 'Bearer' },
      { Authorization: 'Bearer \u00e9' },
      { Authorization: 'Basic eDp5' },
      { Cookie: '=;;triptyque_session=%ZZ; __proto__=x' },
      { Accept: '\u00ff' },
      { 'If-None-Match': '"",W/,*x' },
      { 'Content-Type': ';;;' },
    ]) {
      const answer = await doors.ask(`/api/v1${filled(call)}`, { method, headers });
      expectNo(answer, `${id} with ${JSON.stringify(headers)}`);
    }
  });
});

test('the log has no error of ours', () => {
  expect(doors.log.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});
