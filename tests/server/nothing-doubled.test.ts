// B02: a text is made once, on the server: no restart, and no number of browsers that open it first, doubles it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { runCli, type ServerProcess, startServer } from '../server-process.ts';
import { needBuild, temporaryFolder } from './built.ts';
import { sample } from './house.ts';
import { until } from './sync/real-sockets.ts';
import { makeFramework, type Typist, typist, wordsOnServer } from './typists.ts';

needBuild();
const folder = temporaryFolder();

let server: ServerProcess;
let secret: string;
const cleanUp: (() => unknown)[] = [];
beforeEach(async () => {
  server = await startServer({ env: { SAMPLE: 'off' } });
  const asked = ['token', 'create', '--name', 'T', '--role', 'coordinator'];
  secret = (await runCli(server, asked)).trim();
});
afterEach(async () => {
  for (const act of cleanUp.splice(0).reverse()) await act();
  await server.close();
});

const WORDS = ['Préambule', 'alpha', 'bravo', 'charlie'];

/** A framework whose missions begin with a line and three paragraphs, and have one item. */
async function importText(slug: string): Promise<void> {
  const file = join(folder(), 'text.json');
  const head = { slug, template: 'job-reference', language: 'fr', title: 'Essai' };
  const item = { id: 'm-un', kind: 'mission', title: 'Accueillir' };
  const sections = [{ key: 'missions', preamble: WORDS.join('\n\n'), items: [item] }];
  writeFileSync(file, JSON.stringify({ format: 'triptyque/1', framework: head, sections }));
  await runCli(server, ['import', file, '--slug', slug]);
}

function open(room: string, name: string): Typist {
  const one = typist(server.url, room, secret, name);
  cleanUp.push(one.leave);
  return one;
}

/** How many items there are, and the title of each. */
function titles({ doc }: Typist): string[] {
  return [...doc.getMap<Y.Map<{ toString(): string }>>('items').values()].map((item) =>
    String(item.get('text')).replace(/<[^>]+>/g, ''),
  );
}

function expectOnce(all: readonly Typist[]): void {
  for (const one of all) {
    expect(one.words()).toEqual(WORDS);
    expect(titles(one)).toEqual(['Accueillir']);
  }
}

test('B02 five browsers that open an imported text at once, as its first opening ever, have each paragraph once', async () => {
  await importText('f');
  const all = Array.from({ length: 5 }, (_, i) => open('f/missions', `p${i}w`));
  await until(() => all.every((one) => one.provider.synced));
  expectOnce(all);
  expect(await wordsOnServer(server.url, 'f', secret)).toEqual(WORDS);
});

test('B02 three restarts under open tabs, and a reload, leave each block once', async () => {
  await importText('f');
  const all = [open('f/missions', 'a'), open('f/missions', 'b')];
  await until(() => all.every((one) => one.provider.synced));
  for (const signal of ['SIGTERM', 'SIGKILL', 'SIGTERM'] as const) {
    await server.end(signal);
    await until(() => all.every((one) => !one.provider.wsconnected));
    await server.start();
    await until(() => all.every((one) => one.provider.synced));
  }
  all[0]?.leave();
  const again = open('f/missions', 'again');
  await until(() => again.provider.synced);
  expectOnce([...all, again]);
  expect(await wordsOnServer(server.url, 'f', secret)).toEqual(WORDS);
});

test('B02 a word typed offline over a restart is there once, and so is the rest', async () => {
  await importText('f');
  const ann = open('f/missions', 'ajout');
  await until(() => ann.provider.synced);
  ann.provider.disconnect();
  ann.type();
  await server.crash();
  ann.provider.connect();
  await until(() => ann.isSaved && ann.provider.synced);
  ann.provider.disconnect();
  ann.provider.connect();
  await until(() => ann.provider.synced);
  const bob = open('f/missions', 'b');
  await until(() => bob.provider.synced);
  expect(bob.words()).toEqual([...WORDS, 'ajout0']);
  expect(ann.words()).toEqual(bob.words());
});

test('B02 two frameworks made from one published version have its content once each', async () => {
  await importText('f');
  const published = await fetch(`${server.url}/api/v1/frameworks/f/versions`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ label: '1.0', status: 'adopted', note: 'n' }),
  });
  expect(published.status).toBe(201);
  const file = join(folder(), 'version.json');
  writeFileSync(
    file,
    await runCli(server, ['export', 'f', '--version', '1.0', '--format', 'json']),
  );
  const all: Typist[] = [];
  for (const slug of ['g', 'h']) {
    await runCli(server, ['import', file, '--slug', slug]);
    // Once more over itself: what is the same is not put in again.
    await runCli(server, ['import', file, '--slug', slug]);
    all.push(open(`${slug}/missions`, slug), open(`${slug}/missions`, `${slug}2`));
  }
  await until(() => all.every((one) => one.provider.synced));
  expectOnce(all);
});

test('B02 variant: thirty browsers open a new empty text and type while the server is killed under their first opening', async () => {
  await makeFramework(server.url, 'f', secret);
  const all = Array.from({ length: 30 }, (_, i) => open('f/missions', `p${i}w`));
  for (const one of all) one.type();
  await until(() => all.some((one) => one.provider.synced));
  await server.crash();
  for (const one of all) one.type();
  await server.crash();
  await until(() => all.every((one) => one.provider.synced && one.isSaved));
  await until(() => all.every((one) => one.words().length === 60));
  for (const one of all)
    expect([...one.words()].sort()).toEqual([...(all[0]?.words() ?? [])].sort());
  const words = await wordsOnServer(server.url, 'f', secret);
  expect(words.length).toBe(60);
  expect(new Set(words).size).toBe(60);
});

test('B02 variant: the samples, opened by five browsers while they are new, restarted and opened again, are still what they were', async () => {
  const document = sample('mediation-scolaire');
  const file = join(folder(), 'sample.json');
  writeFileSync(file, JSON.stringify(document));
  await runCli(server, ['import', file]);
  const { slug } = document.framework;
  const exported = () => runCli(server, ['export', slug, '--working', '--format', 'json']);
  const before = await exported();
  for (let round = 0; round < 2; round++) {
    const all = ['missions', 'skills', 'training'].flatMap((room) =>
      Array.from({ length: 5 }, (_, i) => open(`${slug}/${room}`, `${room}${round}${i}`)),
    );
    await until(() => all.every((one) => one.provider.synced));
    for (const one of all) one.leave();
    await server.crash();
  }
  expect(await exported()).toBe(before);
});
