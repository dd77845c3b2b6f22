// Numbers of variable length in a frame, read without making anything: the receivers of a storm have no time for more.

/** Where the next number is read. */
export const reader = { at: 0 };

/** The number at `reader.at`, which moves on behind it. */
export function numberAt(bytes: Uint8Array): number {
  let number = 0;
  let factor = 1;
  for (;;) {
    const byte = bytes[reader.at++] ?? 0;
    number += (byte & 127) * factor;
    if (byte < 128) return number;
    factor *= 128;
  }
}

/** Passes over a string or array that is preceded by its length. */
export function skipBytes(bytes: Uint8Array): void {
  const length = numberAt(bytes);
  reader.at += length;
}
