// B53: a backup made while people type is whole and holds all that was said to be saved; one that is broken off, or a
// restore, leaves nothing that looks like more than it is.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ended, type ServerProcess, spawnBuilt, startServer } from '../../server-process.ts';
import { needBuild, type Ran, runBuilt, temporaryFolder } from '../built.ts';
import { until } from '../sync/real-sockets.ts';
import { makeFramework, typist, wordsOnServer } from '../typists.ts';

needBuild();
const folder = temporaryFolder();
const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const act of cleanUp.splice(0).reverse()) await act();
});

function cli(dataDir: string, ...args: string[]): Promise<Ran> {
  return runBuilt('cli', args, { DATA_DIR: dataDir, SAMPLE: 'off' });
}

function query(dataDir: string, sql: string): unknown[] {
  const database = new Sqlite(join(dataDir, 'triptyque.db'));
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}

/** A data folder whose database is of about `megabytes`. */
async function folderOf(megabytes: number): Promise<string> {
  const dataDir = folder();
  expect((await cli(dataDir, 'token', 'list')).code).toBe(0);
  const database = new Sqlite(join(dataDir, 'triptyque.db'));
  database.exec(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${megabytes})
     INSERT INTO settings (key, value) SELECT 'filler' || i, hex(randomblob(524288)) FROM n`,
  );
  database.close();
  return dataDir;
}

/** The backup can be restored, and what is restored is in order. */
async function expectWhole(file: string): Promise<string> {
  const fresh = join(folder(), 'fresh');
  const restored = await cli(fresh, 'restore', file);
  expect(restored.code, restored.err).toBe(0);
  expect((await cli(fresh, 'verify')).out).toBe('ok\n');
  expect(query(fresh, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(readdirSync(fresh).filter((name) => name.includes('part'))).toEqual([]);
  return fresh;
}

/** Runs a command and kills it when files were touched in `watched` for the `count`-th time. Says whether it was killed. */
async function killedAt(
  count: number,
  watched: string,
  dataDir: string,
  ...args: string[]
): Promise<boolean> {
  const child = spawnBuilt('cli', args, { DATA_DIR: dataDir, SAMPLE: 'off' });
  child.stdout?.resume();
  child.stderr?.resume();
  let events = 0;
  const watcher = watch(watched, { recursive: true }, () => {
    events++;
    if (events === count) child.kill('SIGKILL');
  });
  const { signal } = await ended(child);
  watcher.close();
  return signal === 'SIGKILL';
}

describe('with people typing', () => {
  let server: ServerProcess;
  let secret: string;
  beforeAll(async () => {
    server = await startServer({ env: { SAMPLE: 'off' } });
    const asked = ['token', 'create', '--name', 'T', '--role', 'coordinator'];
    secret = (await cli(server.dataDir, ...asked)).out.trim();
    await makeFramework(server.url, 'cited', secret);
    const published = await fetch(`${server.url}/api/v1/frameworks/cited/versions`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ label: '1.0', status: 'adopted', note: 'Première' }),
    });
    expect(published.status).toBe(201);
    return () => server.close();
  });

  async function people(slug: string, count: number) {
    await makeFramework(server.url, slug, secret);
    const all = Array.from({ length: count }, (_, i) =>
      typist(server.url, `${slug}/missions`, secret, `p${i}w`),
    );
    for (const one of all) cleanUp.push(one.leave);
    await until(() => all.every((one) => one.provider.synced && one.told > 0));
    return all;
  }

  /** Each types a word whenever the last ones are saved, until it is told to stop. */
  async function typing<T>(
    all: Awaited<ReturnType<typeof people>>,
    meanwhile: Promise<T>,
  ): Promise<T> {
    let over = false;
    meanwhile.finally(() => {
      over = true;
    });
    await until(() => {
      for (const one of all) if (one.isSaved) one.type();
      return over;
    });
    return meanwhile;
  }

  test('B53 a backup made while 20 people type holds all that was said to be saved before it began, and disturbs nobody', async () => {
    const all = await people('evening', 20);
    for (let i = 0; i < 5; i++) for (const one of all) one.type();
    await until(() => all.every((one) => one.isSaved));
    for (let round = 0; round < 2; round++) {
      const file = join(folder(), `evening-${round}.db`);
      const before = all.flatMap((one) => [...one.onDisk]);
      const made = await typing(all, cli(server.dataDir, 'backup', file));
      expect([made.code, made.out], made.err).toEqual([0, '']);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      const fresh = await expectWhole(file);
      const restored = await startServer({ dataDir: fresh, env: { SAMPLE: 'off' } });
      cleanUp.push(() => restored.close());
      const there = await wordsOnServer(restored.url, 'evening', secret);
      expect(before.filter((word) => !there.includes(word))).toEqual([]);
      expect(new Set(there).size).toBe(there.length);
      const hashes = 'SELECT label, hash, previous FROM versions';
      expect(query(fresh, hashes)).toEqual(query(server.dataDir, hashes));
      expect(readFileSync(join(fresh, 'secret'))).toEqual(
        readFileSync(join(server.dataDir, 'secret')),
      );
    }
    await until(() => all.every((one) => one.isSaved));
    const there = await wordsOnServer(server.url, 'evening', secret);
    expect(there.length).toBe(all.reduce((sum, one) => sum + one.typed.length, 0));
  }, 120_000);

  test('B53 variant: while the server is killed and started again, a backup is whole all the same', async () => {
    const all = await people('falling', 5);
    const file = join(folder(), 'falling.db');
    for (let i = 0; i < 20; i++) for (const one of all) one.type();
    await until(() => all.every((one) => one.isSaved));
    const before = all.flatMap((one) => [...one.onDisk]);
    const [made] = await typing(
      all,
      Promise.all([cli(server.dataDir, 'backup', file), server.crash()]),
    );
    expect(made.code, made.err).toBe(0);
    const fresh = await expectWhole(file);
    const restored = await startServer({ dataDir: fresh, env: { SAMPLE: 'off' } });
    cleanUp.push(() => restored.close());
    const there = await wordsOnServer(restored.url, 'falling', secret);
    expect(before.filter((word) => !there.includes(word))).toEqual([]);
  }, 120_000);
});

describe('broken off', () => {
  test('B53 a backup that is killed at any moment leaves no file that looks whole, and the next one works and cleans up', async () => {
    const dataDir = await folderOf(20);
    const target = folder();
    const kills: boolean[] = [];
    for (const count of [1, 2, 4, 16]) {
      const file = join(target, `monday-${count}.db`);
      kills.push(await killedAt(count, target, dataDir, 'backup', file));
      if (existsSync(file)) await expectWhole(file);
    }
    expect(kills.filter(Boolean).length).toBeGreaterThan(1);
    const tuesday = join(target, 'tuesday.db');
    expect((await cli(dataDir, 'backup', tuesday)).code).toBe(0);
    await expectWhole(tuesday);
    expect(readdirSync(target).filter((name) => !name.endsWith('.db'))).toEqual([]);
  }, 120_000);

  test('B53 a full disk fails the backup in one line, leaves nothing, and the next one works', async () => {
    const dataDir = await folderOf(8);
    const target = folder();
    const file = join(target, 'full.db');
    const full = await runOnFullDisk(target, dataDir, file);
    expect([full.code, full.out, full.err.trim().split('\n').length]).toEqual([1, '', 1]);
    expect(full.err).toContain('full.db');
    expect(readdirSync(target)).toEqual([]);
    makeRoom(target);
    expect((await cli(dataDir, 'backup', file)).code).toBe(0);
    await expectWhole(file);
  }, 60_000);

  test('B53 variant: of two backups of one folder at once one is made, and neither is torn', async () => {
    const dataDir = await folderOf(8);
    const target = folder();
    const names = ['a', 'b', 'c'].map((name) => join(target, `${name}.db`));
    const ran = await Promise.all(names.map((name) => cli(dataDir, 'backup', name)));
    expect(ran.some(({ code }) => code === 0)).toBe(true);
    for (const [i, name] of names.entries()) expect(existsSync(name)).toBe(ran[i]?.code === 0);
    for (const name of names) if (existsSync(name)) await expectWhole(name);
    expect(readdirSync(target).filter((name) => !name.endsWith('.db'))).toEqual([]);
  }, 60_000);

  test('B53 a restore that is killed at any moment is not taken for a data folder, and the next one works', async () => {
    const dataDir = await folderOf(8);
    const file = join(folder(), 'backup.db');
    expect((await cli(dataDir, 'backup', file)).code).toBe(0);
    let unfinished = 0;
    for (const count of [1, 3, 9, 17]) {
      const fresh = folder();
      await killedAt(count, fresh, fresh, 'restore', file);
      if (!existsSync(join(fresh, 'triptyque.db'))) {
        if (existsSync(join(fresh, 'restore.part'))) {
          unfinished++;
          const refused = await runBuilt('main', [], { DATA_DIR: fresh, PORT: '0', SAMPLE: 'off' });
          expect([refused.code, refused.out]).toEqual([1, '']);
          expect(refused.err).toContain('restauration a été interrompue');
          expect((await cli(fresh, 'token', 'list')).code).toBe(1);
        }
        const again = await cli(fresh, 'restore', file);
        expect(again.code, again.err).toBe(0);
        expect(existsSync(join(fresh, 'restore.part'))).toBe(false);
      }
      expect((await cli(fresh, 'verify')).out).toBe('ok\n');
      expect(readFileSync(join(fresh, 'secret'))).toEqual(readFileSync(join(dataDir, 'secret')));
    }
    expect(unfinished).toBeGreaterThan(0);
  }, 120_000);

  test('B53 variant: a restore touches nothing in a folder that is in use, or that holds anything of somebody', async () => {
    const dataDir = await folderOf(1);
    const file = join(folder(), 'backup.db');
    expect((await cli(dataDir, 'backup', file)).code).toBe(0);
    const used = await startServer({ env: { SAMPLE: 'off' } });
    cleanUp.push(() => used.close());
    const left = folder();
    writeFileSync(join(left, 'triptyque.db-wal'), 'of before');
    const outbox = folder();
    mkdirSync(join(outbox, 'outbox'));
    const half = folder();
    mkdirSync(join(half, 'restore.part'));
    writeFileSync(join(half, 'letter.txt'), 'of somebody');
    for (const each of [dataDir, used.dataDir, left, outbox, half]) {
      const names = readdirSync(each).sort();
      const refused = await cli(each, 'restore', file);
      expect([refused.code, refused.out]).toEqual([1, '']);
      expect(readdirSync(each).sort()).toEqual(names);
    }
  }, 60_000);
});

/** The target is a disk of one megabyte where this machine lets us have one; else files may not grow beyond one. */
function runOnFullDisk(target: string, dataDir: string, file: string): Promise<Ran> {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', target], { stdio: 'ignore' });
    cleanUp.push(() => execFileSync('umount', [target]));
    return cli(dataDir, 'backup', file);
  } catch {
    const limited = `ulimit -f 2048; exec "${process.execPath}" build/server/cli.js backup "${file}"`;
    const env = { ...process.env, DATA_DIR: dataDir, SAMPLE: 'off' };
    try {
      const out = execFileSync('sh', ['-c', limited], { env, encoding: 'utf8', stdio: 'pipe' });
      return Promise.resolve({ code: 0, signal: null, out, err: '' });
    } catch (error) {
      const { status, stdout, stderr } = error as {
        status: number;
        stdout: string;
        stderr: string;
      };
      return Promise.resolve({ code: status, signal: null, out: stdout, err: stderr });
    }
  }
}

function makeRoom(target: string): void {
  try {
    execFileSync('mount', ['-o', 'remount,size=64m', target], { stdio: 'ignore' });
  } catch {
    // It was no disk of its own: there is room.
  }
}
