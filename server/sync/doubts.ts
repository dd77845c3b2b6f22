// Who of a room may see words twice for a moment, and what is sent to learn when that is over (SY-73).
import type { Connection } from './connection.ts';
import { step1Frame } from './protocol.ts';

export class Doubts {
  /** From whom something was taken back: is to be asked once so much is saved. */
  readonly #takenBack = new Map<Connection, number>();

  takenBack(connection: Connection, seq: number): void {
    this.#takenBack.set(connection, seq);
  }

  leave(connection: Connection): void {
    this.#takenBack.delete(connection);
  }

  /** What is saved up to `upTo` was sent; `vector` is of what is on disk. */
  afterSending(upTo: number, vector: Uint8Array): void {
    for (const [connection, seq] of this.#takenBack) {
      if (seq > upTo) continue;
      this.#takenBack.delete(connection);
      connection.ask(step1Frame(vector));
    }
  }
}
