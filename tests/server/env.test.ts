// The environment is read once: good values are taken, a bad one is named in one line.
import { describe, expect, test } from 'vitest';
import { readEnv } from '#server/env.ts';

function line(variables: Record<string, string>): string {
  const read = readEnv(variables);
  return read.ok ? 'ok' : read.line;
}

test('nothing set gives what the manual says', () => {
  const read = readEnv({});
  expect(read.ok && read.env).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    dataDir: `${process.cwd()}/data`,
    publicUrl: null,
    smtpUrl: null,
    logLevel: 'info',
    sample: true,
    trustProxy: 0,
    language: 'fr',
  });
});

test('an empty variable counts as not set', () => {
  const read = readEnv({ PORT: '', HOST: ' ', PUBLIC_URL: '', SAMPLE: '' });
  expect(read.ok && read.env.port).toBe(3000);
});

test.each([
  [{ PORT: '0' }],
  [{ PORT: '65535' }],
  [{ HOST: '0.0.0.0' }],
  [{ HOST: '::1' }],
  [{ HOST: 'localhost' }],
  [{ PUBLIC_URL: 'https://referentiel.example.org' }],
  [{ PUBLIC_URL: 'http://192.168.1.5:8080/' }],
  [{ SMTP_URL: 'smtps://a%40b:c@mail.example.org:465' }],
  [{ LOG_LEVEL: 'silent' }],
  [{ SAMPLE: 'off' }],
  [{ TRUST_PROXY: '2' }],
])('%j is taken', (variables) => {
  expect(line(variables)).toBe('ok');
});

describe.each([
  ['PORT', ['-1', '65536', 'abc', '3000.5', '1e3', '٣']],
  ['HOST', ['a b', 'http://x', '-', 'a/b']],
  ['DATA_DIR', ['a\0b']],
  [
    'PUBLIC_URL',
    ['example.org', 'ftp://x', 'https://x/path', 'https://x/?a', 'https://u:p@x', '//x'],
  ],
  ['SMTP_URL', ['mail.example.org', 'http://mail.example.org']],
  ['LOG_LEVEL', ['loud', 'INFO']],
  ['SAMPLE', ['yes', '1']],
  ['TRUST_PROXY', ['-1', 'all', '11']],
])('%s', (name, bad) => {
  test.each(bad)('%j is refused in one line that names it', (value) => {
    const said = line({ [name]: value });
    expect(said).toContain(name);
    expect(said).not.toMatch(/[\r\n]/);
  });
});

test('the line is in the language of the terminal, and never repeats a password', () => {
  expect(line({ PORT: 'x', LANG: 'en_GB.UTF-8' })).toContain('must be');
  expect(line({ PORT: 'x', LANG: 'en_GB.UTF-8', LC_ALL: 'fr_FR' })).toContain('doit être');
  expect(line({ SMTP_URL: 'http://user:geheim@host' })).not.toContain('geheim');
});

test('a value with a line break keeps the line one line', () => {
  expect(line({ LOG_LEVEL: 'a\nb' })).not.toContain('\n');
});
