// All live rooms of the server: who comes in, what the server reads and writes there, rights asked again, the end.
import type * as Y from 'yjs';
import { CLOSE, GRAMMAR } from '#core/document/wire.ts';
import type { Actor } from '#core/policy.ts';
import { boundedLog } from './bounded-log.ts';
import { Connection } from './connection.ts';
import type { RoomLimits } from './limits.ts';
import { LiveText } from './live-text.ts';
import { metricsText, RoomMetrics, type RoomsNow } from './metrics.ts';
import { OpenRooms } from './open-rooms.ts';
import type {
  LiveRooms,
  RoomClock,
  RoomDoor,
  RoomLog,
  RoomName,
  RoomSocket,
  RoomStore,
  RoomVisitor,
} from './ports.ts';
import { COMMENTS_FRAME, HEARTBEAT_FRAME } from './protocol.ts';
import { REFUSALS, type RefusalName } from './refusals.ts';
import { Rights } from './rights.ts';
import type { Room } from './room.ts';
import { RoomUnavailable } from './unavailable.ts';

export interface RoomsParts {
  readonly store: RoomStore;
  readonly door: RoomDoor;
  readonly clock: RoomClock;
  readonly log: RoomLog;
  readonly limits: RoomLimits;
  /** Yjs client ids for the server's own writing; by chance where it is left out. */
  readonly newClient?: () => number;
}

export class Rooms implements LiveRooms {
  readonly #parts: RoomsParts;
  readonly #metrics = new RoomMetrics();
  readonly #open: OpenRooms;
  /** Also those that are not let in yet. */
  readonly #connections = new Set<Connection>();
  readonly #perAccount = new Map<string, number>();
  readonly #rights: Rights;
  /** While the server stops: resolves when nothing is waited for any more. */
  #stopping: Promise<void> | null = null;
  #beating = false;

  constructor(parts: RoomsParts) {
    const { store, door, clock, limits, newClient } = parts;
    const log = boundedLog(parts.log, clock);
    this.#rights = new Rights(this.#connections, door, clock, limits, log);
    this.#parts = { ...parts, log };
    this.#open = new OpenRooms(store, clock, limits, log, this.#metrics, newClient);
  }

  /**
   * Takes a socket whose Origin was checked. Whoever may not come in is told by a close code before any byte of
   * the text, checked in this order: signed in, grammar, room, right, number of connections.
   */
  connect(socket: RoomSocket, visitor: RoomVisitor): Connection {
    const actor = visitor.actor.kind === 'anonymous' ? null : visitor.actor;
    const { limits, clock } = this.#parts;
    const connection = new Connection(socket, actor, limits, this.#metrics, clock, (one) =>
      this.#closed(one),
    );
    connection.hearsComments = visitor.hearsComments ?? false;
    this.#connections.add(connection);
    this.#admit(connection, visitor).catch((error: unknown) => {
      this.#parts.log.error('a connection could not be let in', { error: String(error) });
      connection.refuse('try-again');
    });
    return connection;
  }

  async read<T>(name: RoomName, fn: (doc: Y.Doc) => T): Promise<T> {
    const room = await this.#open.enter(name);
    try {
      if (!(await this.#savedSoon(room))) return await this.#readStored(name, fn);
      if (room.closing) throw new RoomUnavailable(name, 'unavailable');
      return fn(room.text.doc);
    } finally {
      this.#open.release(room);
    }
  }

  async edit<T>(
    names: readonly RoomName[],
    actorId: string,
    fn: (docs: readonly Y.Doc[]) => T,
  ): Promise<T> {
    const rooms: Room[] = [];
    try {
      for (const name of names) rooms.push(await this.#open.enter(name));
      const failing = rooms.find((room) => room.closing || this.#open.commits.isFailing(room));
      if (failing) throw new RoomUnavailable(failing.name, 'unavailable');
      const value = this.#write(rooms, actorId, fn);
      await this.#whenSaved(rooms);
      return value;
    } finally {
      for (const room of rooms) this.#open.release(room);
    }
  }

  async settle(names: readonly RoomName[]): Promise<void> {
    const rooms = names.flatMap((name) => this.#open.find(name) ?? []);
    const failing = rooms.find((room) => !room.isSaved && this.#open.commits.isFailing(room));
    if (failing) throw new RoomUnavailable(failing.name, 'unavailable');
    await this.#whenSaved(rooms);
  }

  recheck(match: (connection: { actor: Actor; room: RoomName }) => boolean): Promise<void> {
    return this.#rights.recheck(match);
  }

  async closeFramework(frameworkId: string, code: number, reason: string): Promise<void> {
    for (const connection of this.#connections) {
      if (connection.room?.frameworkId === frameworkId) connection.shut(code, reason);
    }
    const rooms = [...this.#open].filter((room) => room.name.frameworkId === frameworkId);
    const drop = code === CLOSE.noRoom;
    if (drop) this.#open.forget(frameworkId);
    await Promise.all(rooms.map((room) => this.#open.shut(room, code, reason, drop)));
  }

  async whileClosed<T>(
    name: RoomName,
    reason: string,
    act: (text: Uint8Array | null) => Promise<T>,
  ): Promise<T> {
    return this.#open.whileClosed(name, reason, act);
  }

  commentsChanged(name: RoomName): void {
    // Those that are not let in yet are told nothing: they ask once they are.
    for (const connection of this.#open.find(name)?.connections ?? []) {
      if (connection.hearsComments) connection.send(COMMENTS_FRAME);
    }
  }

  damaged(frameworkId: string): readonly string[] {
    return this.#open.damagedOf(frameworkId);
  }

  /**
   * For the end of the server: nobody comes in, everything is committed, everybody is sent off (1012).
   * A store that takes nothing is waited for `flushMs` in all; resolves to what it did not take, by room.
   */
  async closeAll(): Promise<ReadonlyMap<string, number>> {
    this.#stopping ??= new Promise((late) => {
      this.#parts.clock.later(this.#parts.limits.flushMs, late);
    });
    const flush = () =>
      Promise.race([Promise.all([...this.#open].map((room) => room.whenSaved())), this.#stopping]);
    await flush();
    for (const connection of this.#connections) connection.refuse('stopping');
    await flush();
    const left = [...this.#open].filter((room) => room.unsaved > 0);
    return new Map(left.map((room) => [room.key, room.unsaved]));
  }

  /** Why texts cannot be saved now, and since when; null while they can. */
  get trouble(): { since: Date; why: string } | null {
    return this.#open.commits.trouble;
  }

  stats(): RoomsNow & { counted: RoomMetrics } {
    let unsaved = 0;
    for (const room of this.#open) unsaved += room.unsaved;
    return {
      rooms: this.#open.size,
      connections: this.#connections.size,
      unsaved,
      damaged: this.#open.damaged.size,
      counted: this.#metrics,
    };
  }

  /** Counts what ended a socket that never was a connection, or not by it; `code` where it is not the usual one. */
  refused(why: RefusalName, code: number = REFUSALS[why].code): void {
    this.#metrics.refuse(why);
    this.#metrics.closed(code);
  }

  metrics(): string {
    return metricsText(this.stats(), this.#metrics);
  }

  async #admit(connection: Connection, visitor: RoomVisitor): Promise<void> {
    const { door, limits } = this.#parts;
    const { actor } = connection;
    if (this.#stopping) return connection.refuse('stopping');
    if (!actor) return connection.refuse('not-signed-in');
    if (visitor.grammar !== GRAMMAR) {
      return connection.refuse('other-grammar', `this server writes grammar ${GRAMMAR}`);
    }
    const named = visitor.slug !== '' && visitor.room !== '';
    const name = named ? await door.find(visitor.slug, visitor.room) : null;
    if (!connection.isOpen) return;
    if (!name) return connection.refuse('no-room');
    if (visitor.framework && visitor.framework !== name.frameworkId)
      return connection.refuse('other-framework');
    connection.room = name;
    if (!(await this.#rights.mayEnter(connection, actor, name))) return;
    if (!this.#count(actor)) return connection.refuse('connections-per-person');
    connection.counted = true;
    let room: Room;
    try {
      room = await this.#open.enter(name);
    } catch (error) {
      if (!(error instanceof RoomUnavailable)) throw error;
      return connection.refuse(error.why);
    }
    try {
      if (!(await this.#rights.mayEnter(connection, actor, name))) return;
      if (room.connections.size >= limits.connectionsPerRoom) {
        return connection.refuse('connections-per-room');
      }
      if (this.#stopping) return connection.refuse('stopping');
      if (room.closing) return connection.refuse('try-again');
      this.#beat();
      this.#rights.watch();
      room.join(connection);
    } finally {
      this.#open.release(room);
    }
  }

  #write<T>(rooms: readonly Room[], actorId: string, fn: (docs: readonly Y.Doc[]) => T): T {
    try {
      const texts = rooms.map((room) => room.text);
      const { value, updates } = LiveText.edit(texts, actorId, fn);
      rooms.forEach((room, i) => {
        const update = updates[i];
        if (update) room.wrote(update, actorId);
      });
      return value;
    } catch (error) {
      for (const room of rooms) room.breakOff();
      throw error;
    }
  }

  /** False where the store takes nothing, or takes its time. */
  async #savedSoon(room: Room): Promise<boolean> {
    if (room.isSaved) return true;
    if (this.#open.commits.isFailing(room)) return false;
    const late = new Promise<void>((resolve) =>
      this.#parts.clock.later(this.#parts.limits.readWaitMs, resolve),
    );
    await Promise.race([room.whenSaved(), late]);
    return room.isSaved;
  }

  /** While what is in memory cannot be saved, a reader gets what is on disk. */
  async #readStored<T>(name: RoomName, fn: (doc: Y.Doc) => T): Promise<T> {
    const stored = await this.#parts.store.load(name).catch(() => {
      throw new RoomUnavailable(name, 'unavailable');
    });
    const text = new LiveText(stored, () => {});
    try {
      return fn(text.doc);
    } finally {
      text.destroy();
    }
  }

  /** Throws RoomUnavailable when the store takes too long: it may still take it later. */
  async #whenSaved(rooms: readonly Room[]): Promise<void> {
    await Promise.all(rooms.filter((room) => !room.isSaved).map((room) => this.#inTime(room)));
  }

  #inTime(room: Room): Promise<void> {
    // What waits for its time holds the name only: a room that is gone by then is not kept by it.
    const { name } = room;
    const saved = room.whenSaved();
    return new Promise((resolve, reject) => {
      saved.then(resolve);
      this.#parts.clock.later(this.#parts.limits.editWaitMs, () =>
        reject(new RoomUnavailable(name, 'unavailable')),
      );
    });
  }

  #count(actor: Exclude<Actor, { kind: 'anonymous' }>): boolean {
    if (actor.kind !== 'account') return true;
    const now = this.#perAccount.get(actor.id) ?? 0;
    if (now >= this.#parts.limits.connectionsPerPerson) return false;
    this.#perAccount.set(actor.id, now + 1);
    return true;
  }

  #closed(connection: Connection): void {
    this.#connections.delete(connection);
    const { actor, room: name } = connection;
    if (connection.counted && actor?.kind === 'account') {
      const left = (this.#perAccount.get(actor.id) ?? 1) - 1;
      if (left > 0) this.#perAccount.set(actor.id, left);
      else this.#perAccount.delete(actor.id);
    }
    const room = name && this.#open.find(name);
    if (!room) return;
    room.leave(connection);
    this.#open.left(room);
  }

  /** While somebody is connected, everybody hears something now and then. */
  #beat(): void {
    if (this.#beating) return;
    this.#beating = true;
    this.#parts.clock.later(this.#parts.limits.heartbeatMs, () => {
      this.#beating = false;
      for (const room of this.#open) room.heartbeat(HEARTBEAT_FRAME);
      if (this.#connections.size > 0) this.#beat();
    });
  }
}
