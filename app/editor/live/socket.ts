// A WebSocket that tells what it sends, so that sent messages are counted where they really leave.
import * as decoding from 'lib0/decoding';
import { MESSAGE } from '#core/document/wire.ts';

/** `readyState` of a socket that is open; one that is closing or closed has more. */
const OPEN = 1;
const STEP_2 = 1;
const UPDATE = 2;
/** Yjs' update without structs and without deletions. */
const EMPTY_UPDATE = 2;

export type Sent = { readonly kind: 'update' | 'answer'; readonly empty: boolean } | null;

/** What a message of ours is: an update, an answer to the server's question, or neither (null). */
export function readSent(bytes: Uint8Array): Sent {
  const decoder = decoding.createDecoder(bytes);
  if (decoding.readVarUint(decoder) !== MESSAGE.sync) return null;
  const step = decoding.readVarUint(decoder);
  if (step !== STEP_2 && step !== UPDATE) return null;
  const update = decoding.readVarUint8Array(decoder);
  return { kind: step === UPDATE ? 'update' : 'answer', empty: update.length <= EMPTY_UPDATE };
}

/**
 * A WebSocket class that calls `onSend` after each message it has taken. What comes while it is closing is counted and
 * goes nowhere, as always: the browser is only not asked, which would complain.
 */
export function tellingSocket(
  Base: typeof WebSocket,
  onSend: (bytes: Uint8Array) => void,
): typeof WebSocket {
  return class extends Base {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (this.readyState <= OPEN) super.send(data);
      if (data instanceof Uint8Array) onSend(data);
    }
  };
}
