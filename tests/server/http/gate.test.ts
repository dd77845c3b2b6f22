// What every request passes: names, origins, headers of safety, limits, odd addresses; and what health tells.
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GRAMMAR } from '#core/document/wire.ts';
import { type Doors, openDoors } from './doors.ts';

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
});
afterAll(() => doors.close());

const html = { Accept: 'text/html' };

describe('names and origins', () => {
  test('another name is not answered, neither to a program nor to a person', async () => {
    const program = await doors.ask('/api/v1/frameworks', { headers: { Host: 'evil.test' } });
    expect(program.status).toBe(403);
    expect(program.headers['content-type']).toContain('application/problem+json');
    const person = await doors.ask('/', { headers: { Host: 'evil.test', ...html } });
    expect(person.status).toBe(403);
    expect(person.headers['content-type']).toContain('text/html');
    expect(person.text).toContain('PUBLIC_URL');
  });

  test.each(['http://evil.test:9999', 'null', 'https://127.0.0.1'])(
    'a form of %s posts nothing, with or without a cookie',
    async (origin) => {
      for (const cookie of [{}, { Cookie: 'triptyque_session=x' }]) {
        for (const type of [
          'application/x-www-form-urlencoded',
          'multipart/form-data',
          'text/plain',
        ]) {
          const headers = { Origin: origin, 'Content-Type': type, ...cookie };
          const answer = await doors.ask('/sign-in', { method: 'POST', headers, body: 'a=b' });
          expect(answer.status).toBe(403);
        }
      }
    },
  );

  test('a cookie without an Origin writes nothing; our own page does', async () => {
    const cookie = await doors.cookie('coordinator');
    const json = { slug: 'par-cookie', template: 'advocacy', language: 'fr', title: 'Par cookie' };
    const post = (headers: Record<string, string>) =>
      doors.ask('/api/v1/frameworks', {
        method: 'POST',
        json,
        headers: { Cookie: cookie, ...headers },
      });
    expect((await post({})).status).toBe(403);
    expect((await post({ Origin: 'http://evil.test' })).status).toBe(403);
    expect((await post({ Origin: doors.url, 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect((await post({ Origin: doors.url })).status).toBe(201);
  });

  test('a read needs no Origin', async () => {
    const cookie = await doors.cookie('reader');
    const answer = await doors.ask('/', { headers: { Cookie: cookie } });
    expect(answer.text).toContain('account');
  });
});

test('every answer carries the headers of safety, with a new nonce each time', async () => {
  const nonces = new Set<string>();
  for (const path of ['/', '/healthz', '/api/v1/nothing', '/api/v1/docs', '/fails']) {
    const { headers } = await doors.ask(path);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBe('DENY');
    // `no-referrer` would make browsers send `Origin: null` with our own forms.
    expect(headers['referrer-policy']).toBe('same-origin');
    const policy = String(headers['content-security-policy']);
    for (const part of ["default-src 'none'", "frame-ancestors 'none'", "form-action 'self'"]) {
      expect(policy).toContain(part);
    }
    expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe');
    nonces.add(/nonce-([\w-]+)/.exec(policy)?.[1] ?? '');
  }
  expect(nonces.size).toBe(5);
});

test('behind https, browsers are told to stay there', async () => {
  const published = await openDoors({ PUBLIC_URL: 'https://cadre.example.org' });
  const { headers } = await published.ask('/', { headers: { Host: 'cadre.example.org' } });
  expect(headers['strict-transport-security']).toContain('max-age=');
  await published.close();
});

describe('odd addresses', () => {
  test.each([
    '/%',
    '/%ZZ',
    '/%00',
    '/%C3%28',
    '/..%2f..%2fetc%2fpasswd',
    '/../../etc/passwd',
    '//evil.test/',
    '/assets/../../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/?q=%ZZ',
    '/api/v1/frameworks/%ZZ',
    '/api/v1/frameworks/%00',
    '/api/v1/frameworks/__proto__',
    '/api/v1/frameworks/a/compare/...',
    '/api/v1/frameworks/a/documents/1.0/export.',
    '/api/v1/frameworks/a/documents/1.0/export.constructor',
    '/api/v1//frameworks',
    '/api/v1/frameworks/',
    '/api/v1',
    '/api/v2/frameworks',
  ])('%s is answered without an error of ours', async (path) => {
    const answer = await doors.ask(path);
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).not.toContain('"dependencies"');
    if (path.startsWith('/api/')) {
      expect(answer.status).toBe(404);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    }
  });

  test('a very long address is answered without an error of ours', async () => {
    expect((await doors.ask(`/${'a'.repeat(12_000)}`)).status).toBeLessThan(500);
  });

  test('a request that is no HTTP ends its connection and nothing else', async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(doors.port, '127.0.0.1', () => socket.write('BLAH\r\n\r\n'));
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('close', () => resolve(text));
    });
    expect(answer).toContain('400');
    expect((await doors.ask('/healthz')).status).toBe(200);
  });
});

describe('methods', () => {
  test('HEAD is as GET without a body', async () => {
    for (const path of ['/api/v1/frameworks', '/healthz', '/api/v1/openapi.json']) {
      const answer = await doors.ask(path, { method: 'HEAD' });
      expect([answer.status, answer.bytes.length]).toEqual([200, 0]);
    }
  });

  test('a method that is not there is 405 and says which are', async () => {
    const answer = await doors.ask('/api/v1/frameworks', { method: 'DELETE' });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('GET, POST, HEAD, OPTIONS');
    const options = await doors.ask('/api/v1/frameworks', { method: 'OPTIONS' });
    expect([options.status, options.headers.allow]).toEqual([204, 'GET, POST, HEAD, OPTIONS']);
  });
});

describe('bodies', () => {
  const large = 'x'.repeat(10 * 2 ** 20 + 1);
  test.each(['/api/v1/frameworks', '/sign-in'])('more than 10 MiB to %s is 413', async (path) => {
    const token = await doors.token('coordinator');
    const answer = await doors.ask(path, { method: 'POST', token, body: large });
    expect(answer.status).toBe(413);
    expect((await doors.ask('/healthz')).status).toBe(200);
  });

  test('what a stranger sends is not read where strangers may nothing', async () => {
    const question = { method: 'POST', body: large, chunked: true };
    expect((await doors.ask('/api/v1/frameworks', question)).status).toBe(401);
    expect((await doors.ask('/healthz')).status).toBe(200);
  });

  test('the same without saying how long it is', async () => {
    const token = await doors.token('coordinator');
    const answer = await doors.ask('/api/v1/frameworks', {
      method: 'POST',
      token,
      body: large,
      chunked: true,
    });
    expect(answer.status).toBe(413);
  });
});

test('what fails unforeseen is noted under a reference and said honestly', async () => {
  const answer = await doors.ask('/fails', { headers: { ...html, 'Accept-Language': 'en' } });
  expect(answer.status).toBe(500);
  expect(answer.text).toContain('lang="en"');
  expect(answer.text).not.toContain('meant to fail');
  const reference = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(answer.text)?.[0] ?? 'none';
  expect(doors.log.some((line) => line.includes(reference) && line.includes('meant to fail'))).toBe(
    true,
  );
});

describe('language', () => {
  test.each([
    [{}, 'fr'],
    [{ 'Accept-Language': 'en-GB,en;q=0.9,fr;q=0.8' }, 'en'],
    [{ 'Accept-Language': 'de, fr;q=0.3, en;q=0.2' }, 'fr'],
    [{ 'Accept-Language': 'en;q=0, fr;q=0.1' }, 'fr'],
    [{ 'Accept-Language': 'en', Cookie: 'x=y; lang=fr' }, 'fr'],
    [{ Cookie: 'lang=tlh' }, 'fr'],
    [{ 'Accept-Language': ';;;,=,q=' }, 'fr'],
  ])('%j reads %s', async (headers, language) => {
    expect((await doors.ask('/', { headers })).text).toContain(` ${language} `);
  });
});

describe('health', () => {
  test('says that it lives, and with which grammar', async () => {
    const answer = await doors.ask('/healthz');
    expect(answer.json()).toEqual({ status: 'ok', version: expect.any(String), grammar: GRAMMAR });
    expect((await doors.ask('/readyz')).json()).toEqual({ status: 'ready' });
  });

  test('figures are for this machine, or for a coordinator', async () => {
    const here = await doors.ask('/metrics');
    expect(here.status).toBe(200);
    for (const name of ['rooms', 'connections', 'append_seconds_bucket', 'store_errors_total']) {
      expect(here.text).toContain(`triptyque_${name}`);
    }
    for (const name of ['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Proto']) {
      const through = await doors.ask('/metrics', { headers: { [name]: 'for=1.2.3.4' } });
      expect(through.status).toBe(403);
    }
    const [coordinator, editor] = [await doors.token('coordinator'), await doors.token('editor')];
    const forwarded = { headers: { 'X-Forwarded-For': '1.2.3.4' } };
    expect((await doors.ask('/metrics', { token: coordinator, ...forwarded })).status).toBe(200);
    expect((await doors.ask('/metrics', { token: editor })).status).toBe(403);
    expect((await doors.ask('/metrics', { token: 'wrong' })).status).toBe(403);
  });
});
