// All ways in which the live texts end a connection or say no to it: the code it is closed with, the words beside it, and the
// name under which it is counted. The words are for who looks at the wire; what people read is in `locales/`.
import {
  ANOTHERS_WORDS,
  CLOSE,
  SOMEBODY_ELSE,
  TEXT_REPLACED,
  TOO_MANY_PAGES,
  TOO_MANY_PEOPLE,
} from '#core/document/wire.ts';

interface Refusal {
  readonly code: number;
  /** ASCII of at most 123 bytes, as the protocol of sockets wants it. */
  readonly words: string;
}

function refusal(code: number, words: string): Refusal {
  return { code, words };
}

/** What ends a connection. */
export const REFUSALS = {
  origin: refusal(CLOSE.noRight, 'not from a page of this server'),
  'not-signed-in': refusal(CLOSE.notSignedIn, 'not signed in'),
  'signed-out': refusal(CLOSE.notSignedIn, 'not signed in any more'),
  'somebody-else': refusal(CLOSE.notSignedIn, SOMEBODY_ELSE),
  'other-grammar': refusal(CLOSE.otherGrammar, 'another grammar than this server writes'),
  'no-room': refusal(CLOSE.noRoom, 'no such room'),
  'other-framework': refusal(CLOSE.noRoom, 'this address names another framework now'),
  /** It would come back doubled, or wait for ever for what is lost. */
  'former-text': refusal(CLOSE.noRoom, TEXT_REPLACED),
  'no-right': refusal(CLOSE.noRight, 'no right to this text'),
  'right-lost': refusal(CLOSE.noRight, 'no right to this text any more'),
  'connections-per-person': refusal(CLOSE.tooMany, TOO_MANY_PAGES),
  'connections-per-room': refusal(CLOSE.tooMany, TOO_MANY_PEOPLE),
  'message-bytes': refusal(CLOSE.tooLarge, 'a message is too large'),
  'early-bytes': refusal(CLOSE.tooMany, 'too much at once'),
  'unread-bytes': refusal(CLOSE.slowReader, 'too much is left unread'),
  'updates-per-second': refusal(CLOSE.tooMany, 'too many updates'),
  /** An honest one comes back, and goes on once the server has those words from whose they are. */
  'foreign-client': refusal(CLOSE.rubbish, ANOTHERS_WORDS),
  rubbish: refusal(CLOSE.rubbish, 'what it sent means nothing'),
  'rights-unknown': refusal(CLOSE.restarting, 'rights could not be asked'),
  unreadable: refusal(CLOSE.unreadable, 'unreadable'),
  unavailable: refusal(CLOSE.unreadable, 'unavailable'),
  stopping: refusal(CLOSE.restarting, 'the server stops'),
  /** It could not be let in for a reason that passes. */
  'try-again': refusal(CLOSE.restarting, 'try again'),
  /** Everybody is sent out of a room, with the code and the words of why: its framework is gone, its text is read anew. */
  'room-shut': refusal(CLOSE.restarting, 'the room is shut'),
  /** Nothing comes from it any more, not even the answer to a ping: it is ended without a word. */
  silent: refusal(1006, ''),
} as const satisfies Readonly<Record<string, Refusal>>;

export type RefusalName = keyof typeof REFUSALS;

/** What is refused of a connection that goes on: a message (101), or what it says of itself. */
export const PASSED_OVER = ['read-only', 'room-bytes', 'clash', 'presence'] as const;
export type PassedOver = (typeof PASSED_OVER)[number];

export type Refused = RefusalName | PassedOver;
