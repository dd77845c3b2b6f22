// Every word is said somewhere, and every key that is named has words: the types hold what is called directly, this the rest.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { french, isMessageKey } from '#locales/catalogue.ts';
import { SERVER_ONLY } from '#locales/server-only.ts';

const FOLDERS = ['app', 'core', 'server', 'scripts', 'locales'];

function sources(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      // The lists of words themselves say nothing.
      .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !/^(fr|en)\//.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );
}

const text = sources(FOLDERS).join('\n');

/** Keys as they are written, and the beginnings and ends of those put together at run time. */
const written = new Set(
  [...text.matchAll(/['"`]([a-z][\w-]*(?:\.[\w-]+)+)['"`]/gi)].map((m) => m[1]),
);
const composed = [...text.matchAll(/`([a-z][\w-]*\.[\w.-]*)\$\{[^`]*\}([\w.-]*)`/gi)].map(
  ([, start = '', end = '']) => ({ start, end }),
);

it('has no words that nothing says', () => {
  const unused = Object.keys(french).filter(
    (key) =>
      !written.has(key) &&
      !composed.some(
        ({ start, end }) =>
          key.length > start.length + end.length && key.startsWith(start) && key.endsWith(end),
      ),
  );
  expect(unused).toEqual([]);
});

it('has words for every problem that a form or a command may name', () => {
  const named = [...written].filter((key) => key?.includes('.problem.'));
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((key) => key !== undefined && !isMessageKey(key))).toEqual([]);
});

it('composes keys only from beginnings that some words have', () => {
  const areas = new Set(Object.keys(french).map((key) => key.split('.')[0]));
  const keys = Object.keys(french);
  const lost = composed.filter(
    ({ start, end }) =>
      areas.has(start.split('.')[0]) &&
      !keys.some((key) => key.startsWith(start) && key.endsWith(end)),
  );
  expect(lost).toEqual([]);
});

it('says on pages none of the words that browsers do not load', () => {
  const pages = sources(['app']).join('\n');
  const said = new RegExp(`['"\`](?:${SERVER_ONLY.join('|')})\\.[\\w$]`, 'g');
  expect(pages.match(said) ?? []).toEqual([]);
});
