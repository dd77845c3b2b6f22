// Rubbish of every kind to every page of the build: an honest answer, never an error of ours.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalJson } from '#core/framework/canonical.ts';
import { runCli, type ServerProcess, startServer } from '../../server-process.ts';
import { needBuild } from '../built.ts';
import { askAt, type Question } from '../http/doors.ts';

needBuild();
const SAMPLE = 'db/sample/fr/job-reference.json';
let server: ServerProcess;
let token: string;
let paths: readonly string[];

beforeAll(async () => {
  server = await startServer({ env: { SAMPLE: 'off' } });
  await runCli(server, ['import', SAMPLE]);
  token = (
    await runCli(server, ['token', 'create', '--name', 'essai', '--role', 'coordinator'])
  ).trim();
  const bundle = join(process.cwd(), 'build', 'web', 'server', 'index.js');
  const build: ServerBuild = await import(/* @vite-ignore */ pathToFileURL(bundle).href);
  paths = Object.values(build.routes).flatMap((route) => {
    if (route === undefined || route.id === 'root') return [];
    return [`/${route.path === '*' ? 'nowhere' : (route.path ?? '')}`];
  });
});
afterAll(() => server.close());

const FILLED: Readonly<Record<string, readonly string[]>> = {
  slug: ['mediation-scolaire', 'nowhere', '__proto__', '..', '%00', 'A%20b', 'x'.repeat(300)],
  section: ['missions', 'constructor', 'nowhere', '%2e%2e'],
  ref: ['working', 'r1', 'r0', '1.0', '9999999999999999999.1', 'constructor', 'é'],
  range: ['working...working', '...', 'r1...', 'a...b...c', 'working', '1.0...__proto__'],
};

/** The paths of a pattern: the good one, then one wrong part at a time. */
function filled(pattern: string): string[] {
  const names = [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
  const fill = (at?: string, value?: string) =>
    pattern.replace(/:(\w+)/g, (_, name: string) =>
      encodeURI(name === at ? (value ?? '') : (FILLED[name]?.[0] ?? 'x')).replace(/%25/g, '%'),
    );
  return [
    fill(),
    ...names.flatMap((name) => (FILLED[name] ?? []).slice(1).map((each) => fill(name, each))),
  ];
}

const FORM = 'application/x-www-form-urlencoded';
const POSTS: readonly Question[] = [
  {},
  { body: 'a=b', headers: { 'Content-Type': FORM } },
  { body: '=&=&&%ZZ=%', headers: { 'Content-Type': FORM } },
  {
    body: `intent=${'x'.repeat(100_000)}&id=__proto__&name=&title=&slug=..&label=x&role=king&email=x&password=y&token=z&number=-1&public=maybe&confirm=`,
    headers: { 'Content-Type': FORM },
  },
  { body: '{"a":1}', headers: { 'Content-Type': 'application/json' } },
  { body: 'x', headers: { 'Content-Type': 'text/plain' } },
  { body: 'x', headers: { 'Content-Type': 'multipart/form-data' } },
  {
    body: '--b\r\nContent-Disposition: form-data; name="f"; filename="x"\r\n\r\nx',
    headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
  },
];

async function expectHonest(path: string, question: Question): Promise<number> {
  const headers = { Accept: 'text/html', ...question.headers };
  const answer = await askAt(server.proxy.port, path, { ...question, headers });
  const what = `${question.method ?? 'GET'} ${path} ${JSON.stringify(question).slice(0, 120)}`;
  expect(answer.status, `${what}: ${answer.text.slice(-400)}`).toBeLessThan(500);
  return answer.status;
}

test('asking', async () => {
  for (const path of paths.flatMap(filled)) {
    for (const who of [{}, { token }]) {
      await expectHonest(path, who);
      await expectHonest(
        `${path}?item=%00&cursor=x&template=__proto__&next=//evil.test&token=%ZZ&ref=x`,
        who,
      );
      await expectHonest(`${path}.data?_routes=x`, who);
    }
  }
});

test('posting', async () => {
  for (const path of paths.flatMap((pattern) => filled(pattern).slice(0, 3))) {
    for (const post of POSTS) {
      for (const who of [{}, { token }])
        await expectHonest(path, { ...post, ...who, method: 'POST' });
    }
  }
});

test('other methods', async () => {
  for (const path of ['/', '/people', '/f/mediation-scolaire', '/nowhere']) {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      await expectHonest(path, { method, token });
    }
  }
});

test('nothing of it was an error in the log, and the text is as it was', async () => {
  const errors = server
    .stderr()
    .split('\n')
    .filter((line) => line.includes('"level":"error"') || /^\s+at /.test(line));
  expect(errors).toEqual([]);
  const exported = await runCli(server, ['export', 'mediation-scolaire', '--format', 'json']);
  expect(exported).toBe(canonicalJson(JSON.parse(readFileSync(SAMPLE, 'utf8'))));
});
