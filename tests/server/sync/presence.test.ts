// SY-24 to SY-26: who is there, as the server says, not as the client does.
import { describe, expect, it } from 'vitest';
import * as awareness from 'y-protocols/awareness';
import type { Actor } from '#core/policy.ts';
import { presenceFrame, readMessage } from '#server/sync/protocol.ts';
import { MemoryStore } from './memory-store.ts';
import { editor, PairedClient } from './socket-pair.ts';
import { World } from './world.ts';

/** A client with the presence that y-protocols keeps, speaking as y-websocket does: it echoes everybody's changes. */
class Present {
  readonly client: PairedClient;
  readonly awareness: awareness.Awareness;

  constructor(actor: Actor, state: Record<string, unknown> | null = {}) {
    this.client = new PairedClient(actor);
    this.awareness = new awareness.Awareness(this.client.doc);
    this.awareness.setLocalState(state);
    this.awareness.on('update', (change: Record<'added' | 'updated' | 'removed', number[]>) =>
      this.say([...change.added, ...change.updated, ...change.removed]),
    );
  }

  get id(): number {
    return this.client.doc.clientID;
  }

  connect(world: World): this {
    this.client.connect(world.rooms);
    this.say([this.id]);
    return this;
  }

  say(clients: number[]): void {
    const states = clients.map((client) => ({
      client,
      clock: this.awareness.meta.get(client)?.clock ?? 0,
      state: JSON.stringify(this.awareness.states.get(client) ?? null),
    }));
    if (this.client.isConnected) this.client.pushRaw(presenceFrame(states));
  }

  /** Applies what it was told, as y-websocket would. */
  hear(): void {
    for (const frame of this.client.heard.splice(0)) {
      const message = readMessage(frame);
      if (message.kind !== 'presence') continue;
      awareness.applyAwarenessUpdate(
        this.awareness,
        frame.slice(frame.length > 129 ? 3 : 2),
        'remote',
      );
    }
  }

  /** Who is there besides oneself, by Yjs client. */
  get others(): Record<string, unknown>[] {
    return [...this.awareness.getStates()].flatMap(([client, state]) =>
      client === this.id ? [] : [state],
    );
  }
}

async function meet(world: World, ...all: Present[]): Promise<void> {
  for (let i = 0; i < 4; i++) {
    await world.exchange(...all.map((one) => one.client));
    for (const one of all) one.hear();
    await world.clock.pass(world.limits.presenceEveryMs);
  }
}

describe('presence', () => {
  it('SY-25 says who somebody is by the server’s own knowledge, without any address', async () => {
    const world = new World(new MemoryStore());
    const eve: Actor = {
      kind: 'account',
      id: 'eve',
      name: `eve@example.org ${'x'.repeat(10_000)}`,
      role: 'editor',
    };
    const ann = new Present(editor('ann')).connect(world);
    const forged = {
      user: { id: 'ann', name: 'Ann (coordination)', color: '#aabbcc', email: 'eve@example.org' },
      cursor: { anchor: 1, head: 2 },
      item: 'm-1',
      session: 'secret',
    };
    const bob = new Present(eve, forged).connect(world);
    await meet(world, ann, bob);
    const [seen] = ann.others;
    expect(seen).toMatchObject({ cursor: { anchor: 1, head: 2 }, item: 'm-1' });
    expect(Object.keys(seen ?? {}).sort()).toEqual(['cursor', 'item', 'user']);
    const user = seen?.user as Record<string, string>;
    expect(user).toMatchObject({ id: 'eve', color: '#aabbcc' });
    expect(user.name).toMatch(/^eve x{60,76}$/);
    expect(JSON.stringify(seen)).not.toContain('@');
  });

  it('SY-24 passes over what one says of another’s client', async () => {
    const world = new World(new MemoryStore());
    const ann = new Present(editor('ann')).connect(world);
    const bob = new Present(editor('bob')).connect(world);
    const eve = new Present(editor('eve')).connect(world);
    await meet(world, ann, bob, eve);
    for (const state of ['null', JSON.stringify({ item: 'elsewhere' })]) {
      eve.client.pushRaw(presenceFrame([{ client: ann.id, clock: 1_000, state }]));
      await meet(world, ann, bob, eve);
    }
    const names = bob.others.map((state) => (state.user as { id: string }).id);
    expect(names.sort()).toEqual(['ann', 'eve']);
    expect(bob.others.every((state) => state.item === undefined)).toBe(true);
  });

  it('SY-26 shows who comes back once, and at once', async () => {
    const world = new World(new MemoryStore());
    const ann = new Present(editor('ann')).connect(world);
    const bob = new Present(editor('bob'), { item: 'm-1' }).connect(world);
    await meet(world, ann, bob);
    for (let i = 0; i < 5; i++) {
      bob.client.cut();
      await meet(world, ann);
      expect(ann.others).toEqual([]);
      bob.connect(world);
      await meet(world, ann, bob);
      expect(ann.others).toMatchObject([{ item: 'm-1', user: { id: 'bob' } }]);
    }
    // The server's count runs ahead of bob's own; still nobody overrules him at home.
    bob.awareness.setLocalStateField('item', 'm-2');
    await meet(world, ann, bob);
    expect(ann.others).toMatchObject([{ item: 'm-2' }]);
    expect(bob.awareness.getLocalState()).toEqual({ item: 'm-2' });
  });

  it('SY-26 shows at once who only opened the page, and counts 0 still', async () => {
    const world = new World(new MemoryStore());
    const ann = new Present(editor('ann')).connect(world);
    const bob = new PairedClient(editor('bob')).connect(world.rooms);
    bob.pushRaw(presenceFrame([{ client: 7, clock: 0, state: '{}' }]));
    await world.exchange(ann.client, bob);
    ann.hear();
    expect(ann.others).toEqual([{ user: { id: 'bob', name: 'Editor bob' } }]);
  });

  it('SY-24 lets the same person take over from a connection that is still dying', async () => {
    const world = new World(new MemoryStore());
    const ann = new Present(editor('ann')).connect(world);
    const bob = new Present(editor('bob'), { item: 'm-1' }).connect(world);
    await meet(world, ann, bob);
    const dying = bob.client.connection;
    bob.connect(world);
    await meet(world, ann, bob);
    dying?.closed();
    await meet(world, ann, bob);
    expect(ann.others).toMatchObject([{ item: 'm-1' }]);
  });

  it('SY-26 sends changes of many together, not each by each', async () => {
    const world = new World(new MemoryStore());
    const all = Array.from({ length: 20 }, (_, i) => new Present(editor(`e${i}`)).connect(world));
    await meet(world, ...all);
    const [ann] = all;
    if (!ann) throw new Error('twenty');
    ann.client.deliverToClient();
    ann.client.heard.length = 0;
    for (let i = 0; i < 10; i++) {
      for (const one of all) {
        one.awareness.setLocalStateField('cursor', { anchor: i });
        one.client.deliverToServer();
      }
    }
    await world.clock.pass(world.limits.presenceEveryMs);
    ann.client.deliverToClient();
    expect(ann.client.heard.length).toBeLessThanOrEqual(2);
    ann.hear();
    expect(ann.others.every((state) => (state.cursor as { anchor: number }).anchor === 9)).toBe(
      true,
    );
  });

  it('SY-25 takes no state that is none, nor one that is too long', async () => {
    const world = new World(new MemoryStore());
    const ann = new Present(editor('ann')).connect(world);
    const eve = new Present(editor('eve'), null).connect(world);
    await meet(world, ann, eve);
    for (const state of ['"text"', '[1]', '{', JSON.stringify({ item: 'x'.repeat(10_000) })]) {
      eve.client.pushRaw(presenceFrame([{ client: eve.id, clock: 5, state }]));
    }
    await meet(world, ann, eve);
    expect(ann.others).toEqual([]);
    expect(eve.client.isConnected).toBe(true);
  });
});
