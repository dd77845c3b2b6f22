// Who of a room may see words twice for a moment, and what is sent to learn when that is over (SY-73).
import type { Connection } from './connection.ts';
import { step1Frame } from './protocol.ts';

export class Doubts {
  /** Whose words were put back: what is to be pinged once so much is saved. */
  readonly #putBack = new Map<Connection, { readonly seq: number; readonly clock: number }>();
  /** From whom something was taken back: is to be asked once so much is saved. */
  readonly #takenBack = new Map<Connection, number>();

  /** Words of these were put back, up to `clock` of the server's hand; `seq` is the number of that update. */
  putBack(connections: Iterable<Connection>, seq: number, clock: number): void {
    for (const connection of connections) this.#putBack.set(connection, { seq, clock });
  }

  takenBack(connection: Connection, seq: number): void {
    this.#takenBack.set(connection, seq);
  }

  leave(connection: Connection): void {
    this.#putBack.delete(connection);
    this.#takenBack.delete(connection);
  }

  /** What is saved up to `upTo` is about to be sent: whoever has the words has been pinged for certain. */
  beforeSending(upTo: number): void {
    for (const [connection, { seq, clock }] of this.#putBack) {
      if (seq > upTo) continue;
      this.#putBack.delete(connection);
      connection.ping(clock);
    }
  }

  /** It was sent; `vector` is of what is on disk. */
  afterSending(upTo: number, vector: Uint8Array): void {
    for (const [connection, seq] of this.#takenBack) {
      if (seq > upTo) continue;
      this.#takenBack.delete(connection);
      connection.ask(step1Frame(vector));
    }
  }
}
