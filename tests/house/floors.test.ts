// Each rule of the floors is proved by a planted breach in a small house of its own.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** A file that breaks one rule, by the rule's name. */
const BREACHES: Record<string, { file: string; text: string }> = {
  'core-stands-alone': {
    file: 'core/a.ts',
    text: "import { value } from '#server/value.ts';\nexport const a = value;\n",
  },
  'core-has-no-io': {
    file: 'core/b.ts',
    text: "import { readFileSync } from 'node:fs';\nexport const b = readFileSync;\n",
  },
  'locales-know-only-core': {
    file: 'locales/a.ts',
    text: "import { value } from '#server/value.ts';\nexport const a = value;\n",
  },
  'db-knows-only-core': {
    file: 'db/a.ts',
    text: "import { value } from '#server/value.ts';\nexport const a = value;\n",
  },
  'only-db-speaks-drizzle': {
    file: 'server/commands/a.ts',
    text: "import { sql } from 'drizzle-orm';\nexport const a = sql;\n",
  },
  'rooms-know-no-storage-and-no-http': {
    file: 'server/sync/a.ts',
    text: "import { value } from '#db/value.ts';\nexport const a = value;\n",
  },
  'server-does-not-know-pages': {
    file: 'server/a.ts',
    text: "import { value } from '#app/value.ts';\nexport const a = value;\n",
  },
  'app-takes-only-types-from-server': {
    file: 'app/a.ts',
    text: "import { value } from '#server/value.ts';\nexport const a = value;\n",
  },
  'app-does-not-know-the-store': {
    file: 'app/b.ts',
    text: "import { value } from '#db/value.ts';\nexport const b = value;\n",
  },
  'nothing-imports-tests': {
    file: 'app/c.ts',
    text: "import { value } from '#tests/value.ts';\nexport const c = value;\n",
  },
  'sign-in-library-is-tamed-in-one-place': {
    file: 'server/commands/b.ts',
    text: "import { betterAuth } from 'better-auth/minimal';\nexport const b = betterAuth;\n",
  },
  'no-circles': {
    file: 'app/d.ts',
    text: "import { e } from './e.ts';\nexport const d = e;\n",
  },
};

/** What the breaches point at, and one import that is allowed: a type of the server in a route. */
const REST: Record<string, string> = {
  'server/value.ts': 'export const value = 1;\nexport type Value = number;\n',
  'db/value.ts': 'export const value = 1;\n',
  'app/value.ts': 'export const value = 1;\n',
  'tests/value.ts': 'export const value = 1;\n',
  'app/e.ts': "import { d } from './d.ts';\nexport const e = () => d;\n",
  'app/allowed.ts': "import type { Value } from '#server/value.ts';\nexport const v: Value = 1;\n",
};

let house: string;
let found: { rule: string; from: string }[];

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'triptyque-floors-'));
  for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs'])
    cpSync(file, join(house, file));
  symlinkSync(resolve('node_modules'), join(house, 'node_modules'));
  const plant = (file: string, text: string) => {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), text);
  };
  for (const breach of Object.values(BREACHES)) plant(breach.file, breach.text);
  for (const [file, text] of Object.entries(REST)) plant(file, text);
  let output = '';
  const folders = ['core', 'locales', 'db', 'server', 'app', 'tests'];
  try {
    output = execFileSync(
      process.execPath,
      [
        resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
        '--config',
        '.dependency-cruiser.cjs',
        '--output-type',
        'json',
        ...folders,
      ],
      { cwd: house, encoding: 'utf8', maxBuffer: 1 << 26 },
    );
  } catch (failure) {
    // The checker ends with the number of breaches, and still prints them.
    output = String((failure as { stdout?: unknown }).stdout ?? '');
  }
  const report: { summary: { violations: { rule: { name: string }; from: string }[] } } =
    JSON.parse(output);
  found = report.summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
}, 60_000);

afterAll(() => rmSync(house, { recursive: true, force: true }));

for (const [rule, { file }] of Object.entries(BREACHES)) {
  test(`the checker sees a breach of "${rule}"`, () => {
    expect(found.some((each) => each.rule === rule && each.from === file)).toBe(true);
  });
}

test('a route may import a type of the server', () => {
  expect(found.filter((each) => each.from === 'app/allowed.ts')).toEqual([]);
});
