// The files of the pages: squeezed for who takes it, kept for ever where their name is a hash, never another file.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadStaticFiles } from '#server/http/static-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'triptyque-static-'));
mkdirSync(join(folder, 'client', 'assets'), { recursive: true });
const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
put('secret.js', 'outside');
put('client/favicon.svg', '<svg/>');
put('client/assets/app-abc.js', 'plain');
put('client/assets/app-abc.js.br', 'brotli');
put('client/assets/app-abc.js.gz', 'gzip');
put('client/assets/unknown.exe', 'x');
const files = loadStaticFiles(join(folder, 'client'));
afterAll(() => rmSync(folder, { recursive: true }));

function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return files.answer(new Request(`http://localhost${path}`, { headers, method }), path);
}

test.each([
  ['br, gzip', 'brotli', 'br'],
  ['gzip', 'gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip', 'gzip'],
  ['deflate', 'plain', null],
  ['', 'plain', null],
])('%j gets %s', async (accepted, text, encoding) => {
  const answer = get('/assets/app-abc.js', { 'Accept-Encoding': accepted });
  expect(await answer?.text()).toBe(text);
  expect(answer?.headers.get('content-encoding')).toBe(encoding);
  expect(answer?.headers.get('vary')).toBe('Accept-Encoding');
  expect(answer?.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
});

test('hashed names are kept for ever, others are asked for again', () => {
  expect(get('/assets/app-abc.js')?.headers.get('cache-control')).toContain('immutable');
  expect(get('/favicon.svg')?.headers.get('cache-control')).toBe('public, no-cache');
});

test('what is known is not sent again; HEAD sends no body', async () => {
  const etag = get('/favicon.svg')?.headers.get('etag') ?? '';
  for (const known of [etag, `"x", W/${etag}`, '*']) {
    expect(get('/favicon.svg', { 'If-None-Match': known })?.status).toBe(304);
  }
  expect(get('/favicon.svg', { 'If-None-Match': '"x"' })?.status).toBe(200);
  const head = get('/favicon.svg', {}, 'HEAD');
  expect([await head?.text(), head?.headers.get('content-length')]).toEqual(['', '6']);
});

test.each([
  '/../secret.js',
  '/assets/../../secret.js',
  '/%2e%2e/secret.js',
  '/assets',
  '/',
  '/assets/unknown.exe',
  '/assets/app-abc.js.br',
  '/__proto__',
])('%s is no file', (path) => {
  expect(get(path)).toBeNull();
});
