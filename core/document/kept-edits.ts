// What a client wrote and was not told to be on disk: kept as it was written, and sent again before anything else.
import * as Y from 'yjs';

interface Kept {
  readonly update: Uint8Array;
  /** Which message of the present connection carried it; infinity where none did. */
  readonly number: number;
  /** Its place among all that was kept, from 0; of several put together, the first one's. */
  readonly place: number;
}

/**
 * A client that comes back brings what it has by its answer to the server's step 1. That answer names all that is
 * deleted in the client's document, by whomever: words that others typed into a paragraph which this client had
 * deleted before they arrived look as if it had deleted them too, and the rescue would let them die. So its own
 * updates go first, as they were: they name what it deleted itself, and nothing else.
 */
export class KeptEdits {
  #kept: Kept[] = [];
  #sent = 0;
  #saved = 0;
  #next = 0;

  /** How many messages that bear an update went out on this connection: what message 100 is compared with. */
  get sent(): number {
    return this.#sent;
  }

  /** Everything this client wrote is on disk. */
  get isSaved(): boolean {
    return this.#kept.length === 0 && this.#saved === this.#sent;
  }

  /** What is not known to be on disk, as one update; null where there is nothing. */
  get unsaved(): Uint8Array | null {
    return this.#kept.length === 0 ? null : Y.mergeUpdates(this.#kept.map((one) => one.update));
  }

  /** Everything kept at an earlier place than this is on disk. */
  get waitingFrom(): number {
    return this.#kept.reduce((first, { place }) => Math.min(first, place), this.#next);
  }

  /** A new connection is open and nothing was sent on it: returns what must go out first. Count it by `count` once sent. */
  connected(): Uint8Array | null {
    this.#sent = 0;
    this.#saved = 0;
    const { unsaved, waitingFrom } = this;
    this.#kept = unsaved ? [{ update: unsaved, number: 1, place: waitingFrom }] : [];
    return unsaved;
  }

  /** A message that bears an update went out. */
  count(): void {
    this.#sent++;
  }

  /**
   * The document changed by this client's own doing; `wasSent`: the message counted last carried it. What an earlier
   * page of the same person left unsent is added so too, before connecting. Returns its place.
   */
  add(update: Uint8Array, wasSent: boolean): number {
    const number = wasSent ? this.#sent : Number.POSITIVE_INFINITY;
    const place = this.#next++;
    this.#kept.push({ update, number, place });
    return place;
  }

  /** Message 100: so many of this connection's messages are on disk. */
  saved(count: number): void {
    this.#saved = count;
    this.#kept = this.#kept.filter((one) => one.number > count);
  }
}
