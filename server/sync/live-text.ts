// The Yjs document of a room while it lives: loading it, taking updates with their rescue, encoding it.
import * as Y from 'yjs';
import { applyAsIs } from '#core/document/apply.ts';
import { Authors, type CarriedRun, NO_AUTHORSHIP } from '#core/document/authorship.ts';
import { ITEMS, PREAMBLE } from '#core/document/wire.ts';
import { carriedIn, rescuedRuns } from './carried.ts';
import { clashes } from './clash.ts';
import { type DeadWords, findDeadWords, type LastWords } from './dead-words.ts';
import { bringsElements, isTooDeep } from './depth.ts';
import { findLostWords, holdsCollected } from './lost-words.ts';
import type { StoredRoom } from './ports.ts';
import { type PutBackRun, PutBackRuns } from './put-back-runs.ts';
import { putBack, takeBack } from './rescue.ts';
import { findRewritten, type RewrittenCharacter } from './rewritten.ts';
import { type Came, SecondCopies } from './second-copies.ts';
import { bringsNothing, clientsIn, type Deletes, mergeAll, type OpenedUpdate } from './updates.ts';
import { waitsTooMuch } from './waiting.ts';

/** What taking an update changed: bytes for the log and for the others, and how many characters were put back. */
export interface Taken {
  /** Null where the update brought nothing that was not there. */
  readonly update: Uint8Array | null;
  /** What the rescue wrote, by the server's own hand. */
  readonly rescue: Uint8Array | null;
  readonly rescued: number;
  /** The writer may see words twice until he has heard of this: `heard` wants to know when he has. */
  readonly inDoubt: boolean;
  /** Which characters the rescue wrote for which that had been typed. */
  readonly putBack: readonly PutBackRun[];
  /** Words in `update` that were others' before, and those in `rescue`, which all are. */
  readonly carried: readonly CarriedRun[];
  readonly carriedByRescue: readonly CarriedRun[];
}

/** The stored bytes cannot be made into a document. */
export class DamagedText extends Error {
  override readonly name = 'UnreadableRoom';
}

const FROM_CLIENT = 'client';

/** A browser may have met so many Yjs clients that the server does not know, as after `restore` of a backup. */
const MOST_UNKNOWN = 10_000;

/** A deleted place, mark or paragraph is no words, but thousands of them fill the memory as well. Characters. */
const OBJECT_WEIGHT = 10;

export class LiveText {
  #doc = new Y.Doc({ gc: false });
  /** Whose the client ids of the text are. */
  readonly authors: Authors;
  /** Client ids under which the server writes, by whom it writes for ('' for itself). */
  readonly #hands = new Map<string, number>();
  #lastWords: LastWords = new WeakMap();
  readonly #runs = new PutBackRuns();
  #secondCopies = new SecondCopies();
  /** Whether the writer of what was taken last may see words twice until he hears what became of it. */
  #inDoubt = false;
  /** Updates that the document emits while something is being taken. */
  #emitted: Uint8Array[] = [];
  /** The stored state was without its deleted words: what comes late for them finds no place of its own. */
  #collected: boolean;

  readonly #report: (error: unknown) => void;

  /**
   * `report` hears what went wrong in a rescue; `newClient` gives Yjs client ids under which the server writes, by
   * chance where it is left out. Throws DamagedText.
   */
  constructor(
    stored: StoredRoom,
    report: (error: unknown) => void,
    private readonly newClient: () => number = () => new Y.Doc().clientID,
  ) {
    const { doc } = this;
    this.#report = report;
    this.authors = new Authors(stored.authorship ?? NO_AUTHORSHIP);
    doc.clientID = this.#hand('');
    doc.getMap(ITEMS);
    fill(doc, stored);
    this.#collected = holdsCollected(doc);
    doc.on('update', this.#keepEmitted);
  }

  /** Nothing is collected but by `collect`: words that come late still find what they were typed into. */
  get doc(): Y.Doc {
    return this.#doc;
  }

  /**
   * Applies a client's update and puts back what it killed unsaid. Throws where Yjs breaks off half-way:
   * the document is then neither old nor new, and must be thrown away. An answer to the server's step 1 names
   * what others deleted too: only of an edit is it known that its writer deleted what it names.
   */
  take(update: OpenedUpdate, { isAnswer, ...came }: Came & { isAnswer: boolean }): Taken {
    const { doc } = this;
    const known = this.#collected ? statesOf(doc, update) : new Map<number, number>();
    const waiting = waitingOf(doc);
    let words: DeadWords[] = [];
    let rewritten: RewrittenCharacter[] = [];
    let tooDeep = false;
    // A letter typed brings no element: all clients of the text are not gone through for it.
    const mayDeepen = waiting.structs !== undefined || bringsElements(update);
    const look = (transaction: Y.Transaction) => {
      if (transaction.origin !== FROM_CLIENT) return;
      tooDeep = mayDeepen && isTooDeep(transaction);
      if (tooDeep) return;
      if (update.deletes.size > 0 && update.structs.length > 0) {
        rewritten = this.#careful([], () => findRewritten(transaction, update.deletes, isAnswer));
      }
      words = this.#careful([], () => {
        namePreambles(doc);
        return findDeadWords(transaction, update.deletes, this.#lastWords);
      });
    };
    this.#emitted = [];
    doc.on('afterTransaction', look);
    try {
      applyAsIs(doc, () => Y.applyUpdate(doc, update.bytes), FROM_CLIENT);
    } finally {
      doc.off('afterTransaction', look);
    }
    if (tooDeep) throw new Error('elements stand deeper in one another than in any text');
    const emitted = this.#drain();
    const carried = this.#careful([], () => carriedIn(rewritten, this.authors));
    const lost = this.#collected ? this.#careful([], () => findLostWords(doc, update, known)) : [];
    this.#inDoubt = false;
    const killed = isAnswer
      ? []
      : this.#careful([], () => this.#reconsider(update.deletes, rewritten, came));
    const all = [...words, ...lost, ...killed];
    const before = Y.getState(doc.store, doc.clientID);
    const runs = all.length > 0 ? this.#careful([], () => putBack(doc, all, this.#runs)) : [];
    const rescued = runs.reduce((sum, { to }) => sum + to.len, 0);
    const carriedByRescue =
      rescued > 0
        ? this.#careful([], () => rescuedRuns(doc, doc.clientID, before, all, this.authors))
        : [];
    // What waits for updates that are still missing is not emitted: then the log keeps the bytes as they came.
    const more = !sameWaiting(waiting, waitingOf(doc));
    const kept = more ? mergeAll([update.bytes, ...(emitted ? [emitted] : [])]) : emitted;
    return {
      update: kept,
      rescue: this.#drain(),
      rescued,
      putBack: runs,
      inDoubt: this.#inDoubt,
      carried,
      carriedByRescue,
    };
  }

  /**
   * An edit says what its writer deleted himself: what was put back of that is taken back. Returns what he deletes and
   * may have thought to be there twice.
   */
  #reconsider(deletes: Deletes, rewritten: readonly RewrittenCharacter[], came: Came): DeadWords[] {
    const killed = this.#secondCopies.killedBy(this.doc, deletes, rewritten, came);
    const taken = takeBack(this.doc, this.#runs.standingFor(deletes, came.actorId));
    this.#inDoubt = this.#secondCopies.note(taken, rewritten, came);
    return killed;
  }

  /** The rescue must never be why an update is not taken: the update is applied, and whole, without it. */
  #careful<T>(otherwise: T, act: () => T): T {
    try {
      return act();
    } catch (error) {
      this.#report(error);
      return otherwise;
    }
  }

  /**
   * Runs `act` as one transaction, written under client ids of `actorId`'s own. Returns what it wrote, null where that
   * is nothing; throws what `act` throws.
   */
  static edit<T>(
    texts: readonly LiveText[],
    actorId: string,
    act: (docs: readonly Y.Doc[]) => T,
  ): { value: T; updates: readonly (Uint8Array | null)[] } {
    const docs = texts.map((text) => text.doc);
    for (const text of texts) {
      text.#emitted = [];
      text.doc.clientID = text.#hand(actorId);
    }
    const all = docs.reduceRight<() => T>(
      (inner, doc) => () => doc.transact(inner, SERVER_EDIT),
      () => act(docs),
    );
    const value = all();
    for (const text of texts) text.doc.clientID = text.#hand('');
    return { value, updates: texts.map((text) => text.#drain()) };
  }

  /** The client id under which the server writes for somebody. */
  #hand(actorId: string): number {
    const hand = this.#hands.get(actorId) ?? this.newClient();
    this.#hands.set(actorId, hand);
    return hand;
  }

  /** Whether the server itself writes under this client id. */
  isHand(client: number): boolean {
    return client === this.doc.clientID || [...this.#hands.values()].includes(client);
  }

  /** Where `actorId` ('' for the server itself) wrote by the server's hand for the first time: whose that hand is. */
  handOf(actorId: string): number | null {
    const hand = this.#hands.get(actorId);
    return hand === undefined || this.authors.writer(hand) ? null : hand;
  }

  /** Whether words under this client id wait for earlier ones, under the same id, that never came. */
  lacks(client: number): boolean {
    const waiting = this.doc.store.pendingStructs?.update;
    const from = waiting && Y.parseUpdateMetaV2(waiting).from.get(client);
    return from !== undefined && from > Y.getState(this.doc.store, client);
  }

  /** Whether it says something else under ids that are known: to take it would be to lose it. */
  clashes(update: OpenedUpdate): boolean {
    return clashes(this.doc, update);
  }

  /** Who writes on that connection has heard all that was sent on it, and what he did before has come. */
  heard(came: Came): void {
    this.#secondCopies.heard(came);
  }

  left(connection: string): void {
    this.#secondCopies.left(connection);
  }

  /** Whether it would have to wait for others that never came, and more would wait than may. */
  waitsTooMuch(update: OpenedUpdate): boolean {
    return waitsTooMuch(this.doc, update);
  }

  bringsNothing(update: OpenedUpdate): boolean {
    return bringsNothing(this.doc, update);
  }

  vector(): Uint8Array {
    return Y.encodeStateVector(this.doc);
  }

  /** What a client with this state vector lacks (V1). Throws where the vector cannot be read, or can be nobody's. */
  missing(vector: Uint8Array): Uint8Array {
    if (clientsIn(vector) > this.doc.store.clients.size + MOST_UNKNOWN) {
      throw new RangeError('more clients than ever wrote here');
    }
    return Y.encodeStateAsUpdate(this.doc, vector);
  }

  /** The whole (V1), deleted words too. */
  whole(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc);
  }

  /** The whole (V2), deleted words too. */
  state(): Uint8Array {
    return Y.encodeStateAsUpdateV2(this.doc);
  }

  /** Whether what was deleted and can be collected is more than `kept` and more than what lives. */
  holdsMuchDead(kept: number): boolean {
    let living = 0;
    let dead = 0;
    for (const structs of this.doc.store.clients.values()) {
      for (const struct of structs) {
        if (!(struct instanceof Y.Item) || struct.content instanceof Y.ContentDeleted) continue;
        if (struct.deleted) dead += weightOf(struct);
        else living += weightOf(struct);
      }
    }
    return dead > kept && dead > living;
  }

  /** The whole (V2) without what was deleted where that is much, as `holdsMuchDead` says; else all. */
  stateAtRest(kept: number): Uint8Array {
    const state = this.state();
    if (!this.holdsMuchDead(kept)) return state;
    const collected = new Y.Doc();
    applyAsIs(collected, () => Y.applyUpdateV2(collected, state));
    const smaller = Y.encodeStateAsUpdateV2(collected);
    collected.destroy();
    return smaller;
  }

  /**
   * Goes on with `state` (V2), which is this text as it is now but without what was deleted, so that its memory is
   * given back. Whose it is, the server's hands and what was put back stay known. Where the bytes cannot be read,
   * throws, and all is as it was.
   */
  collect(state: Uint8Array): void {
    const before = this.#doc;
    const doc = new Y.Doc({ gc: false });
    doc.getMap(ITEMS);
    applyAsIs(doc, () => Y.applyUpdateV2(doc, state));
    // Only now: Yjs takes another id when it reads what was written under its own.
    doc.clientID = before.clientID;
    doc.on('update', this.#keepEmitted);
    this.#doc = doc;
    this.#lastWords = new WeakMap();
    this.#secondCopies = new SecondCopies();
    this.#collected = holdsCollected(doc);
    before.destroy();
  }

  destroy(): void {
    this.doc.destroy();
  }

  readonly #keepEmitted = (update: Uint8Array): void => {
    this.#emitted.push(update);
  };

  #drain(): Uint8Array | null {
    const emitted = this.#emitted;
    this.#emitted = [];
    return emitted.length === 0 ? null : mergeAll(emitted);
  }
}

/** What keeping a struct costs, in characters: its own length, and that of the object that holds it. */
function weightOf(struct: Y.Item): number {
  return struct.content instanceof Y.ContentString ? struct.length + 1 : OBJECT_WEIGHT;
}

/** Apart from the constructor, whose functions live as long as the text and would keep all these bytes with them. */
function fill(doc: Y.Doc, { state, updates }: StoredRoom): void {
  try {
    applyAsIs(doc, () => {
      if (state) Y.applyUpdateV2(doc, state);
      for (const update of updates) Y.applyUpdate(doc, update);
    });
  } catch (error) {
    throw new DamagedText('its bytes are no text', { cause: error });
  }
}

/** Origin of a server's edit. */
export const SERVER_EDIT = 'server';

/** A root type has no kind until somebody names it; where words are put back, it must have one. */
function namePreambles(doc: Y.Doc): void {
  for (const name of [...doc.share.keys()]) {
    if (name.split(':')[0] === PREAMBLE) doc.getXmlFragment(name);
  }
}

/** How far each client that an update is of has come in the document. */
function statesOf(doc: Y.Doc, { structs }: OpenedUpdate): Map<number, number> {
  return new Map(structs.map(({ id }) => [id.client, Y.getState(doc.store, id.client)]));
}

interface Waiting {
  readonly structs: Uint8Array | undefined;
  readonly deletes: Uint8Array | null;
}

function waitingOf(doc: Y.Doc): Waiting {
  return { structs: doc.store.pendingStructs?.update, deletes: doc.store.pendingDs };
}

/** Whether nothing was added to what waits; that it became less is told by what was emitted. */
function sameWaiting(before: Waiting, after: Waiting): boolean {
  return same(before.structs, after.structs) && same(before.deletes, after.deletes);
}

function same(
  before: Uint8Array | null | undefined,
  after: Uint8Array | null | undefined,
): boolean {
  // Nearly always the very same: what waits may be long, and is not compared byte by byte at each keystroke.
  if (!after || after === before) return true;
  return before?.length === after.length && before.every((byte, i) => byte === after[i]);
}
