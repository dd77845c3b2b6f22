// A write that is sent again with its key is done once, and gets the same answer.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Doors, openDoors, type Question } from './doors.ts';

let doors: Doors;
let token: string;

beforeAll(async () => {
  doors = await openDoors();
  token = await doors.token('coordinator');
});
afterAll(() => doors.close());

const made = (slug: string) => ({
  slug,
  template: 'job-reference',
  language: 'fr',
  title: 'Essai',
});

const create = (key: string, slug: string, more: Question = {}) =>
  doors.ask('/api/v1/frameworks', {
    method: 'POST',
    token,
    json: made(slug),
    headers: { 'Idempotency-Key': key },
    ...more,
  });

test('the same write sent again is done once and gets the same answer', async () => {
  const first = await create('k1', 'une-fois');
  const second = await create('k1', 'une-fois');
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.text).toBe(first.text);
  expect(second.headers['idempotency-replayed']).toBe('true');
  expect(second.headers.location).toBe('/api/v1/frameworks/une-fois');
});

test('a refusal is an answer too', async () => {
  const first = await create('k2', 'une-fois');
  expect([first.status, (await create('k2', 'une-fois')).text]).toEqual([409, first.text]);
});

test('the same key with other content is refused; another actor’s key is another key', async () => {
  expect((await create('k1', 'autre-chose')).status).toBe(422);
  const other = await doors.token('coordinator');
  expect((await create('k1', 'autre-acteur', { token: other })).status).toBe(201);
});

test('of many at once, one is done', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => create('k3', 'dix-fois')));
  const created = answers.filter(({ status }) => status === 201);
  expect(created.length).toBeGreaterThanOrEqual(1);
  expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
  expect(new Set(created.map(({ text }) => text)).size).toBe(1);
});

test.each(['', 'x'.repeat(201), 'é', 'a b'])('%j is no key', async (key) => {
  const answer = await create(key, 'jamais');
  expect(answer.status).toBe(400);
});
