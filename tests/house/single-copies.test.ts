// One copy each of the packages whose two copies would not know each other (yjs, Tiptap, ProseMirror, React).
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Lock {
  packages: Record<string, { version?: string; resolved?: string; link?: boolean }>;
}

const lock: Lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const SINGLE =
  /^(yjs|lib0|y-protocols|y-websocket|@tiptap\/.+|prosemirror-.+|react|react-dom|zod|drizzle-orm)$/;

test('packages that must be single are installed once', () => {
  const copies = new Map<string, string[]>();
  for (const [path, entry] of Object.entries(lock.packages)) {
    const name = path.split('node_modules/').at(-1) ?? '';
    if (SINGLE.test(name)) copies.set(name, [...(copies.get(name) ?? []), entry.version ?? '']);
  }
  const doubled = [...copies].filter(([, versions]) => versions.length > 1);
  expect(doubled).toEqual([]);
});

test('the lock file names no download addresses', () => {
  const resolved = Object.values(lock.packages).filter((entry) => entry.resolved?.includes('://'));
  expect(resolved).toEqual([]);
});

test('every dependency is pinned to one version', () => {
  const manifest: {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  } = JSON.parse(readFileSync('package.json', 'utf8'));
  const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    ([, range]) => !/^\d+\.\d+\.\d+/.test(range),
  );
  expect(loose).toEqual([]);
});

test('every decision is numbered once', () => {
  const numbers = readdirSync('docs/decisions').map((file) => file.slice(0, 4));
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const number of numbers) expect(number).toMatch(/^\d{4}$/);
});
