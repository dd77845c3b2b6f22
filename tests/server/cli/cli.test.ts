// The command line as people and scripts use it: with a server running and without, data on one stream, messages on the other.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '#core/framework/canonical.ts';
import { type ServerProcess, startServer } from '../../server-process.ts';
import { needBuild, type Ran, runBuilt, temporaryFolder } from '../built.ts';
import { HEADING_STYLES, p, wordFile } from '../exchange/files/written.ts';
import { sample } from '../house.ts';

needBuild();
const folder = temporaryFolder();

function cli(dataDir: string, ...args: string[]): Promise<Ran> {
  return runBuilt('cli', args, { DATA_DIR: dataDir, SAMPLE: 'off' });
}

const document = sample('mediation-scolaire');
const LINK = /^http:\/\/localhost:\d+\/sign-in\/link\?token=\S+\n$/;

/** What is the same with and without a server. */
function behaves(dataDir: () => string, where: string): void {
  describe(where, () => {
    test('makes tokens and accounts, lists and ends them', async () => {
      const email = `${where}@example.org`;
      const dir = dataDir();
      const token = await cli(dir, 'token', 'create', '--name', 'essai', '--role', 'editor');
      expect([token.code, token.err]).toEqual([0, '']);
      expect(token.out).toMatch(/^\S{30,}\n$/);
      const account = await cli(
        dir,
        ...[
          'account',
          'create',
          '--email',
          email.toUpperCase(),
          '--name',
          'Alix',
          '--role',
          'reader',
        ],
      );
      expect([account.code, account.err]).toEqual([0, '']);
      expect(account.out).toMatch(LINK);

      const [tokens, accounts] = [
        await cli(dir, 'token', 'list'),
        await cli(dir, 'account', 'list'),
      ];
      expect(tokens.out).not.toContain(token.out.trim());
      expect(accounts.out).toContain(`${email}\tAlix\treader\t`);

      const [id = ''] = tokens.out.split('\t');
      expect(await cli(dir, 'token', 'revoke', id)).toMatchObject({ code: 0, out: '' });
      expect(await cli(dir, 'account', 'disable', email.toUpperCase())).toMatchObject({
        code: 0,
        out: '',
      });
      expect((await cli(dir, 'account', 'list')).out).toContain('disabled');
    });

    test('imports a document and exports the same, to the byte', async () => {
      const file = join(folder(), 'in.json');
      writeFileSync(file, JSON.stringify(document));
      const slug = `import-${where}`;
      const imported = await cli(dataDir(), 'import', file, '--slug', slug);
      expect([imported.code, imported.out], imported.err).toEqual([0, `${slug}\n`]);
      const word = join(folder(), 'in.docx');
      writeFileSync(word, wordFile({ body: p('Accueillir', 'Titre1'), styles: HEADING_STYLES }));
      const docx = await cli(dataDir(), 'import', word, '--format', 'docx', '--slug', `${slug}-w`);
      expect([docx.code, docx.out], docx.err).toEqual([0, `${slug}-w\n`]);
      expect((await cli(dataDir(), 'import', word, '--format', 'docx')).code).toBe(1);
      const odd = await cli(dataDir(), 'import', file, '--slug', 'A B');
      expect([odd.code, odd.out]).toEqual([1, '']);
      const again = await cli(dataDir(), 'import', file, '--slug', slug);
      expect(again.code, again.err).toBe(0);
      const out = await cli(dataDir(), 'export', slug, '--working', '--format', 'json');
      const same = { ...document, framework: { ...document.framework, slug } };
      expect(out.out).toBe(canonicalJson(same));
      const target = join(folder(), 'out.md');
      const written = await cli(dataDir(), 'export', slug, '--format', 'md', '--out', target);
      expect([written.code, written.out]).toEqual([0, '']);
      expect(readFileSync(target, 'utf8')).toContain(document.framework.title);
    });

    test('verifies', async () => {
      const verified = await cli(dataDir(), 'verify');
      expect([verified.code, verified.out], verified.err).toEqual([0, 'ok\n']);
    });
  });
}

const still = folder();

test('says in one line what it refuses, and ends with 1', async () => {
  const bad = join(folder(), 'bad.json');
  writeFileSync(bad, '[]');
  for (const args of [
    ['import', bad],
    ['import', join(folder(), 'nowhere.json')],
    ['export', 'nowhere', '--format', 'md'],
    ['export', 'nowhere', '--format', 'exe'],
    ['account', 'disable', 'nobody@example.org'],
    ['token', 'revoke', 'nobody'],
  ]) {
    const ran = await cli(still, ...args);
    expect([args, ran.code, ran.out]).toEqual([args, 1, '']);
    expect(ran.err.trim()).not.toBe('');
  }
});

behaves(() => still, 'without');

describe('with a server running', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServer({ env: { SAMPLE: 'off' } });
  });
  afterAll(() => server.close());

  behaves(() => server.dataDir, 'with');

  test('a token that is revoked has no right at once', async () => {
    const made = await cli(server.dataDir, 'token', 'create', '--name', 'bref', '--role', 'reader');
    const headers = { Authorization: `Bearer ${made.out.trim()}` };
    expect((await fetch(`${server.url}/api/v1/frameworks`, { headers })).status).toBe(200);
    const listed = await cli(server.dataDir, 'token', 'list');
    const [id = ''] =
      listed.out
        .split('\n')
        .find((line) => line.includes('bref'))
        ?.split('\t') ?? [];
    await cli(server.dataDir, 'token', 'revoke', id);
    expect((await fetch(`${server.url}/api/v1/frameworks`, { headers })).status).toBe(401);
  });

  test('a backup made meanwhile is whole, and gives the same texts when it is restored', async () => {
    const file = join(folder(), 'backup.db');
    const made = await cli(server.dataDir, 'backup', file);
    expect([made.code, made.out], made.err).toEqual([0, '']);
    expect((await cli(server.dataDir, 'backup', file)).code).toBe(1);
    const fresh = join(folder(), 'restored');
    const restored = await cli(fresh, 'restore', file);
    expect(restored.code, restored.err).toBe(0);
    expect(readFileSync(join(fresh, 'secret'))).toEqual(
      readFileSync(join(server.dataDir, 'secret')),
    );
    const [there, here] = await Promise.all(
      [server.dataDir, fresh].map((each) => cli(each, 'export', 'import-with', '--format', 'json')),
    );
    expect(here?.out).toBe(there?.out);
    expect((await cli(fresh, 'verify')).out).toBe('ok\n');
    // SY-43: browsers may hold words that the backup has not.
    const database = new Sqlite(join(fresh, 'triptyque.db'), { readonly: true });
    const rows = database.prepare('SELECT restored FROM room_writers').pluck().all();
    database.close();
    expect(new Set(rows)).toEqual(new Set([1]));
  });
});

describe('backup and restore', () => {
  test('restore wants an empty folder and a backup that is one, and else touches nothing', async () => {
    const file = join(folder(), 'backup.db');
    expect((await cli(still, 'backup', file)).code).toBe(0);
    const full = folder();
    writeFileSync(join(full, 'triptyque.db-wal'), 'left over');
    const refused = await cli(full, 'restore', file);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining(full)]);
    expect(existsSync(join(full, 'triptyque.db'))).toBe(false);

    const torn = join(folder(), 'torn.db');
    const bytes = readFileSync(file);
    writeFileSync(torn, bytes.subarray(0, bytes.length / 2));
    const empty = join(folder(), 'empty');
    for (const bad of [torn, join(still, 'secret'), join(folder(), 'nowhere')]) {
      expect((await cli(empty, 'restore', bad)).code).toBe(1);
      expect(existsSync(empty)).toBe(false);
    }
  });

  test('a backup that cannot be written says so and leaves nothing', async () => {
    const nowhere = join(folder(), 'no', 'such', 'folder', 'x.db');
    const failed = await cli(still, 'backup', nowhere);
    expect([failed.code, failed.err.trim().split('\n').length]).toEqual([1, 1]);
    expect((await cli(folder(), 'backup', join(folder(), 'x.db'))).code).toBe(1);
  });

  test('verify says what is wrong and ends with 1', async () => {
    const dataDir = folder();
    await cli(dataDir, 'token', 'list');
    const { default: Sqlite } = await import('better-sqlite3');
    const database = new Sqlite(join(dataDir, 'triptyque.db'));
    const trigger = database
      .prepare<[], { name: string }>(
        `SELECT name FROM sqlite_master WHERE type = 'trigger' LIMIT 1`,
      )
      .get();
    database.exec(`DROP TRIGGER "${trigger?.name}"`);
    database.close();
    const verified = await cli(dataDir, 'verify');
    expect([verified.code, verified.out]).toEqual([1, '']);
    expect(verified.err).toContain(trigger?.name);
  });
});

test('a mistake of usage ends with 2 and says how; help ends with 0', async () => {
  const [mistake, help] = await Promise.all([
    cli(still, 'token', 'create'),
    runBuilt('cli', ['help'], { LANG: 'en_GB.UTF-8' }),
  ]);
  expect([mistake.code, mistake.out]).toEqual([2, '']);
  expect(mistake.err).toContain('token create');
  expect([help.code, help.err]).toEqual([0, expect.stringContaining('Usage')]);
});

test('a folder whose path is too long for a socket works all the same', async () => {
  const deep = join(folder(), 'x'.repeat(100), 'y'.repeat(60));
  mkdirSync(deep, { recursive: true });
  const server = await startServer({ dataDir: deep, env: { SAMPLE: 'off' } });
  const listed = await cli(deep, 'token', 'list');
  expect(listed.code, listed.err).toBe(0);
  await server.close();
});
