// What references point at, as it is now: known from the page, asked of the server where it is not.
import type { Reference } from '#core/framework/interchange.ts';
import { Signal } from './signal.ts';

/** Target of a reference, as its chip shows it. */
export interface TargetTitle {
  readonly framework: string;
  readonly item: string;
  readonly kind: string;
  readonly section: string;
  readonly number: string;
  readonly title: string;
}

/** Key of a target in a room of the framework `slug`. */
export function targetKey(slug: string, reference: Pick<Reference, 'item' | 'framework'>): string {
  return `${reference.framework ?? slug}/${reference.item}`;
}

/** By key; null for what is gone or not for this reader. */
export type KnownTargets = ReadonlyMap<string, TargetTitle | null>;

const GATHERING = 150;

/** Titles of targets outside the room. */
export class Targets {
  readonly known: Signal<KnownTargets>;
  readonly #ask: (keys: readonly string[]) => Promise<readonly TargetTitle[]>;
  readonly #wanted = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `ask` is given keys and answers with what there is; it may fail where the page is offline. */
  constructor(
    known: KnownTargets,
    ask: (keys: readonly string[]) => Promise<readonly TargetTitle[]>,
  ) {
    this.known = new Signal<KnownTargets>(known);
    this.#ask = ask;
  }

  /** Sees to it that this target becomes known. */
  want(key: string): void {
    if (this.known.value.has(key) || this.#wanted.has(key)) return;
    this.#wanted.add(key);
    this.#timer ??= setTimeout(() => void this.#fetch([...this.#wanted]), GATHERING);
  }

  /** Asks again for all that is known: titles change in other sections too. */
  async refresh(): Promise<void> {
    await this.#fetch([...this.known.value.keys()]);
  }

  /** Puts in what was just chosen in a list. */
  learn(target: TargetTitle): void {
    this.#put([`${target.framework}/${target.item}`], [target]);
  }

  destroy(): void {
    clearTimeout(this.#timer);
  }

  async #fetch(keys: readonly string[]): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (keys.length === 0) return;
    try {
      this.#put(keys, await this.#ask(keys));
    } catch {
      // Offline: the chips keep what they say, and are asked for again with the next one.
    }
    for (const key of keys) this.#wanted.delete(key);
  }

  #put(asked: readonly string[], found: readonly TargetTitle[]): void {
    const next = new Map(this.known.value);
    for (const key of asked) next.set(key, null);
    for (const target of found) next.set(`${target.framework}/${target.item}`, target);
    const before = this.known.value;
    const same = [...next].every(
      ([key, value]) =>
        before.has(key) && JSON.stringify(before.get(key)) === JSON.stringify(value),
    );
    if (!same) this.known.set(next);
  }
}
