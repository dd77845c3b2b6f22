// What this page wrote and what of it is on the server's disk, counted, never guessed.

/** Changes of one transaction and the message that carried them; `message` is null while none did. */
interface Entry {
  readonly items: ReadonlySet<string>;
  message: number | null;
}

/**
 * Counts the update-bearing messages of the present connection against those that the server
 * says are on disk (CONTRACT.md, message 100), and remembers which items the rest touched.
 */
export class Ledger {
  #entries: Entry[] = [];
  #sent = 0;
  #onDisk = 0;
  #noted = 0;
  /** Whether the server's question on this connection has been answered: before that, what it misses is unknown. */
  #answered = false;
  /** Whether the state vector on disk reaches all that this page made. */
  #covered = true;

  /** A new connection: counting starts again, and what was not on disk is unsent once more. */
  opened(): void {
    this.#sent = 0;
    this.#onDisk = 0;
    this.#noted = 0;
    this.#answered = false;
    for (const entry of this.#entries) entry.message = null;
  }

  /** One message left that carries changes. */
  sent(): void {
    this.#sent += 1;
  }

  /** The server's question was answered; where the answer carried changes, `sent` was called before. */
  answered(): void {
    this.#answered = true;
    for (const entry of this.#entries) entry.message ??= this.#sent;
    this.#noted = this.#sent;
  }

  /** This page changed these items; called after the message, if any, has left. */
  wrote(items: Iterable<string>): void {
    const left = this.#sent > this.#noted;
    this.#noted = this.#sent;
    this.#covered = false;
    this.#entries.push({ items: new Set(items), message: left ? this.#sent : null });
  }

  /** The server says that `count` messages of this connection are on disk; `covered` as above. */
  acknowledged(count: number, covered: boolean): void {
    this.#onDisk = count;
    this.#covered = covered;
    this.#entries = this.#entries.filter(({ message }) => message === null || message > count);
  }

  /** True when all that this page wrote is on disk, as far as the server has said. */
  get clean(): boolean {
    return this.#entries.length === 0 && this.#covered;
  }

  /** True when moreover the present connection has nothing on the way. */
  get settled(): boolean {
    return this.clean && this.#answered && this.#onDisk >= this.#sent;
  }

  /** Ids of items that carry words which are not known to be on disk, in the order they were touched. */
  unsavedItems(): string[] {
    const ids = new Set<string>();
    for (const { items } of this.#entries) for (const id of items) ids.add(id);
    return [...ids];
  }
}
