// B10: emoji side by side, and even one cut in two by a client, are the same for everybody and after a restart.
import { describe, expect, it } from 'vitest';
import { MemoryStore } from './memory-store.ts';
import { editor, PairedClient } from './socket-pair.ts';
import { World } from './world.ts';

function words(client: PairedClient): string {
  return client.doc.getText('words').toString();
}

async function two() {
  const store = new MemoryStore();
  const world = new World(store, { compactUpdatesWhenLeft: 1 });
  const ann = new PairedClient(editor('ann'), { keeps: true }).connect(world.rooms);
  const bob = new PairedClient(editor('bob'), { keeps: true }).connect(world.rooms);
  await world.exchange(ann, bob);
  const insert = async (client: PairedClient, at: number, letters: string) => {
    client.doc.getText('words').insert(at, letters);
    await world.exchange(ann, bob);
  };
  /** The text as somebody gets it who comes after a restart, and after compaction. */
  const anew = async () => {
    for (const client of [ann, bob]) client.cut();
    await world.clock.pass(60_000);
    world.restart();
    const cid = new PairedClient(editor('cid')).connect(world.rooms);
    await world.exchange(cid);
    return words(cid);
  };
  return { world, ann, bob, insert, anew };
}

describe('B10 emoji', () => {
  it('put before one another, and words behind them, stay as they were typed', async () => {
    const { ann, bob, insert, anew } = await two();
    await insert(ann, 0, '🟢');
    await insert(ann, 0, '🔴');
    expect(words(bob)).toBe('🔴🟢');
    await insert(bob, 4, 'fin');
    expect(words(ann)).toBe('🔴🟢fin');
    expect(await anew()).toBe('🔴🟢fin');
  });

  it('typed by two at the same place at once stay whole, each once', async () => {
    const { world, ann, bob, anew } = await two();
    for (const [client, sign] of [
      [ann, '👩‍🏫'],
      [bob, '🔴'],
    ] as const) {
      for (let i = 0; i < 5; i++) client.doc.getText('words').insert(0, sign);
    }
    await world.exchange(ann, bob);
    expect(words(ann)).toBe(words(bob));
    expect(words(ann).replaceAll('👩‍🏫', 'A').replaceAll('🔴', 'B')).toMatch(
      /^(A{5}B{5}|B{5}A{5})$/,
    );
    expect(await anew()).toBe(words(ann));
  });

  it('cut in two by a client that counts badly is broken alike for all, is sent again without a clash, and stops nobody', async () => {
    const { world, ann, bob, insert, anew } = await two();
    await insert(ann, 0, 'a🔴b');
    ann.cut();
    ann.doc.getText('words').insert(0, 'déjà ');
    await insert(bob, 2, 'x');
    // What she kept has the emoji whole, the server's is cut: the same words all the same (SY-44).
    ann.connect(world.rooms);
    await world.exchange(ann, bob);
    expect([ann.refused, ann.closeCode, bob.closeCode]).toEqual([[], null, null]);
    expect(words(ann)).toBe('déjà a\ufffdx\ufffdb');
    expect(words(bob)).toBe(words(ann));
    await insert(ann, 0, '🟢');
    expect(words(bob)).toBe('🟢déjà a\ufffdx\ufffdb');
    expect([ann.isSaved, bob.isSaved]).toEqual([true, true]);
    expect(await anew()).toBe('🟢déjà a\ufffdx\ufffdb');
  });
});
