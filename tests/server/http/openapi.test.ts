// The interface described, for machines and for people.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CALLS } from '#server/http/api/calls.ts';
import { type Doors, openDoors } from './doors.ts';

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
});
afterAll(() => doors.close());

interface Described {
  openapi: string;
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string;
        parameters: { name: string; in: string }[];
        responses: Record<string, unknown>;
      }
    >
  >;
  components: { schemas: Record<string, unknown> };
}

test('names every call with its parameters, and every schema it points at', async () => {
  const answer = await doors.ask('/api/v1/openapi.json');
  const described = answer.json() as Described;
  expect(described.openapi).toBe('3.1.0');
  const operations = Object.entries(described.paths).flatMap(([path, item]) =>
    Object.values(item).map((operation) => ({ path, ...operation })),
  );
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual(
    CALLS.map(({ id }) => id).sort(),
  );
  for (const { path, parameters, responses } of operations) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    const named = parameters
      .filter((each) => each.in === 'path')
      .map(({ name }) => name)
      .sort();
    expect(named).toEqual(inPath);
    expect(Object.keys(responses).some((status) => status.startsWith('2'))).toBe(true);
  }
  for (const [, name] of answer.text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    expect(Object.keys(described.components.schemas)).toContain(name);
  }
  expect(answer.text).not.toContain('$schema');
});

test.each(['fr', 'en'])(
  'is a page in %s without script, with every call on it',
  async (language) => {
    const page = await doors.ask('/api/v1/docs', { headers: { 'Accept-Language': language } });
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.text).toContain(`<html lang="${language}"`);
    expect(page.text).not.toMatch(/<script|https?:\/\/(?!127\.0\.0\.1)/);
    for (const { id } of CALLS) expect(page.text).toContain(`id="${id}"`);
    const nonce = /nonce-([\w-]+)/.exec(String(page.headers['content-security-policy']))?.[1];
    expect(page.text).toContain(`<style nonce="${nonce}">`);
  },
);
