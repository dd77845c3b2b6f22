// What there is to say about the connection, from its state alone: one word for the bar, and where it takes more, sentences.
import {
  ANOTHERS_WORDS,
  CLOSE,
  SOMEBODY_ELSE,
  TOO_MANY_PAGES,
  TOO_MANY_PEOPLE,
} from '#core/document/wire.ts';
import { isMessageKey, type MessageKey } from '#locales/catalogue.ts';
import type { ConnectionState } from '../live/connection.ts';

/** Before there is a connection. */
export const BEFORE: ConnectionState = {
  phase: 'opening',
  loaded: false,
  saved: true,
  code: null,
  reason: '',
  late: false,
  device: 'kept',
  refused: null,
  unsaved: [],
};

export type Word = 'opening' | 'saved' | 'saving' | 'late' | 'offline' | 'refused';

export function wordOf({ phase, loaded, saved, late }: ConnectionState): Word {
  if (phase === 'stopped') return 'refused';
  if (phase === 'offline') return 'offline';
  if (phase === 'opening') return loaded ? 'offline' : 'opening';
  if (saved) return 'saved';
  return late ? 'late' : 'saving';
}

export interface Standing {
  /** What is so, and what that means for whoever is at the screen: in this order. */
  readonly sentences: readonly MessageKey[];
  /** It is over: nothing comes back by itself. */
  readonly final: boolean;
  /** What can be done about it. */
  readonly way: 'reload' | 'sign-in' | null;
  /** Milliseconds it must have been so before it is said: what mends itself meanwhile was no news. */
  readonly after: number;
}

/** A connection usually comes within this, in milliseconds. */
const OPENING = 4_000;
/** A short cut mends itself within this, in milliseconds. */
const SHORT = 1_000;

/** Why the connection ended, or is not there. */
function causeOf({ code, reason, loaded }: ConnectionState): MessageKey {
  if (code === CLOSE.restarting) return 'section.cause.restarting';
  if (code === CLOSE.unreadable)
    return reason === 'unreadable' ? 'section.cause.unreadable' : 'section.cause.unavailable';
  if (code === CLOSE.slowReader) return 'section.cause.slow';
  if (code === CLOSE.rubbish && reason === ANOTHERS_WORDS) return 'section.cause.anothers-words';
  if (code === CLOSE.tooMany) {
    if (reason === TOO_MANY_PAGES) return 'section.cause.too-many-pages';
    if (reason === TOO_MANY_PEOPLE) return 'section.cause.too-many-people';
    return 'section.cause.too-many-changes';
  }
  return loaded ? 'section.cause.offline' : 'section.cause.unreachable';
}

function stopped({ code, reason, refused }: ConnectionState): Standing {
  const somebodyElse = reason === SOMEBODY_ELSE;
  const key = `section.stopped.${somebodyElse ? 'somebody-else' : (refused ?? code)}`;
  const signIn = code === CLOSE.notSignedIn && !somebodyElse;
  return {
    sentences: [isMessageKey(key) ? key : 'section.stopped.other'],
    final: true,
    way: signIn ? 'sign-in' : code === CLOSE.noRoom ? null : 'reload',
    after: 0,
  };
}

/** Where the words are until the server has them: nobody is told of a device that took nothing. */
function goOn({ device }: ConnectionState): MessageKey {
  return device === 'failed' ? 'section.go-on.page' : 'section.go-on';
}

/** Null where all is well, or where it is too early to tell. `mayWrite`: by the rights this page was made with. */
export function standingOf(state: ConnectionState, mayWrite: boolean): Standing | null {
  const { phase, loaded } = state;
  if (phase === 'stopped') return stopped(state);
  if (phase === 'live') {
    if (wordOf(state) !== 'late') return null;
    return passing(['section.late', goOn(state)], 0);
  }
  const cause = causeOf(state);
  if (!loaded) return passing([cause, 'section.not-loaded'], OPENING);
  return passing([cause, mayWrite ? goOn(state) : 'section.read-on'], SHORT);
}

function passing(sentences: readonly MessageKey[], after: number): Standing {
  return { sentences, final: false, way: null, after };
}
