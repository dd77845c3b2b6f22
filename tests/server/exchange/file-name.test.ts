// What a downloaded file is called, whatever its title holds.
import { describe, expect, test } from 'vitest';
import { contentDisposition, fileName } from '#server/exchange/file-name.ts';

const file = (title: string) => ({ title, slug: 'metiers', state: 'v2.1', extension: 'md' });

test('accents, dashes and apostrophes are kept, with an ASCII name for old programs', () => {
  expect(contentDisposition(file('Référentiel métiers – l’animateur'))).toBe(
    `attachment; filename="Referentiel metiers - l-animateur v2.1.md"; filename*=UTF-8''R%C3%A9f%C3%A9rentiel%20m%C3%A9tiers%20%E2%80%93%20l%E2%80%99animateur%20v2.1.md`,
  );
});

test.each([
  ['a"b', 'a b v2.1.md'],
  ['a/b\\c', 'a b c v2.1.md'],
  ['..', 'metiers v2.1.md'],
  ['x\r\nSet-Cookie: a=b', 'x Set-Cookie a=b v2.1.md'],
  ['🎓', '🎓 v2.1.md'],
  ['CON', 'CON v2.1.md'],
  ['a\u202Eb', 'a b v2.1.md'],
  ['\uD800', 'metiers v2.1.md'],
  ['', 'metiers v2.1.md'],
])('%j is called %j', (title, name) => {
  expect(fileName(file(title))).toBe(name);
});

describe.each([
  'é'.repeat(300),
  'a"b\r\nX: y',
  '🎓'.repeat(100),
  '👩‍🏫'.repeat(40),
  "it's (a) *star*!",
  '\uD800\uDC00\uDFFF',
  '%0d%0a',
  '\0',
])('%j', (title) => {
  test('makes one header in ASCII, of a sane length, that Headers takes', () => {
    const header = contentDisposition(file(title));
    expect(header).toMatch(/^[\x20-\x7e]+$/);
    expect(header).not.toMatch(/[\r\n]/);
    expect(new Headers({ 'Content-Disposition': header }).get('content-disposition')).toBe(header);
    expect([...fileName(file(title))].length).toBeLessThanOrEqual(130);
    const encoded = /filename\*=UTF-8''(\S+)$/.exec(header)?.[1] ?? '';
    expect(decodeURIComponent(encoded)).toBe(fileName(file(title)));
    expect(/filename="([^"]*)"/.exec(header)?.[1]).toMatch(/^[\w .+=,;'~-]+$|^metiers|^[^"\\]+$/);
  });
});
