// A server's store, rooms and automatic revisions by a clock turned by hand, on a database that outlives it.
import * as Y from 'yjs';
import { compareDocuments } from '#core/comparison/compare.ts';
import type { Database } from '#db/open.ts';
import { createStore } from '#db/store.ts';
import { createCommands } from '#server/commands/create.ts';
import { createDeps, type Deps } from '#server/deps.ts';
import { createRoomDoor } from '#server/room-door.ts';
import { DEFAULT_LIMITS } from '#server/sync/limits.ts';
import type { RoomName } from '#server/sync/ports.ts';
import { Rooms } from '#server/sync/rooms.ts';
import { createQuietRevisions, type QuietTimes } from '#server/texts/quiet-revisions.ts';
import { coordinator, filesAtOnce, value } from '../house.ts';
import { HandClock, TestLog } from '../sync/world.ts';

export const MINUTE = 60_000;
export const TIMES: QuietTimes = { quietMs: 10 * MINUTE, everyMs: 60 * MINUTE };

export class QuietHouse {
  readonly clock = new HandClock();
  readonly log = new TestLog();
  deps: Deps;
  #quiet: ReturnType<typeof createQuietRevisions>;
  #ids = 0;

  constructor(
    readonly database: Database,
    readonly times: QuietTimes = TIMES,
  ) {
    this.deps = this.#makeDeps();
    this.#quiet = createQuietRevisions(this.#parts());
  }

  get store(): Deps['store'] {
    return this.deps.store;
  }

  start(): void {
    this.#quiet.start();
  }

  stop(): Promise<void> {
    return this.#quiet.stop();
  }

  /** The process dies without a word, `ms` pass, and another starts on the same database. */
  async restart(ms = 0): Promise<void> {
    this.clock.forget();
    await this.clock.pass(ms);
    this.deps = this.#makeDeps();
    this.#quiet = createQuietRevisions(this.#parts());
    this.#quiet.start();
    await this.clock.quiet();
  }

  /** Makes a framework of one section. Returns its room. */
  async framework(slug: string): Promise<RoomName> {
    const commands = createCommands(this.deps);
    const head = { slug, template: 'advocacy', language: 'fr', title: slug } as const;
    const made = value(await this.ends(commands.frameworks.create(coordinator, head)));
    return { frameworkId: made.id, room: 'recommendations' };
  }

  /** Makes this the only words of the text. */
  async write(room: RoomName, words: string): Promise<void> {
    await this.ends(
      this.deps.rooms.edit([room], 'ada', ([doc]) => {
        const preamble = doc?.getXmlFragment('preamble');
        if (!preamble) return;
        preamble.delete(0, preamble.length);
        const paragraph = new Y.XmlElement('paragraph');
        paragraph.insert(0, [new Y.XmlText(words)]);
        preamble.insert(0, [paragraph]);
      }),
    );
  }

  async freeze(slug: string, name: string): Promise<void> {
    const { revisions } = createCommands(this.deps);
    value(await this.ends(revisions.freeze(coordinator, slug, name)));
  }

  /** Ends turns of the loop until this is done. */
  async ends<T>(promise: Promise<T>): Promise<T> {
    let isDone = false;
    const done = () => {
      isDone = true;
    };
    promise.then(done, done);
    while (!isDone) await this.clock.quiet();
    return promise;
  }

  /** The revisions of a framework, oldest first: reason, minute of the test, words. */
  async revisions({ frameworkId }: RoomName): Promise<[string, number, string][]> {
    const listed = await this.store.revisions.list(frameworkId, { limit: 1_000 });
    const all: [string, number, string][] = [];
    for (const { id, reason, createdAt } of listed) {
      const document = JSON.parse((await this.store.revisions.document(id)) ?? '{}') as {
        sections?: { preamble?: string }[];
      };
      const minute = (createdAt.getTime() - STARTED) / MINUTE;
      all.unshift([reason, minute, document.sections?.[0]?.preamble ?? '']);
    }
    return all;
  }

  #makeDeps(): Deps {
    const store = createStore(this.database);
    const rooms = new Rooms({
      store: store.log,
      door: createRoomDoor(store.frameworks, async (actor) => actor),
      clock: this.clock,
      log: this.log,
      limits: DEFAULT_LIMITS,
    });
    return createDeps({
      store,
      rooms,
      comparer: { compare: async (...asked) => compareDocuments(...asked), async close() {} },
      files: filesAtOnce(),
      clock: () => this.clock.now(),
      makeId: () => `id-${++this.#ids}`,
      random: () => 0.5,
    });
  }

  #parts() {
    const { deps, clock, log, times } = this;
    return { ...deps, clock, log, times };
  }
}

const STARTED = new HandClock().now().getTime();
