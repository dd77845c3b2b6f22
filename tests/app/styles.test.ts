// Every colour and size is a token: no other style sheet names one (paper is measured in millimetres, as it is). And every token that is used exists.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const TOKENS = 'app/styles/tokens.css';
/** Faces are measured in their own file. */
const EXEMPT = new Set([TOKENS, 'app/styles/fonts.css']);

const sheets = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css'))
  .map((name) => join('app', name))
  .map((path) => ({
    path,
    // Conditions cannot read tokens, and comments say what they like.
    css: readFileSync(path, 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/@(media|container|supports)[^{]*\{/g, '{'),
  }));

const RAW = /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|lab)\(|(?<![\w-])-?\d*\.?\d+(?:px|rem|pt)\b/gi;

it.each(sheets.filter(({ path }) => !EXEMPT.has(path)))(
  '$path names no colour or size',
  ({ css }) => {
    expect(css.match(RAW) ?? []).toEqual([]);
  },
);

it('uses only tokens that exist', () => {
  const all = sheets.map(({ css }) => css).join('\n');
  const code = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join('app', name), 'utf8'))
    .join('\n');
  // Declared in a sheet, or set on an element by code.
  const known = new Set([
    ...[...all.matchAll(/(--[\w-]+)\s*:/g)].map((m) => m[1]),
    ...[...code.matchAll(/['"`](--[\w-]+)['"`]/g)].map((m) => m[1]),
  ]);
  // Given by React Aria to a popover, at run time.
  known.add('--trigger-width');
  const used = new Set([...`${all}${code}`.matchAll(/var\((--[\w-]+)\)/g)].map((m) => m[1]));
  expect([...used].filter((token) => !known.has(token))).toEqual([]);
});
