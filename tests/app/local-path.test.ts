// Where a form says to go back to is never another server.
import { expect, it } from 'vitest';
import { localPath } from '#app/local-path.ts';

it.each([
  ['/f/mediation-scolaire?item=a#b', '/f/mediation-scolaire?item=a#b'],
  ['/people', '/people'],
  ['//evil.test/x', '/'],
  ['/\\evil.test', '/'],
  ['/\t/evil.test', '/'],
  ['/..//evil.test', '/'],
  ['/.//evil.test', '/'],
  ['/people/..//evil.test/x', '/'],
  ['https://evil.test', '/'],
  ['javascript:alert(1)', '/'],
  ['', '/'],
  [null, '/'],
  [undefined, '/'],
])('%s leads to %s', (wanted, path) => {
  expect(localPath(wanted)).toBe(path);
});
