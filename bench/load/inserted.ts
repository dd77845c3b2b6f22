// Which letters an update brings: read from its bytes where it is plain typing, by Yjs itself where it is more.
import * as Y from 'yjs';
import { numberAt, reader, skipBytes } from './varint.ts';

/** Called for each run of letters: the Yjs client that typed them, the clock of the first, how many. */
export type OnLetters = (client: number, clock: number, length: number) => void;

/** Source: the V1 encoding of Yjs (struct info byte, then content by its reference number). */
const CONTENT = { collected: 0, deleted: 1, string: 4, skip: 10 } as const;
const HAS_LEFT = 0x80;
const HAS_RIGHT = 0x40;
const HAS_KEY = 0x20;

/** Reads an update (V1, ASCII text) at `from` to `to` of a frame. */
export function eachInserted(frame: Uint8Array, from: number, to: number, tell: OnLetters): void {
  if (readQuickly(frame, from, to)) {
    for (let i = 0; i < found.length; i += 3)
      tell(found[i] ?? 0, found[i + 1] ?? 0, found[i + 2] ?? 0);
    return;
  }
  for (const struct of Y.decodeUpdate(frame.slice(from, to)).structs) {
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentString)
      tell(struct.id.client, struct.id.clock, struct.length);
  }
}

/** Client, clock and length of each run found last, one after the other. */
const found: number[] = [];

/** False where there is anything but letters and deletions. */
function readQuickly(bytes: Uint8Array, from: number, to: number): boolean {
  found.length = 0;
  reader.at = from;
  for (let clients = numberAt(bytes); clients > 0; clients--) {
    let structs = numberAt(bytes);
    const client = numberAt(bytes);
    let clock = numberAt(bytes);
    for (; structs > 0; structs--) {
      if (reader.at >= to) return false;
      const info = bytes[reader.at++] ?? 0;
      const content = info & 31;
      let length = 0;
      if (content === CONTENT.collected || content === CONTENT.skip) length = numberAt(bytes);
      else {
        if (content !== CONTENT.string && content !== CONTENT.deleted) return false;
        passBy(bytes, info);
        length = numberAt(bytes);
        if (content === CONTENT.string) {
          reader.at += length;
          found.push(client, clock, length);
        }
      }
      clock += length;
    }
  }
  return true;
}

/** What stands left and right of it, or its parent. */
function passBy(bytes: Uint8Array, info: number): void {
  const ids = (info & HAS_LEFT ? 1 : 0) + (info & HAS_RIGHT ? 1 : 0);
  for (let numbers = 2 * ids; numbers > 0; numbers--) numberAt(bytes);
  if (ids > 0) return;
  if (numberAt(bytes) === 1) skipBytes(bytes);
  else {
    numberAt(bytes);
    numberAt(bytes);
  }
  if (info & HAS_KEY) skipBytes(bytes);
}
