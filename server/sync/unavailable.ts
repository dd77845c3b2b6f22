// Thrown to commands and queries when a text cannot be read or written now; they turn it into a refusal.
import type { RoomName } from './ports.ts';

/** `unreadable`: its stored bytes are damaged. `unavailable`: the store does not answer, or takes nothing now. */
export class RoomUnavailable extends Error {
  override readonly name = 'RoomUnavailable';
  constructor(
    readonly room: RoomName,
    readonly why: 'unreadable' | 'unavailable',
  ) {
    super(`room ${room.room} of framework ${room.frameworkId} is ${why}`);
  }
}
