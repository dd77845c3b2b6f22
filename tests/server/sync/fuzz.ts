// One seeded evening of several writers in a room: late frames, cuts, restarts, a store that fails, everybody gone and back.
import { vi } from 'vitest';
import { addItem } from '#core/document/edits/items.ts';
import { editableRoom } from '#core/document/edits/room.ts';
import type { Template } from '#core/framework/template.ts';
import { LiveText } from '#server/sync/live-text.ts';
import { chance } from '#tests/core/document/chance.ts';
import { type Judged, judge, replay } from './judgement.ts';
import { MemoryStore } from './memory-store.ts';
import { editor, PairedClient } from './socket-pair.ts';
import { MISSIONS, World } from './world.ts';
import { Letters, Writer } from './writer.ts';

/** How long nobody writes before a room is at rest, where evenings have rests. */
const QUIET_MS = 2_000;

export interface FuzzOptions {
  readonly seed: number;
  readonly template: Template;
  readonly roomKey: string;
  readonly steps?: number;
  /** Clients keep their unsaved updates and send them again as they were. */
  readonly keeps?: boolean;
  /** Connections break, servers die, the store fails. */
  readonly trouble?: boolean;
  /** Nobody writes now and then, and what was deleted is collected under those who stay. */
  readonly rests?: boolean;
}

export interface FuzzResult extends Judged {
  readonly rescued: number;
  /** How often a room lost what was deleted in it while people were there. */
  readonly collected: number;
  /** What the server complained of, beside the troubles that were made on purpose. */
  readonly complaints: readonly string[];
}

export async function fuzz(options: FuzzOptions): Promise<FuzzResult> {
  const {
    seed,
    template,
    roomKey,
    steps = 150,
    keeps = true,
    trouble = true,
    rests = false,
  } = options;
  const random = chance(seed);
  const store = new MemoryStore();
  const name = { ...MISSIONS, room: roomKey };
  const world = new World(store, {
    compactUpdates: 40,
    compactUpdatesWhenLeft: 1,
    ...(rests ? { compactQuietMs: QUIET_MS } : {}),
  });
  // In so short an evening never so much is deleted that it would have to go: here the least is enough.
  const much = vi.spyOn(LiveText.prototype, 'holdsMuchDead');
  if (rests) much.mockReturnValue(true);
  const collect = vi.spyOn(LiveText.prototype, 'collect');
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
    if (rests && random() < 0.05) await world.clock.pass(2 * QUIET_MS);
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
  const collected = collect.mock.calls.length;
  collect.mockRestore();
  much.mockRestore();
  return { ...judged, rescued, collected, complaints };
}
