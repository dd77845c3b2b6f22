// One seeded evening of several writers in a room: late frames, cuts, restarts, a store that fails, everybody gone and back.
import * as Y from 'yjs';
import { addItem } from '#core/document/edits/items.ts';
import { editableRoom, treesOf } from '#core/document/edits/room.ts';
import { itemsOf, rowsOf } from '#core/document/room.ts';
import type { Template } from '#core/framework/template.ts';
import { chance } from '#tests/core/document/chance.ts';
import { MemoryStore } from './memory-store.ts';
import { editor, PairedClient } from './socket-pair.ts';
import { MISSIONS, World } from './world.ts';
import { Letters, lettersIn, Writer } from './writer.ts';

export interface FuzzOptions {
  readonly seed: number;
  readonly template: Template;
  readonly roomKey: string;
  readonly steps?: number;
  /** Clients keep their unsaved updates and send them again as they were. */
  readonly keeps?: boolean;
  /** Connections break, servers die, the store fails. */
  readonly trouble?: boolean;
}

export interface FuzzResult {
  readonly typed: number;
  readonly lost: readonly string[];
  readonly doubled: number;
  /** Letters that somebody deleted and that are there at the end. */
  readonly back: number;
  readonly rescued: number;
  /** Whether all writers and what the log replays to are the same to the last byte that can be told. */
  readonly equal: boolean;
  /** Items that the tree shows more than once, or does not show though they are not in the bin. */
  readonly misplaced: readonly string[];
  readonly saved: boolean;
  /** What the server complained of, beside the troubles that were made on purpose. */
  readonly complaints: readonly string[];
}

export async function fuzz(options: FuzzOptions): Promise<FuzzResult> {
  const { seed, template, roomKey, steps = 150, keeps = true, trouble = true } = options;
  const random = chance(seed);
  const store = new MemoryStore();
  const name = { ...MISSIONS, room: roomKey };
  const world = new World(store, { compactUpdates: 40, compactUpdatesWhenLeft: 1 });
  const letters = new Letters();
  const writers = Array.from({ length: 2 + Math.floor(random() * 3) }, (_, i) => {
    const client = new PairedClient(editor(`w${i}`), { room: roomKey, keeps });
    client.doc.clientID = 100 * seed + i + 1;
    return { client, writer: new Writer(`w${i}`, client.doc, template, roomKey, random, letters) };
  });
  const clients = writers.map((one) => one.client);
  let rescued = 0;
  const countRescued = () => {
    rescued += world.rooms.stats().counted.rescuedCharacters;
  };

  const seeding = world.rooms.edit([name], '', ([doc]) => {
    if (!doc) return;
    const room = editableRoom(doc, template, roomKey, random);
    const kind = template.sections.find((section) => section.key === room.sections[0])?.kinds[0];
    for (const id of ['a', 'b', 'c']) {
      addItem(room, { id, kind: kind?.key ?? '' }, { section: room.sections[0] ?? '', parent: '' });
    }
  });
  await world.clock.quiet();
  await seeding;
  for (const client of clients) client.connect(world.rooms);
  await world.exchange(...clients);

  const reconnect = (client: PairedClient) => {
    client.cut();
    client.connect(world.rooms);
  };
  const restart = () => {
    countRescued();
    store.failing = null;
    world.restart();
    for (const client of clients) client.cut();
  };
  for (let step = 0; step < steps; step++) {
    for (const { client, writer } of writers) {
      if (random() < 0.6) writer.act();
      if (!client.isConnected && random() < 0.3) reconnect(client);
      if (random() < 0.5) client.deliverToServer(1 + Math.floor(random() * 4));
      if (random() < 0.5) client.deliverToClient(1 + Math.floor(random() * 4));
      if (trouble && random() < 0.03) client.cut();
    }
    if (random() < 0.7) await world.clock.quiet();
    if (!trouble) continue;
    if (random() < 0.02) restart();
    if (random() < 0.03) store.failing = store.failing ? null : new Error('locked');
    if (random() < 0.01) {
      for (const client of clients) client.cut();
      await world.clock.pass(60_000);
    }
  }

  store.failing = null;
  await world.clock.pass(5_000);
  for (const client of clients) if (!client.isConnected) reconnect(client);
  await world.exchange(...clients);
  countRescued();
  const complaints = world.log.lines
    .map((line) => line.message)
    .filter(
      (message) => !message.includes('the store did not take') && !message.includes('could not be'),
    );
  const judged = judge(clients, letters, options, await replay(store, name));
  return { ...judged, rescued, complaints };
}

async function replay(store: MemoryStore, name: typeof MISSIONS): Promise<Y.Doc> {
  const { state, updates } = await store.load(name);
  const doc = new Y.Doc({ gc: false });
  if (state) Y.applyUpdateV2(doc, state);
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

function judge(
  clients: readonly PairedClient[],
  letters: Letters,
  { template, roomKey }: FuzzOptions,
  replayed: Y.Doc,
): Omit<FuzzResult, 'rescued' | 'complaints'> {
  const docs = [replayed, ...clients.map((client) => client.doc)];
  const present = lettersIn(replayed);
  const deleted = [...letters.deleted];
  return {
    typed: letters.typed.size,
    lost: [...letters.typed].filter((one) => !present.has(one) && !letters.deleted.has(one)),
    doubled: [...present.values()].filter((count) => count > 1).length,
    back: deleted.filter((one) => present.has(one)).length,
    equal: new Set(docs.map(fingerprint)).size === 1,
    misplaced: misplaced(replayed, template, roomKey),
    saved: clients.every((client) => client.isSaved),
  };
}

/** What a document says, and which updates it knows. */
function fingerprint(doc: Y.Doc): string {
  // A preamble that nobody wrote in is named by some and not by others.
  const preambles = [...doc.share.keys()].filter((name) => name.startsWith('preamble'));
  return JSON.stringify(
    inOrder({
      items: itemsOf(doc).toJSON(),
      preambles: preambles
        .map((name) => doc.getXmlFragment(name).toString())
        .filter((text) => text !== '')
        .sort(),
      vector: Object.fromEntries(Y.decodeStateVector(Y.encodeStateVector(doc))),
    }),
  );
}

/** The same with the keys of objects in order: maps give them as they came in. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]));
}

function misplaced(doc: Y.Doc, template: Template, roomKey: string): string[] {
  const shown = new Map<string, number>();
  const walk = (nodes: readonly { id: string; children: readonly { id: string }[] }[]) => {
    for (const node of nodes) {
      shown.set(node.id, (shown.get(node.id) ?? 0) + 1);
      walk(node.children as typeof nodes);
    }
  };
  for (const tree of treesOf(editableRoom(doc, template, roomKey, () => 0))) walk(tree.nodes);
  return rowsOf(doc).flatMap(({ id, removed }) =>
    (shown.get(id) ?? 0) === (removed === true ? 0 : 1) ? [] : [id],
  );
}
