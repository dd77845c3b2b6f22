// What a room needs from outside: somewhere to send bytes, somewhere to keep them, and the time. Tests bring their own.

import type * as Y from 'yjs';
import type { Authorship } from '#core/document/authorship.ts';
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
  /** Never changes nor keeps `bytes` to change them: a room sends the very same array to many sockets in a row. */
  /** `then` is a message of its own that follows: the two cost the system one write. */
  send(bytes: Uint8Array, then?: Uint8Array): void;
  /** `reason` is ASCII of at most 123 bytes, as the protocol of sockets wants it. */
  close(code: number, reason: string): void;
}

/** The time, and when things run: tests bring their own and turn it by hand. */
export interface RoomClock {
  now(): Date;
  /** Runs `act` once, after everything that has already arrived in this turn of the loop. */
  turn(act: () => void): void;
  /** Runs `act` once, `ms` milliseconds from now; never keeps the process alive. */
  later(ms: number, act: () => void): void;
}

/** Where a room says what went wrong, for whoever runs the server. */
export interface RoomLog {
  info(message: string, about?: Readonly<Record<string, unknown>>): void;
  warn(message: string, about?: Readonly<Record<string, unknown>>): void;
  error(message: string, about?: Readonly<Record<string, unknown>>): void;
}

/** One update for the log, with who made it. Yjs update format V1. */
export interface LoggedUpdate {
  readonly room: RoomName;
  readonly update: Uint8Array;
  /** Id of the account or token, or '' for the server itself (import, restore, rescue). */
  readonly actorId: string;
  readonly at: Date;
  /** Whose the client ids in it are, where that is new: to be kept in the same transaction. */
  readonly authorship?: Authorship | undefined;
}

export interface StoredRoom {
  /** Compacted state (V2), or null where there is none. */
  readonly state: Uint8Array | null;
  /** Updates after it (V1), oldest first. */
  readonly updates: readonly Uint8Array[];
  /** Position in the log up to which `state` and `updates` reach; 0 for a new room. */
  readonly upTo: number;
  /** All that was kept of who wrote in it; compaction leaves it. Absent for nothing. */
  readonly authorship?: Authorship;
  /** Client ids of a text that stood here and whose history is lost: who brings them holds that other text. */
  readonly formerClients?: readonly number[];
}

export interface RoomStore {
  /**
   * Throws when the bytes cannot be read: the room then refuses to open, and nothing is written.
   * An error named `UnreadableRoom` says that they are damaged or missing, any other that the store did not answer.
   */
  load(room: RoomName): Promise<StoredRoom>;
  /** Appends all updates, of any rooms, in one transaction and one fsync. Resolves to the log position of each. */
  append(updates: readonly LoggedUpdate[]): Promise<readonly number[]>;
  /** Replaces everything up to `upTo` by one state, in one transaction; later updates stay. */
  compact(room: RoomName, state: Uint8Array, upTo: number): Promise<void>;
  /** A room that was left was compacted, or the last one left: a good moment to give the disk back what is free. */
  giveBack?(): Promise<void>;
}

/** What somebody may do in a room; `stranger`: no longer signed in (signed out, disabled, revoked). */
export type RoomRight = 'write' | 'read' | 'none' | 'stranger';

/** What the rooms ask of the rest of the server for one connection. */
export interface RoomDoor {
  /** Resolves the slug and room key of the address, or null (4404). */
  find(slug: string, room: string): Promise<RoomName | null>;
  /** What this actor may do there now, looked up anew (a role changes, a session ends). Asked again when rights change. */
  rights(actor: Actor, room: RoomName): Promise<RoomRight>;
}

/** Who is let in, and how: what the upgrade knows of one connection. */
export interface RoomVisitor {
  readonly actor: Actor;
  readonly slug: string;
  readonly room: string;
  /** The grammar that the client says it writes; null where it says none. */
  readonly grammar: number | null;
  /** Id of the framework it means: a slug that now names another one is no such room. Absent or null: not said. */
  readonly framework?: string | null;
  /** Whether it wants to hear that comments changed (message 102). Absent: no. */
  readonly hearsComments?: boolean;
}

/** The live rooms as commands and queries reach them: the one door by which the server reads or writes a text. */
export interface LiveRooms {
  /**
   * Runs `fn` on the room's present document, loading it where nobody is in the room; it sees only what is committed.
   * `fn` must not write. Throws RoomUnavailable (server/sync/unavailable.ts) where the text cannot be read now.
   */
  read<T>(room: RoomName, fn: (doc: Y.Doc) => T): Promise<T>;
  /**
   * Runs `fn` once with the documents of all `rooms`, in that order, as one act by `actorId`;
   * resolves once everything it wrote is committed. Throws what `fn` throws, and then nothing is kept;
   * throws RoomUnavailable where a text cannot be read or the store takes nothing now.
   */
  edit<T>(
    rooms: readonly RoomName[],
    actorId: string,
    fn: (docs: readonly Y.Doc[]) => T,
  ): Promise<T>;
  /** Resolves once what these rooms had received is committed. */
  settle(rooms: readonly RoomName[]): Promise<void>;
  /** Asks the rights of the matching connections again, and closes who lost some: 4401 for strangers, else 4403. */
  recheck(match: (connection: { actor: Actor; room: RoomName }) => boolean): Promise<void>;
  /**
   * Closes every room of a framework, with this close code and reason for who is in it. With 4404 (after a
   * deletion is committed) what the store no longer takes is dropped; else everything is committed first.
   */
  closeFramework(frameworkId: string, code: number, reason: string): Promise<void>;
  /**
   * Sends everybody out of a room (1012, `reason`) and runs `act` while nobody can come in; whoever asks meanwhile
   * waits, and finds what the store has then. `act` gets the whole text (V1) as it was in memory, all of it on disk;
   * null where it was not, or could not be read. One at a time for each room. Throws RoomUnavailable where the store
   * takes nothing now, and what `act` throws.
   */
  whileClosed<T>(
    room: RoomName,
    reason: string,
    act: (text: Uint8Array | null) => Promise<T>,
  ): Promise<T>;
  /** Tells who is in the room, and asked to hear of it, that what is said about its text changed. */
  commentsChanged(room: RoomName): void;
  /** Keys of the rooms of a framework that were found damaged, and not read since. */
  damaged(frameworkId: string): readonly string[];
}
