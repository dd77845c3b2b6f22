// Secrets on disk and in memory; how often something may be tried.
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { attempts } from '#server/auth/attempts.ts';
import { newSecret, secretHash, serverSecret } from '#server/auth/secrets.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'people-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

test('the server’s secret is made on the first run, for its owner only, and stays', () => {
  const dataDir = folder();
  const secret = serverSecret(dataDir);
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
  expect(serverSecret(dataDir)).toBe(secret);
  expect(readdirSync(dataDir)).toEqual(['secret']);
  expect(serverSecret(folder())).not.toBe(secret);
});

test('a secret that others could read is closed again, and an empty one stops the start', () => {
  const dataDir = folder();
  const secret = serverSecret(dataDir);
  chmodSync(join(dataDir, 'secret'), 0o644);
  expect(serverSecret(dataDir)).toBe(secret);
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
  writeFileSync(join(dataDir, 'secret'), '\n');
  expect(() => serverSecret(dataDir)).toThrow(/holds no secret/);
  expect(readFileSync(join(dataDir, 'secret'), 'utf8')).toBe('\n');
});

test('secrets that are handed out are 256 random bits, and only their hash tells them', () => {
  const [a, b] = [newSecret('tk_'), newSecret('tk_')];
  expect(a).toMatch(/^tk_[\w-]{43}$/);
  expect(a).not.toBe(b);
  // SHA-256 of "abc". Source: FIPS 180-2, appendix B.1.
  expect(secretHash('abc')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('tries are counted by key within a window that opens with the first of them', () => {
  const time = { now: 0 };
  const tries = attempts({ most: 2, windowMs: 600_000 }, () => new Date(time.now));
  expect([tries.count('a'), tries.count('a'), tries.count('a')]).toEqual([0, 0, 10]);
  expect(tries.count('b')).toBe(0);
  time.now = 540_001;
  expect(tries.count('a')).toBe(1);
  time.now = 600_000;
  expect([tries.count('a'), tries.count('a'), tries.count('a')]).toEqual([0, 0, 10]);
  tries.clear('a');
  expect(tries.count('a')).toBe(0);
});

test('a flood of made-up keys does not grow without end, nor free who still tries', () => {
  const tries = attempts({ most: 1, windowMs: 60_000 }, () => new Date(0));
  tries.count('kept');
  for (let index = 0; index < 9_000; index += 1) tries.count(`flood ${index}`);
  expect(tries.count('kept')).toBe(1);
});
