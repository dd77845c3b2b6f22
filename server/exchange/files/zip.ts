// The parts of a zipped file, unpacked only where they are asked for, and never beyond what a text of people takes.
import { unzipSync } from 'fflate';
import { FileRefused } from './refused.ts';

/** All parts that are unpacked of one file, together. */
const MOST_UNPACKED = 50 * 2 ** 20;
/** XML shrinks thirtyfold; what shrinks more than this was made to burst. */
const MOST_RATIO = 400;
/** Below this size a ratio says nothing: a page of empty cells shrinks well too. */
const SMALL = 2 ** 20;

export interface Parts {
  /** The bytes of a part by its path; null where it is not there. */
  get(path: string): Uint8Array | null;
}

/**
 * Unpacks what `wanted` names. The sizes that the list of contents gives are the room that each part
 * gets: one that says too little comes out cut off, and is refused as broken by whoever reads it.
 * Throws FileRefused.
 */
export function unpack(bytes: Uint8Array, wanted: (path: string) => boolean): Parts {
  let total = 0;
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter({ name, size, originalSize }) {
        if (!wanted(name)) return false;
        total += originalSize;
        const bursts = originalSize > SMALL && originalSize > size * MOST_RATIO;
        if (total > MOST_UNPACKED || bursts) throw new FileRefused('too-much');
        return true;
      },
    });
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused('broken');
  }
  return { get: (path) => (Object.hasOwn(parts, path) ? (parts[path] ?? null) : null) };
}
