// Building: the pages with Vite into build/web, the server with esbuild into build/server, and the files squeezed.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { fingerprint } from './fingerprint.mjs';
import { hold } from './hold.mjs';
import { install } from './install.mjs';
import { ProgramFailed, ROOT, runPackage } from './run.mjs';
import { say, step, worded } from './say.mjs';

const BUILD = join(ROOT, 'build');
const STAMP = join(BUILD, 'stamp.json');

function isBuilt(wanted) {
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8')).fingerprint === wanted;
  } catch {
    return false;
  }
}

async function buildPages() {
  await runPackage('@remix-run/dev/dist/cli.js', ['vite:build'], {
    env: { NODE_ENV: 'production' },
  });
}

/**
 * Packages that go into the server's bundle: hundreds of small files whose reading is most of the start.
 * All others stay outside: of yjs, Tiptap and React there must be one copy, and better-sqlite3 is native.
 */
const BUNDLED =
  /^(@better-auth\/|@hono\/|@noble\/|better-auth|better-call|drizzle-orm|hono|jose|nodemailer|zod)(\/|$|[a-z])/;

const leaveOutside = {
  name: 'leave-outside',
  setup(build) {
    // What begins like a path or with `#` is ours.
    build.onResolve({ filter: /^[^./#]/ }, ({ path, kind }) =>
      kind === 'entry-point' || BUNDLED.test(path) ? undefined : { path, external: true },
    );
  },
};

async function buildServer() {
  const { build } = await import('esbuild');
  rmSync(join(BUILD, 'server'), { recursive: true, force: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: {
      main: 'server/main.ts',
      cli: 'server/cli/main.ts',
      'compare-thread': 'server/comparing/thread.ts',
      'read-thread': 'server/exchange/files/thread.ts',
    },
    outdir: 'build/server',
    bundle: true,
    splitting: true,
    plugins: [leaveOutside],
    // Packages that were CommonJS ask for Node's own modules by `require`.
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'linked',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
}

const SQUEEZABLE = /\.(js|mjs|css|html|svg|json|txt|xml|webmanifest|map)$/;

async function squeeze() {
  const folder = join(BUILD, 'web', 'client');
  if (!existsSync(folder)) return;
  const names = readdirSync(folder, { recursive: true }).map(String);
  await Promise.all(
    names
      .filter((name) => SQUEEZABLE.test(name))
      .map(async (name) => {
        const path = join(folder, name);
        const bytes = readFileSync(path);
        const brotli = await promisify(brotliCompress)(bytes, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: 11,
            [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
          },
        });
        writeFileSync(`${path}.br`, brotli);
        writeFileSync(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
      }),
  );
}

/** Builds where the sources are not those of the build; `always` builds anyway. */
export async function build({ always = false } = {}) {
  if (!always && isBuilt(fingerprint())) return;
  const release = await hold('build');
  try {
    const wanted = fingerprint();
    if (!always && isBuilt(wanted)) return;
    say(`${worded('building')} :`);
    rmSync(STAMP, { force: true });
    await step('pages', buildPages);
    await step('server', buildServer);
    await step('squeezing', squeeze);
    writeFileSync(STAMP, `${JSON.stringify({ fingerprint: wanted })}\n`);
  } finally {
    release();
  }
}

/** Says what failed, with the words of the program that did, and ends. */
export function fail(error) {
  if (error instanceof ProgramFailed && error.output) say(error.output);
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await install();
    await build({ always: !process.argv.includes('--if-needed') });
  } catch (error) {
    fail(error);
  }
}
