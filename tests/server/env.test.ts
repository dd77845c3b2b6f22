// The environment is read once: good values are taken, a bad one is named in one line.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readEnv } from '#server/env.ts';
import {
  DEFAULT_LIMITS,
  LIMIT_KEYS,
  LIMITS,
  type LimitKey,
  variableOf,
} from '#server/sync/limits.ts';

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
    revisions: { quietMs: 600_000, everyMs: 3_600_000 },
    commentMailMs: 0,
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
  [{ REVISION_QUIET_S: '0', REVISION_EVERY_S: '604800' }],
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
  ['REVISION_QUIET_S', ['-1', '10min', '604801']],
  ['REVISION_EVERY_S', ['1.5', '604801']],
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

describe('the limits of live texts', () => {
  const limitsOf = (variables: Record<string, string>) => {
    const read = readEnv(variables);
    return read.ok ? read.env.limits : null;
  };

  test('are what the manual says where nobody sets them', () => {
    expect(limitsOf({ LIMIT_ROOM_BYTES: ' ' })).toEqual(DEFAULT_LIMITS);
    const manual = readFileSync('docs/operations.md', 'utf8');
    for (const key of LIMIT_KEYS) {
      const [, shown] =
        new RegExp(`^\\| \`${variableOf(key)}\` *\\| *([\\d ]+)`, 'm').exec(manual) ?? [];
      expect([key, Number(shown?.replace(/ /g, ''))]).toEqual([key, LIMITS[key].standard]);
    }
  });

  test.each(LIMIT_KEYS)('%s is set by its own variable, and alone', (key: LimitKey) => {
    const { least, most } = LIMITS[key];
    for (const number of [least, most]) {
      const variables = { [variableOf(key)]: String(number) };
      expect(limitsOf(variables)).toEqual({ ...DEFAULT_LIMITS, [key]: number });
    }
    for (const bad of [String(most + 1), String(least - 1), '1.5', '8MB', '1e3']) {
      const said = line({ [variableOf(key)]: bad });
      expect(said).toContain(variableOf(key));
      expect(said).toContain(String(most));
      expect(said).not.toMatch(/[\r\n]/);
    }
  });

  test('a limit that does not exist is not set in vain', () => {
    expect(line({ LIMIT_MESAGE_BYTES: '1000' })).toContain('LIMIT_MESAGE_BYTES');
  });
});
