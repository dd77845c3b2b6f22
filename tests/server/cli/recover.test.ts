// A damaged text put right from the command line, with a server running and without.
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ServerProcess, startServer } from '../../server-process.ts';
import { needBuild, type Ran, runBuilt, temporaryFolder } from '../built.ts';

needBuild();
const folder = temporaryFolder();
const still = folder();
const slug = 'mediation-scolaire';

function cli(dataDir: string, ...args: string[]): Promise<Ran> {
  return runBuilt('cli', args, { DATA_DIR: dataDir, LANG: 'en_GB.UTF-8' });
}

/** Overwrites sixteen bytes in the middle of the stored text of the missions. */
function damage(dataDir: string): void {
  const database = new Sqlite(join(dataDir, 'triptyque.db'));
  const row = database
    .prepare<[], { position: number; bytes: Buffer }>(
      `SELECT u.position, u.bytes FROM room_updates u JOIN rooms r ON r.id = u.room_id
       JOIN frameworks f ON f.id = r.framework_id
       WHERE f.slug = '${slug}' AND r.key = 'missions' AND r.set_aside_at IS NULL`,
    )
    .get();
  if (!row) throw new Error('no text');
  row.bytes.fill(0xff, row.bytes.length >> 1, (row.bytes.length >> 1) + 16);
  database
    .prepare('UPDATE room_updates SET bytes = ? WHERE position = ?')
    .run(row.bytes, row.position);
  database.close();
}

function behaves(dataDir: () => string, where: string): void {
  test(`B14 ${where}, verify names it, recover puts it right once, and verify still names what is aside`, async () => {
    const dir = dataDir();
    // Opens the folder: the samples are in it.
    expect((await cli(dir, 'export', slug, '--format', 'md')).code).toBe(0);
    expect((await cli(dir, 'recover', slug, 'skills')).code).toBe(1);
    damage(dir);
    const damaged = await cli(dir, 'verify');
    expect([damaged.code, damaged.out]).toEqual([1, '']);
    expect(damaged.err).toContain(`Framework ${slug}, text missions: it cannot be read`);
    expect((await cli(dir, 'recover', slug, 'nowhere')).code).toBe(1);
    expect(await cli(dir, 'recover', slug, 'missions', '--from', 'version')).toMatchObject({
      code: 1,
      out: '',
    });

    // Nothing of it can be read, and there is no revision: it begins empty only where that is asked for.
    expect((await cli(dir, 'recover', slug, 'missions')).err).toContain('--from readable');
    const recovered = await cli(dir, 'recover', slug, 'missions', '--from', 'readable');
    expect([recovered.code, recovered.out], recovered.err).toEqual([0, 'readable\n']);
    expect(recovered.err).toContain('set aside, unchanged');
    const again = await cli(dir, 'recover', slug, 'missions', '--from', 'readable');
    expect([again.code, again.out]).toEqual([0, 'readable\n']);
    expect(again.err).toContain('Nothing was changed');
    const verified = await cli(dir, 'verify');
    expect([verified.code, verified.out]).toEqual([0, 'ok\n']);
    expect(verified.err).toContain(`Framework ${slug}, text missions: a damaged text is set aside`);
    expect((await cli(dir, 'export', slug, '--format', 'md')).code).toBe(0);
  });
}

behaves(() => still, 'without a server');

describe('with a server', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());
  behaves(() => server.dataDir, 'with a server running');
});
