// By which names the server is asked and from which origins it is written to: one table each.
import { networkInterfaces } from 'node:os';
import { describe, expect, test } from 'vitest';
import { createAddresses } from '#server/http/addresses.ts';

const own = Object.values(networkInterfaces())
  .flatMap((each) => each ?? [])
  .find((each) => !each.internal && each.family === 'IPv4')?.address;

const direct = createAddresses({ host: '127.0.0.1', publicUrl: null }, 3000);
const everywhere = createAddresses({ host: '0.0.0.0', publicUrl: null }, 3000);
const published = createAddresses(
  { host: '127.0.0.1', publicUrl: new URL('https://cadre.example.org') },
  3000,
);

describe('names', () => {
  test.each([
    ['localhost', true],
    ['localhost:3000', true],
    ['LOCALHOST:9', true],
    ['127.0.0.1:3000', true],
    ['[::1]:3000', true],
    ['evil.test', false],
    ['localhost.evil.test', false],
    ['127.0.0.1.nip.io', false],
    ['localhost:3000@evil.test', false],
    ['localhost/x', false],
    ['cadre.example.org', false],
    ['', false],
    [undefined, false],
  ])('without PUBLIC_URL, %j is served: %s', (host, served) => {
    expect(direct.serves(host)).toBe(served);
  });

  test.each([
    ['cadre.example.org', true],
    ['CADRE.example.org:443', true],
    ['127.0.0.1:3000', true],
    ['other.example.org', false],
  ])('with PUBLIC_URL, %j is served: %s', (host, served) => {
    expect(published.serves(host)).toBe(served);
  });

  test.runIf(own !== undefined)(
    'addresses of this machine are served only with HOST=0.0.0.0',
    () => {
      expect(everywhere.serves(`${own}:3000`)).toBe(true);
      expect(everywhere.local()).toContain(own);
      expect(direct.serves(`${own}:3000`)).toBe(false);
      expect(direct.local()).toEqual([]);
    },
  );
});

describe('origins', () => {
  const here = 'http://localhost:3000';
  test.each([
    ['our page', { origin: here, cookie: 'a=b' }, true],
    ['another site', { origin: 'http://evil.test', cookie: 'a=b' }, false],
    ['another port of this machine', { origin: 'http://localhost:3001', cookie: 'a=b' }, false],
    ['https where we are http', { origin: 'https://localhost:3000', cookie: 'a=b' }, false],
    ['a page without origin', { origin: 'null', cookie: 'a=b' }, false],
    ['no origin with a cookie', { cookie: 'a=b' }, false],
    ['no origin without credentials', {}, true],
    ['another site without credentials', { origin: 'http://evil.test' }, false],
    ['no origin with a bearer token', { authorization: 'Bearer x', cookie: 'a=b' }, true],
    ['a proxy’s password is no token', { authorization: 'Basic x', cookie: 'a=b' }, false],
  ])('%s', (_, given, allowed) => {
    const by = { origin: undefined, cookie: undefined, authorization: undefined, ...given };
    expect(direct.allowsOrigin({ host: 'localhost:3000', ...by })).toBe(allowed);
  });

  test('with PUBLIC_URL only its origin counts, whatever Host a proxy sends', () => {
    const by = { host: '127.0.0.1:3000', cookie: 'a=b', authorization: undefined };
    expect(published.allowsOrigin({ ...by, origin: 'https://cadre.example.org' })).toBe(true);
    expect(published.allowsOrigin({ ...by, origin: 'http://cadre.example.org' })).toBe(false);
    expect(published.allowsOrigin({ ...by, origin: 'http://127.0.0.1:3000' })).toBe(false);
  });
});

test('addresses are made with the name that was asked, or the public one', () => {
  expect(direct.url('/a?b=c')).toBe('http://localhost:3000/a?b=c');
  expect(direct.url('/a', '127.0.0.1:4000')).toBe('http://127.0.0.1:4000/a');
  expect(direct.url('/a', 'evil.test')).toBe('http://localhost:3000/a');
  expect(published.url('/a', '127.0.0.1:3000')).toBe('https://cadre.example.org/a');
  expect([direct.secure, published.secure]).toEqual([false, true]);
});
