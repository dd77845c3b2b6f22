// Tells when the server has been silent for a while about words that wait for its word.

export class Stall {
  /** Whether the server has been silent for longer than it may. */
  late = false;
  readonly #patience: number;
  readonly #onLate: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `patience` in milliseconds; `onLate` is called once a stall. */
  constructor(patience: number, onLate: () => void) {
    this.#patience = patience;
    this.#onLate = onLate;
  }

  /** Whether words wait now. The clock runs from the first that waits, or from the server's last word. */
  watch(waits: boolean): void {
    if (!waits) {
      this.heard();
      return;
    }
    if (this.late) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.late = true;
      this.#onLate();
    }, this.#patience);
  }

  /** The server said that more is on disk: it works. */
  heard(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.late = false;
  }
}
