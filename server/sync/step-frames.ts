// The questions and answers of a room's sync steps, kept a moment for many who come with the same.
import type { LiveText } from './live-text.ts';
import { step1Frame, step2Frame } from './protocol.ts';

export class StepFrames {
  #question: { readonly vector: Uint8Array; readonly frame: Uint8Array } | null = null;
  #answer: {
    readonly vector: Uint8Array;
    readonly applied: number;
    readonly frame: Uint8Array;
  } | null = null;

  /** What the server lacks, asked with the state vector on disk: one frame for all who come meanwhile. */
  question(vector: Uint8Array): Uint8Array {
    if (this.#question?.vector !== vector) this.#question = { vector, frame: step1Frame(vector) };
    return this.#question.frame;
  }

  /** What a client with this vector lacks of the text at number `applied`; null where the vector cannot be read. */
  answer(text: LiveText, applied: number, vector: Uint8Array): Uint8Array | null {
    const known = this.#answer;
    if (known?.applied === applied && equal(known.vector, vector)) return known.frame;
    try {
      const frame = step2Frame(text.missing(vector));
      this.#answer = { vector, applied, frame };
      return frame;
    } catch {
      return null;
    }
  }

  /** The burst is over, or the text another. */
  forget(): void {
    this.#question = null;
    this.#answer = null;
  }
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
