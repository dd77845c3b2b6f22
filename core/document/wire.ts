// What both ends of the socket agree on: the grammar's number, message types, close codes, names in the document.

/** Number of the grammar of an item's text. Raise it whenever the schema changes; the socket admits no other. */
export const GRAMMAR = 1;

export const MESSAGE = {
  sync: 0,
  awareness: 1,
  queryAwareness: 3,
  /** Server to client: what is on disk. */
  saved: 100,
  /** Server to client: one message of this connection was refused. */
  refused: 101,
  /** Server to client, only to who asked for it in the address (`HEARS_COMMENTS`): comments of this room changed. */
  comments: 102,
} as const;

/** Name of the parameter of a room's address by which a client asks for message 102; its value is `1`. */
export const HEARS_COMMENTS = 'comments';

export const CLOSE = {
  notSignedIn: 4401,
  noRight: 4403,
  noRoom: 4404,
  slowReader: 4408,
  otherGrammar: 4409,
  tooLarge: 4413,
  tooMany: 4429,
  restarting: 1012,
  /** The text cannot be read now; the reason says `unreadable` (damaged) or `unavailable` (try again). */
  unreadable: 4500,
  /** A frame, or an update in it, that means nothing. */
  rubbish: 1007,
} as const;

/** Reason that goes with 4401 where the browser is signed in, but not as whom the page was made for. */
export const SOMEBODY_ELSE = 'somebody else is signed in';
/** Reasons that come with `CLOSE.tooMany` where it is pages that are too many, not changes. */
export const TOO_MANY_PAGES = 'too many connections of this account';
export const TOO_MANY_PEOPLE = 'too many connections in this room';

/** Reason that goes with 4404 where the client holds the text that stood there before, whose history is lost. */
export const TEXT_REPLACED = 'another text stands here now';
/** Reason that goes with 1012 while a damaged text is put aside for another. */
export const PUT_RIGHT = 'the text is being put right';

/** Reason that comes with `CLOSE.rubbish` where words were sent under the client id of another person. */
export const ANOTHERS_WORDS = 'words in the name of somebody else';

/**
 * Why message 101 refuses a message of this connection: its words are in `locales/`. `clash`: the server knows
 * something else under the same ids.
 */
export const REFUSED_REASONS = ['read-only', 'room-full', 'clash'] as const;
export type RefusedReason = (typeof REFUSED_REASONS)[number];

/** Codes on which the client stops for good and says why; on 4408, 4429 and others it comes back. */
export const FINAL_CLOSES: readonly number[] = [
  CLOSE.notSignedIn,
  CLOSE.noRight,
  CLOSE.noRoom,
  CLOSE.otherGrammar,
  CLOSE.tooLarge,
];

/** Names of shared types in a room's document. */
export const ITEMS = 'items';
export const PREAMBLE = 'preamble';
/** Spelling of imported texts, by `sourceKey`: exported again as long as the text says the same. */
export const SOURCES = 'sources';

/** Which paragraphs hold words that were put back, by the Yjs id of their text (recovered.ts). */
export const RECOVERED = 'recovered';

/** Name of a section's preamble: plain where the room has one section, with its key where several share it. */
export function preambleName(section: string, sectionsInRoom: number): string {
  return sectionsInRoom > 1 ? `${PREAMBLE}:${section}` : PREAMBLE;
}

export const ITEM_KEY = {
  kind: 'kind',
  place: 'place',
  fields: 'fields',
  references: 'references',
  origin: 'origin',
  text: 'text',
  removed: 'removed',
} as const;

/**
 * Key in `sources` of an item's body, of a section's preamble, of the note that a document left
 * an empty section out, or of the order of its sections. Ids and section keys hold no slash.
 */
export function sourceKey(
  of: { item: string } | { preamble: string } | { leftOut: string } | { order: 'sections' },
): string {
  if ('item' in of) return `item/${of.item}`;
  if ('order' in of) return `order/${of.order}`;
  return 'preamble' in of ? `preamble/${of.preamble}` : `left-out/${of.leftOut}`;
}
