// `npm test`: everything that is checked, from lint to scenes in a browser; the last line counts the tests that ran.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { needBrowser } from './browser.mjs';
import { build, fail } from './build.mjs';
import { checkNode, install } from './install.mjs';
import { ProgramFailed, ROOT, runPackage } from './run.mjs';

const reports = mkdtempSync(join(tmpdir(), 'triptyque-tests-'));
const counts = new Map();
const failures = [];

function tell(line) {
  process.stdout.write(`${line}\n`);
}

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

async function check(heading, work) {
  tell(`\n═══ ${heading}`);
  const started = performance.now();
  try {
    await work();
    tell(`    ${heading}: passed in ${seconds(started)}`);
  } catch (error) {
    if (!(error instanceof ProgramFailed)) tell(String(error?.stack ?? error));
    else if (error.output) tell(error.output);
    tell(`    ${heading}: FAILED after ${seconds(started)}`);
    failures.push(heading);
  }
}

function count(group, passed, failed, skipped) {
  const known = counts.get(group) ?? { passed: 0, failed: 0, skipped: 0 };
  known.passed += passed;
  known.failed += failed;
  known.skipped += skipped;
  counts.set(group, known);
}

function report(name) {
  try {
    return JSON.parse(readFileSync(join(reports, name), 'utf8'));
  } catch {
    return null;
  }
}

/** The folder below tests/ says which kind of test it is. */
function groupOf(file) {
  const [, folder = ''] = relative(ROOT, file).split(/[\\/]/);
  if (folder === 'db') return 'stores';
  return folder === 'server' ? 'server' : 'units';
}

function countVitest() {
  for (const file of report('vitest.json')?.testResults ?? []) {
    const group = groupOf(file.name);
    for (const { status } of file.assertionResults) {
      if (status === 'passed') count(group, 1, 0, 0);
      else if (status === 'failed') count(group, 0, 1, 0);
      else count(group, 0, 0, 1);
    }
  }
}

function countBrowser() {
  const stats = report('browser.json')?.stats;
  if (stats) count('browser', stats.expected + stats.flaky, stats.unexpected, stats.skipped);
}

async function vitest() {
  const out = join(reports, 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${out}`];
  try {
    await runPackage('vitest/vitest.mjs', args, { aloud: true });
  } finally {
    countVitest();
  }
}

async function scenes(browser) {
  const env = {
    CHROMIUM_PATH: browser,
    PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'browser.json'),
  };
  try {
    await runPackage('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
      aloud: true,
      env,
    });
  } finally {
    countBrowser();
  }
}

function summary() {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  for (const group of counts.values()) {
    passed += group.passed;
    failed += group.failed;
    skipped += group.skipped;
  }
  const groups = [...counts].map(([name, each]) => `${name} ${each.passed + each.failed}`);
  const parts = [
    `${passed} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ];
  return `${passed + failed} tests run: ${parts.join(', ')} (${groups.join(', ') || 'none'})`;
}

checkNode();
try {
  await install();
} catch (error) {
  fail(error);
}
const started = performance.now();
const browser = await needBrowser();
await check('lint', () => runPackage('@biomejs/biome/bin/biome', ['check', '.']));
await check('types', () => runPackage('typescript/bin/tsc', ['--noEmit']));
await check('floors', () =>
  runPackage('dependency-cruiser/bin/dependency-cruise.mjs', [
    '--config',
    '.dependency-cruiser.cjs',
    ...['core', 'locales', 'db', 'server', 'app', 'tests'],
  ]),
);
await check('build', () => build());
await check('units, stores, server', vitest);
if (failures.includes('build')) failures.push('scenes in a browser (not run: no build)');
else await check('scenes in a browser', () => scenes(browser));

rmSync(reports, { recursive: true, force: true });
tell(
  `\n═══ ${failures.length === 0 ? 'all passed' : `failed: ${failures.join('; ')}`} in ${seconds(started)}`,
);
tell(summary());
process.exit(failures.length === 0 ? 0 : 1);
