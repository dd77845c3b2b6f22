// Words that were put back away from their place, followed live: by item, until somebody has looked at them.
import type * as Y from 'yjs';
import { dismissRecovered, type RecoveredWords, recoveredIn } from '#core/document/recovered.ts';
import { RECOVERED } from '#core/document/wire.ts';
import type { RoomView } from './room-view.ts';
import { Signal } from './signal.ts';

export class Recovered {
  readonly words = new Signal<readonly RecoveredWords[]>([]);
  readonly #doc: Y.Doc;
  readonly #stop: (() => void)[] = [];

  constructor(doc: Y.Doc, view: RoomView) {
    this.#doc = doc;
    const noted = doc.getMap(RECOVERED);
    noted.observe(this.#read);
    this.#stop.push(() => noted.unobserve(this.#read));
    this.#stop.push(
      view.subscribeTexts((id) => {
        if (this.words.value.some(({ at }) => at === id)) this.#read();
      }),
    );
  }

  /** Somebody has looked at those of an item, or a preamble. */
  dismiss(id: string): void {
    const keys = this.words.value.filter(({ at }) => at === id).map(({ key }) => key);
    dismissRecovered(this.#doc, keys);
  }

  destroy(): void {
    for (const stop of this.#stop) stop();
  }

  readonly #read = () => this.words.set(recoveredIn(this.#doc));
}
