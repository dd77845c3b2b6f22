// SY-43, SY-45, SY-46: whatever is forged, whenever, no letter stands under the id of somebody who did not type it, and honest people are neither refused nor lose a letter.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { MemoryStore } from './memory-store.ts';
import { editor, PairedClient } from './socket-pair.ts';
import { MISSIONS, World } from './world.ts';

const HONEST = ['ann', 'bob', 'cid'] as const;

/** One thing that happens; `who` is one of the honest, `as` whose id is forged. */
const events = fc.array(
  fc.record({
    kind: fc.constantFrom(
      ...(['type', 'type', 'type', 'delete', 'cut', 'join', 'new page'] as const),
      ...(['forge by edit', 'forge by answer', 'restart', 'everybody leaves'] as const),
    ),
    who: fc.nat(HONEST.length - 1),
    as: fc.nat(HONEST.length - 1),
    at: fc.nat(40),
  }),
  { minLength: 10, maxLength: 50 },
);

type Event = typeof events extends fc.Arbitrary<(infer One)[]> ? One : never;

class Evening {
  readonly store = new MemoryStore();
  readonly world = new World(this.store, { compactUpdates: 10, compactUpdatesWhenLeft: 1 });
  readonly people = HONEST.map((name) => this.#page(name));
  /** Which honest person typed a letter: each is typed once. */
  readonly typed = new Map<string, string>();
  readonly deleted = new Set<string>();
  refused = 0;
  forged = 0;
  #letter = 0x4e00;

  #page(name: string): { client: PairedClient; name: string } {
    return { client: new PairedClient(editor(name), { keeps: true }), name };
  }

  async exchange(): Promise<void> {
    const live = this.people.map(({ client }) => client).filter((client) => client.isConnected);
    await this.world.exchange(...live);
  }

  type(client: PairedClient, name: string, at: number): void {
    const letter = String.fromCodePoint(this.#letter++);
    const text = client.doc.getText('words');
    text.insert(Math.min(at, text.length), letter);
    if (name !== 'eve') this.typed.set(letter, name);
  }

  async play({ kind, who, as, at }: Event): Promise<void> {
    const person = this.people[who];
    const victim = this.people[as];
    if (!person || !victim) return;
    const { client, name } = person;
    const text = client.doc.getText('words');
    if (kind === 'type') this.type(client, name, at);
    else if (kind === 'delete' && text.length > 0) {
      const gone = text.toString()[at % text.length] ?? '';
      this.deleted.add(gone);
      text.delete(at % text.length, 1);
    } else if (kind === 'cut') client.cut();
    else if (kind === 'join' && !client.isConnected) client.connect(this.world.rooms);
    else if (kind === 'new page' && client.kept.isSaved) {
      client.cut();
      const page = this.#page(name);
      this.people[who] = page;
      page.client.connect(this.world.rooms);
    } else if (kind === 'restart') {
      for (const one of this.people) one.client.cut();
      this.world.restart();
    } else if (kind === 'everybody leaves') {
      for (const one of this.people) one.client.cut();
      await this.world.clock.pass(60_000);
    } else if (kind.startsWith('forge')) await this.#forge(victim.client, kind, at);
    await this.exchange();
  }

  /** Eve has all that the server gives her, and writes on under the id of somebody who wrote here. */
  async #forge(victim: PairedClient, kind: string, at: number): Promise<void> {
    const eve = new PairedClient(editor('eve')).connect(this.world.rooms);
    await this.world.exchange(eve);
    const id = victim.doc.clientID;
    if (Y.getState(eve.doc.store, id) === 0) return eve.cut();
    if (kind === 'forge by answer') eve.cut();
    eve.doc.clientID = id;
    this.type(eve, 'eve', at);
    if (kind === 'forge by answer') eve.connect(this.world.rooms);
    await this.world.exchange(eve);
    this.forged++;
    if (eve.closeCode === 1007) this.refused++;
    eve.cut();
  }

  async end(): Promise<void> {
    for (const { client } of this.people) {
      if (!client.isConnected) client.connect(this.world.rooms);
    }
    await this.exchange();
  }
}

it('SY-43 SY-46 an evening with a forger: every letter is of who typed it, and nobody honest is refused', async () => {
  let forged = 0;
  await fc.assert(
    fc.asyncProperty(events, async (list) => {
      const evening = new Evening();
      await evening.end();
      for (const event of list) await evening.play(event);
      await evening.end();
      forged += evening.forged;

      // Every forgery was refused, and nobody else.
      expect(evening.refused).toBe(evening.forged);
      for (const { client } of evening.people) {
        expect([client.closeCode, client.refused, client.isSaved]).toEqual([null, [], true]);
      }
      // All have the same text, with no letter of Eve, and every letter that nobody deleted.
      const texts = evening.people.map(({ client }) => client.doc.getText('words').toString());
      expect(new Set(texts).size).toBe(1);
      const [text = ''] = texts;
      for (const letter of text) expect(evening.typed.has(letter)).toBe(true);
      const there = (letter: string) => text.includes(letter);
      const lost = [...evening.typed.keys()].filter(
        (one) => !there(one) && !evening.deleted.has(one),
      );
      expect(lost).toEqual([]);
      // And each stands under an id of who typed it, by what is kept.
      expect(await strangers(evening)).toEqual([]);
    }),
    { seed: 43, numRuns: 40 },
  );
  expect(forged).toBeGreaterThan(20);
});

/** Letters on disk that stand under the id of somebody else than who typed them. */
async function strangers({ store, typed }: Evening): Promise<string[]> {
  const { state, updates, authorship } = await store.load(MISSIONS);
  const owners = new Map(authorship?.writers.map(({ client, actorId }) => [client, actorId]));
  const doc = new Y.Doc({ gc: false });
  if (state) Y.applyUpdateV2(doc, state);
  for (const update of updates) Y.applyUpdate(doc, update);
  const found: string[] = [];
  for (let item = doc.getText('words')._start; item; item = item.right) {
    if (!(item.content instanceof Y.ContentString)) continue;
    for (const letter of item.content.str) {
      if (owners.get(item.id.client) !== typed.get(letter)) found.push(letter);
    }
  }
  return found;
}
