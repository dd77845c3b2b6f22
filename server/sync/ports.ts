// What a room needs from outside: somewhere to send bytes, somewhere to keep them, and the time. Tests bring their own.

import type * as Y from 'yjs';
import type { Actor } from '#core/policy.ts';

/** Names a room: the framework's id (not its slug, which may change) and the room's key in the template. */
export interface RoomName {
  readonly frameworkId: string;
  readonly room: string;
}

export interface RoomSocket {
  readonly id: string;
  readonly isOpen: boolean;
  /** Bytes queued and not yet taken by the network. */
  readonly queuedBytes: number;
  send(bytes: Uint8Array): void;
  close(code: number, reason: string): void;
}

/** One update for the log, with who made it. Yjs update format V1. */
export interface LoggedUpdate {
  readonly room: RoomName;
  readonly update: Uint8Array;
  /** Id of the account or token, or '' for the server itself (import, restore, rescue). */
  readonly actorId: string;
  readonly at: Date;
}

export interface StoredRoom {
  /** Compacted state (V2), or null where there is none. */
  readonly state: Uint8Array | null;
  /** Updates after it (V1), oldest first. */
  readonly updates: readonly Uint8Array[];
  /** Position in the log up to which `state` and `updates` reach; '0' for a new room. */
  readonly upTo: number;
}

export interface RoomStore {
  /** Throws when the bytes cannot be read: the room then refuses to open, and nothing is written. */
  load(room: RoomName): Promise<StoredRoom>;
  /** Appends all updates, of any rooms, in one transaction and one fsync. Resolves to the log position of each. */
  append(updates: readonly LoggedUpdate[]): Promise<readonly number[]>;
  /** Replaces everything up to `upTo` by one state, in one transaction; later updates stay. */
  compact(room: RoomName, state: Uint8Array, upTo: number): Promise<void>;
}

/** What the upgrade asks of the rest of the server for one connection. */
export interface RoomDoor {
  /** Resolves the slug and room key of the address, or null (4404). */
  find(slug: string, room: string): Promise<RoomName | null>;
  /** What this actor may do there now, looked up anew (a role changes, a session ends). Asked again when rights change. */
  rights(actor: Actor, room: RoomName): Promise<'write' | 'read' | 'none'>;
}

/** The live rooms as commands and queries reach them: the one door by which the server reads or writes a text. */
export interface LiveRooms {
  /** Runs `fn` on the room's present document, loading it where nobody is in the room. `fn` must not write. */
  read<T>(room: RoomName, fn: (doc: Y.Doc) => T): Promise<T>;
  /**
   * Runs `fn` once with the documents of all `rooms`, in that order, as one act by `actorId`;
   * resolves once everything it wrote is committed. Throws what `fn` throws, and then nothing is kept.
   */
  edit<T>(
    rooms: readonly RoomName[],
    actorId: string,
    fn: (docs: readonly Y.Doc[]) => T,
  ): Promise<T>;
  /** Resolves once what these rooms had received is committed. */
  settle(rooms: readonly RoomName[]): Promise<void>;
  /** Asks the rights of the matching connections again, and closes or demotes who lost them. */
  recheck(match: (connection: { actor: Actor; room: RoomName }) => boolean): Promise<void>;
  /** Closes every room of a framework, with this close code and reason for who is in it. */
  closeFramework(frameworkId: string, code: number, reason: string): Promise<void>;
}
