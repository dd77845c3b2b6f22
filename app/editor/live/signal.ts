// One value that can be watched: what the live part of the page hands to React (useSyncExternalStore).

export class Signal<T> {
  #value: T;
  readonly #listeners = new Set<() => void>();

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  /** Tells the listeners, unless it is the very same value. */
  set(value: T): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const listener of [...this.#listeners]) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Resolves once the value is as wanted. */
  async until(wanted: (value: T) => boolean): Promise<T> {
    if (wanted(this.#value)) return this.#value;
    return new Promise((resolve) => {
      const stop = this.subscribe(() => {
        if (!wanted(this.#value)) return;
        stop();
        resolve(this.#value);
      });
    });
  }
}
