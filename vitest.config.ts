// Test projects: pure rules, stores, server. Scenes in a real browser are Playwright's (playwright.config.ts).
import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[], extra: object = {}) => ({
  test: { name, include, environment: 'node', ...extra },
});

export default defineConfig({
  test: {
    // By itself it leaves a core free: on two cores it would run one file after the other.
    maxWorkers: 2,
    projects: [
      project('units', [
        'tests/core/**/*.test.ts',
        'tests/locales/**/*.test.ts',
        'tests/app/**/*.test.ts',
        'tests/house/**/*.test.ts',
      ]),
      project('stores', ['tests/db/**/*.test.ts']),
      project('server', ['tests/server/**/*.test.ts'], {
        testTimeout: 30_000,
        hookTimeout: 60_000,
      }),
    ],
  },
});
