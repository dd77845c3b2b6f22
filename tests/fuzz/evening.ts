// One seeded evening of real editors in a room: late frames, and in half of them cuts, deaths, a store that fails.
import { addItem } from '#core/document/edits/items.ts';
import { editableRoom } from '#core/document/edits/room.ts';
import { PREAMBLE } from '#core/document/wire.ts';
import type { RichNode } from '#core/framework/interchange.ts';
import { TEMPLATES } from '#core/framework/templates.ts';
import { chance } from '#tests/core/document/chance.ts';
import { type Judged, judge, replay } from '#tests/server/sync/judgement.ts';
import { MemoryStore } from '#tests/server/sync/memory-store.ts';
import type { PairedClient } from '#tests/server/sync/socket-pair.ts';
import { MISSIONS, World } from '#tests/server/sync/world.ts';
import { Letters } from '#tests/server/sync/writer.ts';
import { pick, putCaret } from './acts.ts';
import type { Mix } from './mixes.ts';
import { Person } from './person.ts';
import { anyItem } from './structure.ts';

export interface EveningOptions {
  readonly mix: Mix;
  readonly seed: number;
  /** Connections break, servers die, the store fails, everybody goes and comes back to a room read anew. */
  readonly trouble: boolean;
  readonly steps?: number;
}

export interface EveningResult extends Judged {
  readonly rescued: number;
  /** Mounted editors that at the end showed something else than the document says. */
  readonly stale: number;
  /** Changes from outside that threw out of a mounted editor, which was mounted again. */
  readonly broken: readonly string[];
  /** Own acts that threw. */
  readonly failedActs: readonly string[];
  /** What the server complained of, beside the troubles that were made on purpose. */
  readonly complaints: readonly string[];
}

const STEPS = 40;

const isAway = (client: PairedClient) => !client.isConnected;

const line = (type: string, words: string): RichNode => ({
  type,
  content: [{ type: 'text', text: words }],
});

const TEXT: readonly RichNode[] = [
  line('itemTitle', 'Accueillir les familles'),
  line('paragraph', 'avec patience, et les entendre'),
  line('paragraph', 'sans les juger'),
];

/** Only the letters that people type are counted, so the seeded words hold none of them. */
function begin(world: World, { start }: Mix): Promise<void> {
  const [template] = TEMPLATES;
  return world.rooms.edit([MISSIONS], '', ([doc]) => {
    if (!doc || !template) return;
    const room = editableRoom(doc, template, MISSIONS.room, chance(1));
    const ids = start === 'items' ? ['a', 'b', 'c'] : ['a'];
    for (const id of ids) {
      addItem(room, { id, kind: 'mission', text: TEXT }, { section: 'missions', parent: '' });
    }
  });
}

function actOnce(person: Person, mix: Mix): void {
  const { random } = person;
  const stays = person.at !== '' && random() < 0.7;
  const id =
    mix.start === 'empty'
      ? PREAMBLE
      : mix.start === 'item'
        ? 'a'
        : stays
          ? person.at
          : anyItem(person);
  const editor = person.editorOf(id);
  if (random() < mix.typing || (mix.text.length === 0 && !mix.items)) {
    if (!editor) return;
    if (random() < 0.4) putCaret(person, editor);
    person.type(editor);
    return;
  }
  const act = random() < 0.5 || !mix.items ? pick(random, mix.text) : null;
  if (act && editor) person.act(() => act(person, editor));
  else if (mix.items) {
    const item = random() < 0.5 ? id : anyItem(person);
    const structural = pick(random, mix.items);
    if (structural) person.structural(item, () => structural(person, item));
  }
}

/** Plays one evening. The same seed plays the same evening wherever chance and time are held (page.ts). */
export async function playEvening(options: EveningOptions): Promise<EveningResult> {
  const { mix, seed, trouble, steps = STEPS } = options;
  const [template] = TEMPLATES;
  if (!template) throw new Error('no template');
  const random = chance(seed * 31 + mix.name.length);
  const store = new MemoryStore();
  // Now and then nothing deleted is kept in a room that is left.
  const world = new World(store, {
    compactUpdates: 20,
    compactUpdatesWhenLeft: 1,
    ...(trouble && random() < 0.3 ? { deletedKept: 0 } : {}),
  });
  const letters = new Letters();
  const beginning = begin(world, mix);
  await world.clock.quiet();
  await beginning;
  const people = Array.from({ length: 2 + Math.floor(random() * 2) }, (_, i) => {
    const clientId = 100 * seed + i + 1;
    const roomKey = MISSIONS.room;
    return new Person({ name: `p${i}`, clientId, template, roomKey, random, letters });
  });
  const clients = people.map((person) => person.client);
  for (const client of clients) client.connect(world.rooms);
  await world.exchange(...clients);

  let rescued = 0;
  const countRescued = () => {
    rescued += world.rooms.stats().counted.rescuedCharacters;
  };
  const reconnect = (client: PairedClient) => {
    client.cut();
    client.connect(world.rooms);
  };
  const makeTrouble = async () => {
    for (const client of clients) {
      if (client.isConnected && random() < 0.03) client.cut();
      else if (!client.isConnected && random() < 0.3) reconnect(client);
    }
    if (random() < 0.02) {
      countRescued();
      store.failing = null;
      world.restart();
      for (const client of clients) client.cut();
    }
    if (random() < 0.03) store.failing = store.failing ? null : new Error('locked');
    if (random() < 0.02) {
      store.failing = null;
      const gone = clients.filter(() => random() < 0.8);
      for (const client of gone) client.cut();
      await world.clock.pass(60_000);
    }
  };

  for (let step = 0; step < steps; step++) {
    const person = pick(random, people);
    if (person) {
      try {
        actOnce(person, mix);
      } catch (error) {
        person.mishaps.acts.push(String(error));
      }
    }
    if (random() < 0.35) {
      const client = pick(random, clients);
      if (random() < 0.5) client?.deliverToServer(1 + Math.floor(random() * 4));
      else client?.deliverToClient(1 + Math.floor(random() * 4));
      await world.clock.quiet();
    }
    if (trouble) await makeTrouble();
  }

  store.failing = null;
  // Who is sent off by a room that could not be read a moment ago comes back, as the page does.
  for (let tries = 0; tries === 0 || (tries < 5 && clients.some(isAway)); tries++) {
    await world.clock.pass(10_000);
    for (const client of clients.filter(isAway)) reconnect(client);
    await world.exchange(...clients);
  }
  countRescued();
  const complaints = world.log.lines
    .map((one) => `${one.message} ${JSON.stringify(one.about ?? {})}`)
    .filter((message) => !/the store did not take|could not be/.test(message));
  const result: EveningResult = {
    ...judge(clients, letters, { template, roomKey: MISSIONS.room }, await replay(store, MISSIONS)),
    rescued,
    stale: people.filter((person) => person.isStale).length,
    broken: people.flatMap((person) => person.mishaps.deliveries),
    failedActs: people.flatMap((person) => person.mishaps.acts),
    complaints,
  };
  for (const person of people) person.destroy();
  return result;
}
