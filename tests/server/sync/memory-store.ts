// A store of room logs in memory, with the ways in which a real one fails.
import { type CarriedRun, replaces, type Writer } from '#core/document/authorship.ts';
import type { LoggedUpdate, RoomName, RoomStore, StoredRoom } from '#server/sync/ports.ts';

interface Row {
  readonly position: number;
  readonly update: Uint8Array;
  readonly actorId: string;
}

interface Kept {
  state: Uint8Array | null;
  upTo: number;
  rows: Row[];
  writers: Map<number, Writer>;
  carried: CarriedRun[];
}

export class MemoryStore implements RoomStore {
  readonly #rooms = new Map<string, Kept>();
  #position = 0;
  /** How many rows each append brought: one append is one transaction. */
  readonly appends: number[] = [];
  loads = 0;
  compactions = 0;
  /** Makes the next calls fail, or wait. */
  failing: Error | null = null;
  failsFor: ((room: RoomName) => boolean) | null = null;
  hold: Promise<void> | null = null;
  /** Client ids of a text that stood in every room before. */
  formerClients: readonly number[] = [];

  async load(room: RoomName): Promise<StoredRoom> {
    this.loads++;
    await this.#mayFail(room);
    const kept = this.#kept(room);
    return {
      state: kept.state,
      updates: kept.rows.map((row) => row.update),
      upTo: kept.rows.at(-1)?.position ?? kept.upTo,
      formerClients: this.formerClients,
      authorship: { writers: [...kept.writers.values()], carried: [...kept.carried] },
    };
  }

  async append(updates: readonly LoggedUpdate[]): Promise<readonly number[]> {
    for (const { room } of updates) await this.#mayFail(room);
    this.appends.push(updates.length);
    return updates.map(({ room, update, actorId, authorship }) => {
      const position = ++this.#position;
      const kept = this.#kept(room);
      for (const writer of authorship?.writers ?? []) {
        const known = kept.writers.get(writer.client);
        if (!known || replaces(writer, known)) kept.writers.set(writer.client, writer);
      }
      kept.carried.push(...(authorship?.carried ?? []));
      this.#kept(room).rows.push({ position, update: update.slice(), actorId });
      return position;
    });
  }

  async compact(room: RoomName, state: Uint8Array, upTo: number): Promise<void> {
    await this.#mayFail(room);
    const kept = this.#kept(room);
    if (kept.state && kept.upTo > upTo) return;
    this.compactions++;
    kept.state = state.slice();
    kept.upTo = upTo;
    kept.rows = kept.rows.filter((row) => row.position > upTo);
  }

  async noteRestored(): Promise<void> {
    for (const { writers } of this.#rooms.values()) {
      for (const [client, writer] of writers) writers.set(client, { ...writer, restored: true });
    }
  }

  /** Who wrote the rows of a room's log, oldest first. */
  writers(room: RoomName): string[] {
    return this.#kept(room).rows.map((row) => row.actorId);
  }

  /** Replaces stored bytes, as a bad disk would. */
  damage(room: RoomName, change: (bytes: Uint8Array) => Uint8Array): void {
    const kept = this.#kept(room);
    if (kept.state) kept.state = change(kept.state);
    kept.rows = kept.rows.map((row) => ({ ...row, update: change(row.update) }));
  }

  async #mayFail(room: RoomName): Promise<void> {
    if (this.hold) await this.hold;
    if (this.failing) throw this.failing;
    if (this.failsFor?.(room)) throw new Error('this room is refused');
  }

  #empty(): Kept {
    return { state: null, upTo: 0, rows: [], writers: new Map(), carried: [] };
  }

  #kept({ frameworkId, room }: RoomName): Kept {
    const key = `${frameworkId}/${room}`;
    const kept = this.#rooms.get(key) ?? this.#empty();
    this.#rooms.set(key, kept);
    return kept;
  }
}
