// What there is to say about the connection, from its state alone: one word for the bar, and where it takes more, sentences.
import {
  ANOTHERS_WORDS,
  CLOSE,
  PUT_RIGHT,
  SOMEBODY_ELSE,
  TEXT_REPLACED,
  TOO_MANY_PAGES,
  TOO_MANY_PEOPLE,
} from '#core/document/wire.ts';
import { isMessageKey, type MessageKey } from '#locales/catalogue.ts';
import type { Values } from '#locales/message.ts';
import type { DeviceState } from '../../device/keeper.ts';
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

export type Word = 'opening' | 'saved' | 'saving' | 'late' | 'offline' | 'refused' | 'stopped';

export function wordOf({ phase, loaded, saved, late }: ConnectionState): Word {
  // Nobody is told of words that are not saved where there are none.
  if (phase === 'stopped') return saved ? 'stopped' : 'refused';
  if (phase === 'offline') return 'offline';
  if (phase === 'opening') return loaded ? 'offline' : 'opening';
  if (saved) return 'saved';
  return late ? 'late' : 'saving';
}

/** Who the server says is signed in with this browser; `person` is '' where nobody is. */
export interface SignedIn {
  readonly person: string;
  readonly name: string;
  /** Whether the framework is archived by now. */
  readonly archived: boolean;
}

/** For whom the page was made, and what it knows beside its connection. */
export interface PageFacts {
  readonly mayWrite: boolean;
  readonly me: { readonly id: string; readonly name: string };
  /** Largest message that the server takes, in bytes. */
  readonly messageBytes: number;
  /** Null while that is not known. */
  readonly signedIn: SignedIn | null;
}

export interface Standing {
  /** What is so, and what that means for whoever is at the screen: in this order. */
  readonly sentences: readonly MessageKey[];
  /** What the sentences name. */
  readonly values: Values;
  /** It is over: nothing comes back by itself. */
  readonly final: boolean;
  /** What can be done about it. */
  readonly way: 'reload' | 'sign-in' | null;
  /** Milliseconds it must have been so before it is said: what mends itself meanwhile was no news. */
  readonly after: number;
}

/** A connection usually comes within this, in milliseconds. */
const OPENING = 4_000;
const MIB = 2 ** 20;
/** A short cut mends itself within this, in milliseconds. */
const SHORT = 1_000;

/** Why the connection ended, or is not there. */
function causeOf({ code, reason, loaded }: ConnectionState): MessageKey {
  if (code === CLOSE.restarting)
    return reason === PUT_RIGHT ? 'section.cause.put-right' : 'section.cause.restarting';
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

/** The session is over, or another one was opened here meanwhile: whose, is what the server says now. */
function sessionOver({ reason }: ConnectionState, { me, signedIn }: PageFacts): MessageKey {
  if (!signedIn)
    return reason === SOMEBODY_ELSE ? 'section.stopped.somebody-else' : 'section.stopped.4401';
  if (signedIn.person === '') return 'section.stopped.4401';
  return signedIn.person === me.id ? 'section.stopped.again' : 'section.stopped.somebody';
}

/** Where the words are that the server does not have; null where there are none. */
function wordsLeft(state: ConnectionState, cause: MessageKey): MessageKey | null {
  if (state.unsaved.length === 0) return null;
  if (state.device !== 'kept') return 'section.stopped.page';
  return cause === 'section.stopped.somebody' ? 'section.stopped.kept-for' : 'section.stopped.kept';
}

function stopped(state: ConnectionState, facts: PageFacts): Standing {
  const { code, reason, refused } = state;
  const archived = code === CLOSE.noRight && (facts.signedIn?.archived ?? false);
  const replaced = code === CLOSE.noRoom && reason === TEXT_REPLACED;
  const why = archived ? 'archived' : replaced ? 'text-replaced' : code;
  const key = `section.stopped.${refused ?? why}`;
  const over = code === CLOSE.notSignedIn && refused === null;
  const cause = over
    ? sessionOver(state, facts)
    : isMessageKey(key)
      ? key
      : 'section.stopped.other';
  const words = wordsLeft(state, cause);
  const signIn = cause === 'section.stopped.4401';
  return {
    sentences: words ? [cause, words] : [cause],
    values: {
      me: facts.me.name,
      name: facts.signedIn?.name ?? '',
      limit: facts.messageBytes / MIB,
    },
    final: true,
    way: signIn ? 'sign-in' : code === CLOSE.noRoom && !replaced ? null : 'reload',
    after: 0,
  };
}

const GO_ON = {
  kept: 'section.go-on',
  writing: 'section.go-on.writing',
  failed: 'section.go-on.page',
} as const satisfies Record<DeviceState, MessageKey>;

/** Null where all is well, or where it is too early to tell. */
export function standingOf(state: ConnectionState, facts: PageFacts): Standing | null {
  const { phase, loaded, device } = state;
  if (phase === 'stopped') return stopped(state, facts);
  if (phase === 'live') {
    if (wordOf(state) !== 'late') return null;
    return passing(['section.late', GO_ON[device]], 0);
  }
  const cause = causeOf(state);
  if (!loaded) return passing([cause, 'section.not-loaded'], OPENING);
  return passing([cause, facts.mayWrite ? GO_ON[device] : 'section.read-on'], SHORT);
}

function passing(sentences: readonly MessageKey[], after: number): Standing {
  return { sentences, values: {}, final: false, way: null, after };
}
