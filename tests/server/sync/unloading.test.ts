// SY-18, SY-21, SY-49: a room that goes and comes back in the same moment, as often as one likes, is one room with all its words.
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { CLOSE } from '#core/document/wire.ts';
import { LiveText } from '#server/sync/live-text.ts';
import type { RoomName } from '#server/sync/ports.ts';
import { MemoryStore } from './memory-store.ts';
import { editor, PairedClient } from './socket-pair.ts';
import { MISSIONS, World } from './world.ts';

const LINGER_MS = 1_000;

/** A store that answers only when it is told to, in any order, and knows whether a room is loaded twice at a time. */
class SlowStore extends MemoryStore {
  readonly #waiting: (() => void)[] = [];
  #loading = 0;
  mostLoading = 0;
  /** Texts that were read and not let go. */
  mostLiving = 0;
  #read = 0;
  /** How many texts were let go so far. */
  gone: () => number = () => 0;

  override async load(room: RoomName) {
    this.#loading++;
    this.mostLoading = Math.max(this.mostLoading, this.#loading);
    try {
      await this.#wait();
      const stored = await super.load(room);
      this.#read++;
      this.mostLiving = Math.max(this.mostLiving, this.#read - this.gone());
      return stored;
    } finally {
      this.#loading--;
    }
  }

  override async compact(room: RoomName, state: Uint8Array, upTo: number) {
    await this.#wait();
    await super.compact(room, state, upTo);
  }

  /** Answers one of those that wait. */
  answer(which: number): void {
    const [one] = this.#waiting.splice(which % Math.max(1, this.#waiting.length), 1);
    one?.();
  }

  get isWaitedFor(): boolean {
    return this.#waiting.length > 0;
  }

  #wait(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

type Step =
  | { readonly kind: 'come' | 'go' | 'type'; readonly who: number }
  | { readonly kind: 'answer'; readonly which: number }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'deliver' | 'read' | 'edit' | 'shut' };

const who = fc.nat(2);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: who.map((who) => ({ kind: 'come' as const, who })) },
  { weight: 4, arbitrary: who.map((who) => ({ kind: 'go' as const, who })) },
  { weight: 3, arbitrary: who.map((who) => ({ kind: 'type' as const, who })) },
  { weight: 4, arbitrary: fc.nat(5).map((which) => ({ kind: 'answer' as const, which })) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(1, LINGER_MS - 1, LINGER_MS, LINGER_MS + 1)
      .map((ms) => ({ kind: 'pass' as const, ms })),
  },
  { weight: 4, arbitrary: fc.constant({ kind: 'deliver' as const }) },
  { weight: 1, arbitrary: fc.constantFrom({ kind: 'read' as const }, { kind: 'edit' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'shut' as const }) },
);

class Evening {
  readonly store = new SlowStore();
  readonly world = new World(this.store, {
    lingerMs: LINGER_MS,
    compactUpdates: 3,
    compactUpdatesWhenLeft: 1,
    compactQuietMs: 2 * LINGER_MS,
  });
  readonly clients = ['ann', 'bob', 'cid'].map(
    (name) => new PairedClient(editor(name), { keeps: true }),
  );
  readonly typed: string[] = [];
  #acts: Promise<unknown>[] = [];

  async play(steps: readonly Step[]): Promise<void> {
    for (const one of steps) {
      this.#do(one);
      if (one.kind === 'pass') await this.world.clock.pass(one.ms);
      if (one.kind === 'deliver') await this.deliver();
    }
  }

  /** All come, everything is answered, all are told. */
  async end(): Promise<void> {
    for (const client of this.clients) {
      client.cut();
      client.connect(this.world.rooms);
    }
    for (let i = 0; i < 20; i++) {
      while (this.store.isWaitedFor) {
        this.store.answer(0);
        await this.world.clock.quiet();
      }
      await this.deliver();
      await this.world.clock.pass(1);
    }
    await Promise.allSettled(this.#acts);
  }

  async deliver(): Promise<void> {
    await this.world.exchange(...this.clients);
  }

  #do(one: Step): void {
    const { rooms } = this.world;
    if (one.kind === 'answer') this.store.answer(one.which);
    if (one.kind === 'read') this.#act(rooms.read(MISSIONS, () => 0));
    if (one.kind === 'shut')
      this.#act(rooms.closeFramework(MISSIONS.frameworkId, CLOSE.restarting, 'anew'));
    if (one.kind === 'edit') {
      const word = this.#word('srv');
      this.#act(rooms.edit([MISSIONS], '', ([doc]) => doc?.getText('words').insert(0, word)));
    }
    if (!('who' in one)) return;
    const client = this.clients[one.who];
    if (!client) return;
    if (one.kind === 'come' && !client.isConnected) {
      client.cut();
      client.connect(rooms);
    }
    if (one.kind === 'go') client.cut();
    if (one.kind === 'type') client.doc.getText('words').insert(0, this.#word(`p${one.who}`));
  }

  #word(who: string): string {
    const word = `${who}n${this.typed.length}`;
    this.typed.push(word);
    return `${word} `;
  }

  #act(act: Promise<unknown>): void {
    this.#acts.push(act);
    act.catch(() => {});
  }
}

it('SY-49 no order of coming, going, compacting and reading loses a word, loads a room twice or lets it live twice', async () => {
  const destroy = vi.spyOn(LiveText.prototype, 'destroy');
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 70 }), async (steps) => {
      destroy.mockClear();
      const evening = new Evening();
      evening.store.gone = () => destroy.mock.calls.length;
      const { store, world, clients, typed } = evening;
      await evening.play(steps);
      await evening.end();
      expect([store.mostLoading, store.mostLiving]).toEqual([1, 1]);
      const texts = clients.map((client) => client.doc.getText('words').toString());
      expect(new Set(texts).size).toBe(1);
      expect(texts[0]?.trim().split(' ').filter(Boolean).sort()).toEqual([...typed].sort());
      expect(clients.every((client) => client.isSaved)).toBe(true);
      for (const client of clients) client.cut();
      for (let i = 0; i < 10; i++) {
        while (store.isWaitedFor) {
          store.answer(0);
          await world.clock.quiet();
        }
        await world.clock.pass(LINGER_MS);
      }
      expect(world.rooms.stats()).toMatchObject({ rooms: 0, connections: 0, unsaved: 0 });
      const reading = store.load(MISSIONS);
      store.answer(0);
      const { state, updates } = await reading;
      const doc = new Y.Doc();
      if (state) Y.applyUpdateV2(doc, state);
      for (const update of updates) Y.applyUpdate(doc, update);
      expect(doc.getText('words').toString()).toBe(texts[0]);
    }),
    { seed: 49, numRuns: 150 },
  );
  destroy.mockRestore();
}, 120_000);

it('SY-49 a room that is replaced while nobody can come in is not overtaken by a compaction that began before', async () => {
  const store = new SlowStore();
  const world = new World(store, { compactUpdates: 3 });
  const ann = new PairedClient(editor('ann')).connect(world.rooms);
  await world.clock.quiet();
  store.answer(0);
  await world.exchange(ann);
  for (const letter of 'abc') {
    ann.doc.getText('words').insert(0, letter);
    await world.exchange(ann);
  }
  expect(store.isWaitedFor).toBe(true);
  let replaced = false;
  const replacing = world.rooms.whileClosed(MISSIONS, 'replaced', async () => {
    replaced = true;
  });
  await world.clock.quiet();
  expect([replaced, store.compactions]).toEqual([false, 0]);
  store.answer(0);
  await world.clock.quiet();
  await replacing;
  expect([replaced, store.compactions]).toEqual([true, 1]);
});
