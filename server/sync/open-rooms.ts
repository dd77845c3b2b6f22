// The rooms in memory: each loaded once however many come, compacted, let go when left, never twice at a time.
import { CLOSE } from '#core/document/wire.ts';
import { GroupCommit } from './group-commit.ts';
import type { RoomLimits } from './limits.ts';
import type { RoomMetrics } from './metrics.ts';
import type { RoomClock, RoomLog, RoomName, RoomStore } from './ports.ts';
import { Room } from './room.ts';
import { RoomUnavailable } from './unavailable.ts';

interface Opened {
  readonly room: Room;
  /** Null once it is loaded; else why it cannot be. */
  readonly loaded: Promise<RoomUnavailable | null>;
  /** Resolves when it is out of memory. */
  readonly gone: Promise<void>;
  readonly setGone: () => void;
  compacting: boolean;
  /** Whether it is to be looked at once it has been quiet. */
  watched: boolean;
  /** Number of the last update that it had when it was last put to rest. */
  restedAt: number;
}

export class OpenRooms {
  readonly commits: GroupCommit;
  readonly #rooms = new Map<string, Opened>();
  /** Texts that were found damaged, and not loaded since. */
  readonly damaged = new Set<string>();
  /** Rooms that nobody enters until this resolves. */
  readonly #closed = new Map<string, Promise<void>>();

  constructor(
    private readonly store: RoomStore,
    private readonly clock: RoomClock,
    private readonly limits: RoomLimits,
    private readonly log: RoomLog,
    private readonly metrics: RoomMetrics,
    private readonly newClient?: () => number,
  ) {
    this.commits = new GroupCommit(store, clock, limits, log, metrics);
  }

  get size(): number {
    return this.#rooms.size;
  }

  *[Symbol.iterator](): IterableIterator<Room> {
    for (const { room } of this.#rooms.values()) yield room;
  }

  /** The room if it is in memory. */
  find(name: RoomName): Room | undefined {
    return this.#rooms.get(keyOf(name))?.room;
  }

  /** The room, loaded, and held until `release`. Throws RoomUnavailable. */
  async enter(name: RoomName): Promise<Room> {
    for (;;) {
      // The look and what follows it are one step, here and where a room is closed.
      const closed = this.#closed.get(keyOf(name));
      if (closed) {
        await closed;
        continue;
      }
      const opened = this.#rooms.get(keyOf(name)) ?? this.#open(name);
      if (!opened.room.closing) {
        opened.room.holds++;
        const failure = await opened.loaded;
        if (failure) {
          opened.room.holds--;
          throw failure;
        }
        if (!opened.room.closing) return opened.room;
        this.release(opened.room);
      }
      await opened.gone;
    }
  }

  /** Lets go of a room that was entered. */
  release(room: Room): void {
    room.holds--;
    this.left(room);
  }

  /** Somebody left the room: when it stays empty, it goes after a while. */
  left(room: Room): void {
    const opened = this.#rooms.get(room.key);
    if (!opened || opened.room !== room || !room.isIdle) return;
    if (!room.closing) this.clock.later(this.limits.lingerMs, () => void this.#unload(opened));
    // A compaction under way must not come after what is written once the room is gone.
    else if (!opened.compacting) this.#remove(opened);
  }

  /** Keys of a framework's rooms that were found damaged. */
  damagedOf(frameworkId: string): string[] {
    const start = `${frameworkId}/`;
    return [...this.damaged].flatMap((key) =>
      key.startsWith(start) ? [key.slice(start.length)] : [],
    );
  }

  /** Forgets what was found damaged of a framework that is gone. */
  forget(frameworkId: string): void {
    for (const room of this.damagedOf(frameworkId))
      this.damaged.delete(keyOf({ frameworkId, room }));
  }

  /** See `LiveRooms.whileClosed`. */
  async whileClosed<T>(
    name: RoomName,
    reason: string,
    act: (text: Uint8Array | null) => Promise<T>,
  ): Promise<T> {
    const key = keyOf(name);
    for (let other = this.#closed.get(key); other; other = this.#closed.get(key)) await other;
    let reopen = () => {};
    const closed = new Promise<void>((resolve) => {
      reopen = resolve;
    });
    this.#closed.set(key, closed);
    try {
      const value = await act(await this.#takeOut(name, reason));
      this.damaged.delete(key);
      this.log.info('a room was closed for an act, and is open again', { room: key, reason });
      return value;
    } finally {
      this.#closed.delete(key);
      reopen();
    }
  }

  /** Takes a room out of memory; resolves to its text (V1), or null where it was not there to be read. */
  async #takeOut(name: RoomName, reason: string): Promise<Uint8Array | null> {
    const opened = this.#rooms.get(keyOf(name));
    if (!opened) return null;
    const { room } = opened;
    if (await opened.loaded) {
      this.#remove(opened);
      return null;
    }
    if (room.closing) {
      await opened.gone;
      return null;
    }
    if (this.commits.isFailing(room)) throw new RoomUnavailable(name, 'unavailable');
    const text = room.text.whole();
    const late = new Promise<never>((_, reject) => {
      this.clock.later(this.limits.editWaitMs, () =>
        reject(new RoomUnavailable(name, 'unavailable')),
      );
    });
    // From the reading of the text to the closing of the room is one step: nothing comes in between.
    await Promise.race([this.shut(room, CLOSE.restarting, reason), late]);
    return text;
  }

  /** Sends everybody out and lets the room go; resolves once it is gone. With `drop`, what is not on disk is given up. */
  async shut(room: Room, code: number, reason: string, drop = false): Promise<void> {
    const opened = this.#rooms.get(room.key);
    if (!opened || opened.room !== room) return;
    room.closing = true;
    room.closeConnections(code, reason);
    if (drop) {
      this.commits.forget(room);
      this.#remove(opened);
    } else {
      this.left(room);
    }
    await opened.gone;
  }

  #open(name: RoomName): Opened {
    const room = new Room(keyOf(name), name, {
      clock: this.clock,
      limits: this.limits,
      log: this.log,
      metrics: this.metrics,
      newClient: this.newClient,
      commit: (one) => this.commits.add(one),
      saved: (one) => this.#saved(one),
      broken: (one) => void this.shut(one, CLOSE.restarting, 'the text is read anew'),
    });
    let setGone = () => {};
    const gone = new Promise<void>((resolve) => {
      setGone = resolve;
    });
    const loaded = this.#load(room);
    const opened = { room, loaded, gone, setGone, compacting: false, watched: false, restedAt: 0 };
    this.#rooms.set(room.key, opened);
    loaded.then((failure) => {
      // Many may ask for it at once, and again: the store is not asked each time.
      if (failure) this.clock.later(this.limits.failedMs, () => this.#remove(opened));
    });
    return opened;
  }

  async #load(room: Room): Promise<RoomUnavailable | null> {
    try {
      room.load(await this.store.load(room.name));
      this.damaged.delete(room.key);
      return null;
    } catch (error) {
      this.metrics.loadErrors++;
      const damaged = error instanceof Error && error.name === 'UnreadableRoom';
      if (damaged) this.damaged.add(room.key);
      this.log.error(
        damaged ? 'a text is damaged; nothing of it is overwritten' : 'a text could not be loaded',
        {
          room: room.key,
          error: error instanceof Error ? error.message : String(error),
        },
      );
      return new RoomUnavailable(room.name, damaged ? 'unreadable' : 'unavailable');
    }
  }

  #saved(room: Room): void {
    const opened = this.#rooms.get(room.key);
    if (!opened) return;
    if (room.isIdle) this.left(room);
    else if (!room.closing && room.size.wantsCompaction(this.limits, false)) {
      this.clock.turn(() => void this.#compact(opened, false));
    }
    this.#watch(opened, this.limits.compactQuietMs);
  }

  /** Looks at the room once it has been quiet. What waits holds its name only: a room that went is not kept by it. */
  #watch(opened: Opened, ms: number): void {
    const { key } = opened.room;
    if (opened.watched || opened.room.applied === opened.restedAt) return;
    opened.watched = true;
    this.clock.later(ms, () => {
      const present = this.#rooms.get(key);
      if (present?.watched) void this.#rest(present);
    });
  }

  /** Where people are in a room and nobody writes, its log and what is deleted in it go, as when it is left. */
  async #rest(opened: Opened): Promise<void> {
    const { room } = opened;
    opened.watched = false;
    const quiet = this.clock.now().getTime() - room.changedAt.getTime();
    const missing = this.limits.compactQuietMs - quiet;
    if (missing > 0) return this.#watch(opened, Math.min(missing, this.limits.compactQuietMs));
    if (room.closing || !room.isSaved) return;
    const { applied, holdsMuchDead } = room;
    if (this.#wantsCompaction(room, true)) {
      const state = await this.#compact(opened, true);
      if (this.#rooms.get(room.key) !== opened) return;
      if (!state) return this.#watch(opened, this.limits.compactQuietMs);
      if (holdsMuchDead) this.#collect(room, state, applied);
    }
    opened.restedAt = applied;
  }

  #collect(room: Room, state: Uint8Array, applied: number): void {
    try {
      room.collect(state, applied);
    } catch (error) {
      this.log.error('what was deleted could not be let go; the text goes on with it', {
        room: room.key,
        error: String(error),
      });
    }
  }

  #wantsCompaction(room: Room, atRest: boolean): boolean {
    return (atRest && room.holdsMuchDead) || room.size.wantsCompaction(this.limits, atRest);
  }

  /** Takes the room out of memory if nobody came back meanwhile. */
  async #unload(opened: Opened): Promise<void> {
    const { room } = opened;
    if (!room.isIdle || room.closing || this.#rooms.get(room.key) !== opened) return;
    if (opened.compacting) return this.left(room);
    const compacted = await this.#compact(opened, true);
    // Whoever came in during the compaction holds it: this look and the removal are one step.
    if (room.isIdle) this.#remove(opened);
    if (compacted || this.size === 0) await this.#giveBack();
  }

  async #giveBack(): Promise<void> {
    try {
      await this.store.giveBack?.();
    } catch (error) {
      this.log.warn('the disk was not given back what is free', { error: String(error) });
    }
  }

  /**
   * The log stays until the state that replaces it is on disk; when that fails, nothing has changed. Resolves to that
   * state, null where there was nothing to do or it failed. A room at rest may lose what was deleted in it.
   */
  async #compact(opened: Opened, atRest: boolean): Promise<Uint8Array | null> {
    const { room } = opened;
    if (opened.compacting || !this.#wantsCompaction(room, atRest)) return null;
    opened.compacting = true;
    try {
      const { upTo, done } = room.size.compaction();
      const state = atRest ? room.text.stateAtRest(this.limits.deletedKept) : room.text.state();
      await this.store.compact(room.name, state, upTo);
      done(state.length);
      this.metrics.compactions++;
      return state;
    } catch (error) {
      this.metrics.storeErrors++;
      this.log.error('a log could not be compacted; it stays as it is', {
        room: room.key,
        error: error instanceof Error ? error.message : String(error),
      });
      return null;
    } finally {
      opened.compacting = false;
      if (room.closing) this.left(room);
    }
  }

  #remove(opened: Opened): void {
    if (this.#rooms.get(opened.room.key) === opened) this.#rooms.delete(opened.room.key);
    opened.room.destroy();
    opened.setGone();
  }
}

function keyOf({ frameworkId, room }: RoomName): string {
  return `${frameworkId}/${room}`;
}
