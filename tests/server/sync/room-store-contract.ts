// What every store of room logs must do, run on each of them.
import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { LoggedUpdate, RoomName, RoomStore } from '#server/sync/ports.ts';
import { editor, PairedClient } from './socket-pair.ts';
import { World } from './world.ts';

const A: RoomName = { frameworkId: 'id-of-f', room: 'missions' };
const B: RoomName = { frameworkId: 'id-of-f', room: 'skills' };
const AT = new Date(Date.UTC(2025, 2, 21));

function update(...bytes: number[]): Uint8Array {
  return new Uint8Array(bytes);
}

function plain(updates: readonly Uint8Array[]): number[][] {
  return updates.map((bytes) => [...bytes]);
}

type RestorableStore = RoomStore & { noteRestored(): Promise<void> };

/** `make` gives an empty store that knows the framework `id-of-f`. */
export function roomStoreContract(name: string, make: () => RestorableStore): void {
  describe(`a store of rooms: ${name}`, () => {
    let store: RestorableStore;
    beforeEach(() => {
      store = make();
    });

    const append = (...rows: [RoomName, Uint8Array][]) =>
      store.append(rows.map(([room, bytes]) => ({ room, update: bytes, actorId: 'ann', at: AT })));

    it('loads nothing for a room that was never written', async () => {
      expect(await store.load(A)).toMatchObject({ state: null, updates: [], upTo: 0 });
    });

    it('gives back the very bytes in their order, each room its own', async () => {
      const pool = update(9, 9, 1, 2, 3, 9, 9);
      const positions = await append(
        [A, pool.subarray(2, 5)],
        [B, update(4)],
        [A, update()],
        [A, update(5)],
      );
      pool.fill(0);
      expect([...positions]).toEqual([...positions].sort((a, b) => a - b));
      expect(new Set(positions).size).toBe(4);
      const a = await store.load(A);
      expect(plain(a.updates)).toEqual([[1, 2, 3], [], [5]]);
      expect(a.upTo).toBe(positions[3]);
      expect(plain((await store.load(B)).updates)).toEqual([[4]]);
    });

    it('replaces what a state holds, and keeps what came after', async () => {
      const [first] = await append([A, update(1)], [B, update(2)]);
      const [later] = await append([A, update(3)]);
      await store.compact(A, update(7), first ?? 0);
      const a = await store.load(A);
      expect([a.state && [...a.state], plain(a.updates), a.upTo]).toEqual([[7], [[3]], later]);
      expect(plain((await store.load(B)).updates)).toEqual([[2]]);
    });

    it('goes on with new positions after everything was compacted, so that nothing new is skipped', async () => {
      const positions = await append([A, update(1)], [A, update(2)]);
      await store.compact(A, update(7), positions[1] ?? 0);
      expect((await store.load(A)).upTo).toBe(positions[1]);
      const [next] = await append([A, update(3)]);
      expect(next).toBeGreaterThan(positions[1] ?? 0);
      expect(plain((await store.load(A)).updates)).toEqual([[3]]);
    });

    it('does not let an older state take the place of a newer one', async () => {
      const positions = await append([A, update(1)], [A, update(2)]);
      await store.compact(A, update(8), positions[1] ?? 0);
      await store.compact(A, update(7), positions[0] ?? 0);
      const a = await store.load(A);
      expect([a.state && [...a.state], plain(a.updates)]).toEqual([[8], []]);
    });

    it('SY-48 takes a smaller state of what it holds already', async () => {
      const [position = 0] = await append([A, update(1)]);
      await store.compact(A, update(8), position);
      await store.compact(A, update(7), position);
      const a = await store.load(A);
      expect([a.state && [...a.state], plain(a.updates), a.upTo]).toEqual([[7], [], position]);
    });

    it('SY-46 keeps whose the client ids are, through compaction; who writes takes over from who only brought', async () => {
      const writer = (client: number, actorId: string, brought: boolean) => ({
        client,
        actorId,
        organisationId: null,
        brought,
      });
      const big = 2 ** 32 + 5;
      const carried = [{ client: 1, clock: 3, length: 4, author: big }];
      const row = (authorship?: LoggedUpdate['authorship']): LoggedUpdate => ({
        room: A,
        update: update(1),
        actorId: 'ann',
        at: AT,
        ...(authorship ? { authorship } : {}),
      });
      await store.append([row({ writers: [writer(1, 'bob', true)], carried: [] })]);
      await store.append([row(), row({ writers: [writer(1, 'ann', false)], carried })]);
      const [last] = await store.append([
        row({ writers: [writer(1, 'eve', true), writer(big, 'cid', false)], carried: [] }),
      ]);
      await store.compact(A, update(7), last ?? 0);
      const kept = (await store.load(A)).authorship;
      const byClient = [...(kept?.writers ?? [])].sort((a, b) => a.client - b.client);
      expect(byClient).toMatchObject([writer(1, 'ann', false), writer(big, 'cid', false)]);
      expect(kept?.carried).toEqual(carried);
      expect((await store.load(B)).authorship?.writers ?? []).toEqual([]);
    });

    it('SY-43 notes for every client id that a backup was restored, until its own person is back', async () => {
      const of = (client: number, actorId: string, more = {}) => ({
        client,
        actorId,
        organisationId: null,
        brought: false,
        ...more,
      });
      const keep = (...writers: ReturnType<typeof of>[]) =>
        store.append([
          {
            room: A,
            update: update(1),
            actorId: 'ann',
            at: AT,
            authorship: { writers, carried: [] },
          },
        ]);
      await keep(of(1, 'ann'), of(2, 'bob'), of(3, 'cid', { brought: true }));
      await store.noteRestored();
      await keep(of(1, 'ann', { restored: false }), of(2, 'eve', { restored: false }));
      await keep(of(4, 'new'), of(3, 'dan'));
      const writers = (await store.load(A)).authorship?.writers ?? [];
      const restored = writers.map(({ client, actorId, restored = false }) => [
        client,
        actorId,
        restored,
      ]);
      expect(restored.sort()).toEqual([
        [1, 'ann', false],
        [2, 'bob', true],
        [3, 'dan', false],
        [4, 'new', false],
      ]);
    });

    it('keeps a room’s text through typing, compaction and restarts', async () => {
      const world = new World(store, { compactUpdates: 5 });
      const text = (client: PairedClient) => client.doc.getText('words');
      for (let round = 0; round < 4; round++) {
        const ann = new PairedClient(editor('ann')).connect(world.rooms);
        const bob = new PairedClient(editor('bob')).connect(world.rooms);
        await world.exchange(ann, bob);
        for (let i = 0; i < 9; i++) {
          text(ann).insert(text(ann).length, `a${round}${i} `);
          text(bob).insert(0, `b${round}${i} `);
          await world.exchange(ann, bob);
        }
        expect([ann.isSaved, bob.isSaved]).toEqual([true, true]);
        world.restart();
      }
      const cid = new PairedClient(editor('cid')).connect(world.rooms);
      await world.exchange(cid);
      const words = text(cid).toString().trim().split(' ');
      expect(new Set(words).size).toBe(72);
      expect(words.length).toBe(72);
      const stored = await store.load(A);
      const doc = new Y.Doc();
      if (stored.state) Y.applyUpdateV2(doc, stored.state);
      for (const bytes of stored.updates) Y.applyUpdate(doc, bytes);
      expect(doc.getText('words').toString()).toBe(text(cid).toString());
    });
  });
}
