// A server process that is killed (SIGKILL) while people type: what anybody had seen, or was told to be saved, is there.
import { describe, expect, it } from 'vitest';
import { chance } from '#tests/core/document/chance.ts';
import {
  dataFolder,
  expectAllAlike,
  expectNothingLost,
  startRooms,
  wordsThere,
  writer,
} from './killable.ts';
import { until } from './real-sockets.ts';

const ROUNDS = 4;
const WRITERS = 6;

it('SY-1, SY-4, SY-8 lose nothing, and double nothing, in any round', async () => {
  const random = chance(4);
  const folder = dataFolder();
  let server = await startRooms(folder, 0);
  const { port } = server;
  const writers = Array.from({ length: WRITERS }, (_, i) => writer(port, `w${i}x`));
  for (let round = 0; round < ROUNDS; round++) {
    await until(() => writers.every((one) => one.provider.synced));
    const seen = () => Math.min(...writers.map((one) => one.others().length));
    const enough = seen() + 40 + random() * 100;
    await until(() => {
      for (const one of writers) if (random() < 0.05) one.type();
      return seen() > enough;
    });
    await server.kill();
    for (const one of writers) {
      one.provider.disconnect();
      one.type();
    }
    server = await startRooms(folder, port);
    expectNothingLost(writers, await wordsThere(port));
    for (const one of writers) one.provider.connect();
    await expectAllAlike(writers);
  }
}, 120_000);

describe('SY-50 a compaction that is killed in the middle', () => {
  it.each([
    ['once the state is written and the log still there', 'state', {}],
    ['once part of the log is deleted', 'log', {}],
    ['once it is committed and nobody knows', 'committed', {}],
    [
      'variant: of a room at rest with people in it',
      'log',
      {
        LIMIT_COMPACT_UPDATES: '1000000',
        LIMIT_COMPACT_QUIET_MS: '1',
        LIMIT_COMPACT_UPDATES_WHEN_LEFT: '5',
        LIMIT_DELETED_KEPT: '0',
      },
    ],
  ])(
    '%s loses nothing',
    async (_, place, limits) => {
      const random = chance(50);
      const folder = dataFolder();
      const deadly = { LIMIT_COMPACT_UPDATES: '15', ...limits, DIE_IN_COMPACTION: place };
      for (let round = 0; round < 2; round++) {
        let server = await startRooms(folder, 0, {
          ...deadly,
          DIE_AT_COMPACTION: String(round + 1),
        });
        const writers = ['a', 'b', 'c'].map((name) => writer(server.port, `${name}${round}x`));
        let dead = false;
        server.died.then(() => {
          dead = true;
        });
        await until(() => writers.every((one) => one.provider.synced));
        const before = await wordsThere(server.port);
        // In bursts, so that a room at rest has a moment in which nobody writes.
        await until(() => {
          const isQuiet = writers.every((one) => one.onDisk.size === one.typed.size);
          if (isQuiet && random() < 0.02) for (const one of writers) one.type();
          return dead;
        });
        expect(await server.died).toBe('SIGKILL');
        for (const one of writers) one.provider.disconnect();
        server = await startRooms(folder, server.port);
        const there = await wordsThere(server.port);
        expectNothingLost(writers, there);
        for (const word of before) expect(there).toContain(word);
        for (const one of writers) one.provider.connect();
        await until(() => writers.every((one) => one.onDisk.size === one.typed.size));
        for (const one of writers) one.provider.destroy();
        await server.kill();
      }
    },
    120_000,
  );
});
