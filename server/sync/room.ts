// One room while it lives: takes updates, hands them to the commit, and sends on only what is on disk.
import type { Authorship, Writer } from '#core/document/authorship.ts';
import type { RefusedReason } from '#core/document/wire.ts';
import type { Connection, FrameReader } from './connection.ts';
import { Doubts } from './doubts.ts';
import type { Committable } from './group-commit.ts';
import type { RoomLimits } from './limits.ts';
import { LiveText } from './live-text.ts';
import { LogSize } from './log-size.ts';
import type { RoomMetrics } from './metrics.ts';
import type { LoggedUpdate, RoomClock, RoomLog, RoomName, StoredRoom } from './ports.ts';
import { readMessage, refusedFrame, updateFrame } from './protocol.ts';
import { RoomPresence } from './room-presence.ts';
import type { Came } from './second-copies.ts';
import { StepFrames } from './step-frames.ts';
import { type Batch, Unsaved } from './unsaved.ts';
import {
  clientsBrought,
  isEmptyUpdate,
  isOf,
  mergeAll,
  type OpenedUpdate,
  openUpdate,
} from './updates.ts';
import { Writers } from './writers.ts';

/** New Yjs client ids in one message: one, or all that others' browsers hold and a restored backup lacks. */
const MOST_CLIENTS = 5_000;

/** What a room needs around it. */
export interface RoomSurroundings {
  readonly clock: RoomClock;
  readonly limits: RoomLimits;
  readonly log: RoomLog;
  readonly metrics: RoomMetrics;
  /** Yjs client ids for the server's own writing; by chance where it is left out. */
  readonly newClient?: (() => number) | undefined;
  /** Something is to be committed, or to be told once all before it is. */
  readonly commit: (room: Room) => void;
  /** A batch is on disk. */
  readonly saved: (room: Room) => void;
  /** The document broke and must be read anew. */
  readonly broken: (room: Room) => void;
}

export class Room implements Committable, FrameReader {
  readonly connections = new Set<Connection>();
  /** Acts of the server that are looking at it or writing in it, and connections about to come in. */
  holds = 0;
  /** Nobody comes in any more: it goes as soon as all is on disk. */
  closing = false;
  readonly #around: RoomSurroundings;
  readonly #presence: RoomPresence;
  readonly #unsaved: Unsaved<Connection>;
  #text: LiveText | null = null;
  #writers: Writers | null = null;
  #size = new LogSize();
  #isBroken = false;
  #changedAt = new Date(0);
  #former: ReadonlySet<number> = new Set();
  #savedVector: Uint8Array = new Uint8Array([0]);
  readonly #steps = new StepFrames();
  readonly #doubts = new Doubts();

  constructor(
    readonly key: string,
    readonly name: RoomName,
    around: RoomSurroundings,
  ) {
    this.#around = around;
    const mayHold = (client: number, actorId: string) =>
      this.#writers?.mayHold(client, actorId) ?? false;
    this.#presence = new RoomPresence(this.connections, around.clock, around.limits, mayHold);
    this.#unsaved = new Unsaved(name);
  }

  /** Opens the text. Throws where its bytes are no text. */
  load(stored: StoredRoom): void {
    const report = (error: unknown) =>
      this.#around.log.error('a rescue went wrong', { room: this.key, error: String(error) });
    this.#text = new LiveText(stored, report, this.#around.newClient);
    const { authors } = this.#text;
    const isServers = (client: number) => this.text.isHand(client);
    const holder = (client: number) => this.#presence.holder(client);
    const lacks = (client: number) => this.text.lacks(client);
    this.#writers = new Writers({ authors, holder, isServers, lacks });
    this.#savedVector = this.#text.vector();
    this.#size = new LogSize(stored);
    this.#former = new Set(stored.formerClients);
  }

  get text(): LiveText {
    if (!this.#text) throw new Error(`room ${this.key} is not loaded`);
    return this.#text;
  }

  get size(): LogSize {
    return this.#size;
  }

  get isSaved(): boolean {
    return this.#unsaved.saved === this.#unsaved.applied;
  }

  /** Nobody is in it, nothing is under way, everything is on disk. */
  get isIdle(): boolean {
    return this.connections.size === 0 && this.holds === 0 && this.isSaved;
  }

  /** Number of the last update that was applied: where it is the same, the text is. */
  get applied(): number {
    return this.#unsaved.applied;
  }

  /** When something was last written. */
  get changedAt(): Date {
    return this.#changedAt;
  }

  /** Whether so much is deleted in it that it should go once the room is at rest; no where it is not loaded. */
  get holdsMuchDead(): boolean {
    return this.#text?.holdsMuchDead(this.#around.limits.deletedKept) ?? false;
  }

  /** How many updates are not on disk. */
  get unsaved(): number {
    return this.#unsaved.count;
  }

  /** Lets a connection in: the server asks first, so that the client pushes before it pulls. */
  join(connection: Connection): void {
    this.connections.add(connection);
    connection.ask(this.#steps.question(this.#savedVector));
    this.#presence.tellAll(connection);
    connection.open(this);
  }

  leave(connection: Connection): void {
    if (!this.connections.delete(connection)) return;
    this.#presence.leave(connection);
    this.#writers?.leave(connection);
    this.#doubts.leave(connection);
    this.#text?.left(connection.id);
  }

  receive(connection: Connection, frame: Uint8Array): void {
    const message = readMessage(frame);
    if (message.kind === 'step1') this.#answerTo(connection, message.vector);
    else if (message.kind === 'update') {
      this.#take(connection, message.update, message.answer);
      if (message.answer && --connection.unanswered === 0) this.#heard(connection);
    } else if (message.kind === 'presence') this.#presence.hear(connection, message.states);
    else if (message.kind === 'ask-presence') this.#presence.tellAll(connection);
    else this.#rubbish(connection, message.why);
  }

  /** Takes note of what the server itself wrote into the text. */
  wrote(update: Uint8Array, actorId: string): void {
    const writers = this.#handWriters(actorId);
    this.#enter(update, actorId, null, { writers, carried: [] });
    this.#around.commit(this);
  }

  /** Resolves once everything that is applied now is on disk. */
  whenSaved(): Promise<void> {
    return this.#unsaved.whenSaved();
  }

  get hasMore(): boolean {
    return this.#unsaved.hasPending;
  }

  takeBatch(): readonly LoggedUpdate[] {
    const vector = (written: boolean) =>
      written && !this.#isBroken ? this.text.vector() : this.#savedVector;
    return this.#unsaved.batch(vector).rows;
  }

  committed(positions: readonly number[]): void {
    const batch = this.#unsaved.committed();
    if (!batch) return;
    this.#savedVector = batch.vector;
    this.#size.logged(batch.rows, positions);
    this.#sendOn(batch);
    this.#unsaved.tell();
    this.#around.saved(this);
  }

  /** Who would else hear nothing hears `frame`; what is kept only for a burst is let go. */
  heartbeat(frame: Uint8Array): void {
    this.#steps.forget();
    for (const connection of [...this.connections]) {
      connection.refill();
      if (!connection.spokenTo) connection.send(frame);
      connection.spokenTo = false;
    }
  }

  closeConnections(code: number, reason: string): void {
    for (const connection of [...this.connections]) connection.shut(code, reason);
  }

  /** From here on the document is neither old nor new: nothing of it is shown or kept any more. */
  breakOff(): void {
    this.#isBroken = true;
    this.#around.broken(this);
  }

  /**
   * Gives back the memory of what was deleted: `state` is the text as it was at number `applied`, without it. Does
   * nothing where it went on since.
   */
  collect(state: Uint8Array, applied: number): void {
    if (this.#isBroken || this.closing || this.applied !== applied) return;
    this.#steps.forget();
    this.text.collect(state);
  }

  destroy(): void {
    this.#steps.forget();
    this.#text?.destroy();
  }

  #answerTo(connection: Connection, vector: Uint8Array): void {
    const frame = this.#steps.answer(this.text, this.#unsaved.applied, vector);
    if (frame) {
      connection.owe(this.#unsaved.applied, frame);
      if (this.isSaved) this.#tellSaved(connection, this.#unsaved.saved, this.#savedVector);
    } else {
      this.#rubbish(connection, 'no state vector');
    }
  }

  #take(connection: Connection, bytes: Uint8Array, answer: boolean): void {
    if (isEmptyUpdate(bytes)) return;
    const ordinal = connection.countUpdate();
    const update = openUpdate(bytes);
    if (ordinal === null) {
      connection.refuse('updates-per-second');
    } else if (!update) {
      this.#rubbish(connection, 'no update');
    } else if (isOf(update, this.#former)) {
      connection.refuse('former-text');
    } else {
      const refused = this.#refusal(connection, update);
      if (refused) {
        this.#refuseMessage(connection, ordinal, refused);
        return;
      }
      const clients = clientsBrought(this.text.doc, update);
      if (clients.length > MOST_CLIENTS) {
        this.#rubbish(connection, 'more client ids than anybody writes under');
        return;
      }
      const writers = this.#writers?.admit(connection, clients, answer) ?? null;
      if (!writers) {
        const actor = connection.participant.id;
        this.#around.log.warn('somebody wrote under the client id of another person', {
          room: this.key,
          actor,
        });
        connection.refuse('foreign-client');
      } else if (this.#apply(connection, update, writers, answer)) {
        connection.willBeSaved(this.#unsaved.applied);
        this.#around.commit(this);
      }
    }
  }

  #heard(connection: Connection): void {
    if (this.#isBroken) return;
    this.text.heard(cameOn(connection));
  }

  #refuseMessage(connection: Connection, ordinal: number, refused: RefusedReason): void {
    const { metrics, log } = this.#around;
    metrics.refused++;
    metrics.refuse(refused === 'room-full' ? 'room-bytes' : refused);
    if (refused === 'clash' && !connection.clashed) {
      const actor = connection.participant.id;
      log.warn('words clash with others under the same ids', { room: this.key, actor });
      connection.clashed = true;
    }
    connection.send(refusedFrame(ordinal, refused));
  }

  #refusal(connection: Connection, update: OpenedUpdate): RefusedReason | null {
    // What follows on words that were not taken would stand on others'.
    if (connection.clashed || this.text.clashes(update)) return 'clash';
    if (connection.mayWrite && this.text.waitsTooMuch(update)) return 'room-full';
    const held = this.#size.bytes + this.#unsaved.bytes;
    const full = held + update.bytes.length > this.#around.limits.roomBytes;
    // What only takes out goes into a full room too: it is the way to make it smaller.
    if (connection.mayWrite && (!full || update.structs.length === 0)) return null;
    // What says nothing new is no write: a reader's answer to the server's step 1 is of that kind.
    if (this.text.bringsNothing(update)) return null;
    return connection.mayWrite ? 'room-full' : 'read-only';
  }

  /** False where the text broke over it. */
  #apply(
    connection: Connection,
    update: OpenedUpdate,
    writers: readonly Writer[],
    isAnswer: boolean,
  ): boolean {
    const { metrics, log } = this.#around;
    const actor = connection.participant.id;
    try {
      this.text.authors.add({ writers, carried: [] });
      const came = { isAnswer, ...cameOn(connection) };
      const { carried, carriedByRescue, ...taken } = this.text.take(update, came);
      if (taken.update) this.#enter(taken.update, actor, connection, { writers, carried });
      if (taken.rescue) {
        const writers = this.#handWriters('');
        this.#enter(taken.rescue, '', null, { writers, carried: carriedByRescue });
      }
      if (taken.inDoubt) this.#doubts.takenBack(connection, this.#unsaved.applied);
      metrics.updates++;
      metrics.rescuedCharacters += taken.rescued;
      return true;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      log.error('an update broke the text', { room: this.key, actor, error: message });
      this.#rubbish(connection, 'an update that cannot be applied');
      this.breakOff();
      return false;
    }
  }

  /** Whose the hand is with which the server wrote for `actorId`, where that is new: known for ever, as of anybody. */
  #handWriters(actorId: string): Writer[] {
    const client = this.text.handOf(actorId);
    if (client === null) return [];
    const writers = [{ client, actorId, organisationId: null, brought: false }];
    this.text.authors.add({ writers, carried: [] });
    return writers;
  }

  #enter(
    update: Uint8Array,
    actorId: string,
    from: Connection | null,
    { writers, carried }: Authorship,
  ): void {
    const at = this.#around.clock.now();
    this.#changedAt = at;
    this.text.authors.add({ writers: [], carried });
    const authorship = writers.length > 0 || carried.length > 0 ? { writers, carried } : undefined;
    this.#unsaved.enter({ update, actorId, from, at, authorship, arrived: performance.now() });
  }

  #sendOn(batch: Batch<Connection>): void {
    const { entries, rows, upTo, vector } = batch;
    const [only, ...others] = new Set(entries.map((entry) => entry.from));
    // Who alone wrote in this turn has it all already.
    const alone = others.length === 0 ? only : null;
    const frame = rows.length > 0 ? updateFrame(mergeAll(rows.map((row) => row.update))) : null;
    // Nearly all of a room's time is spent here: most of it is in nobody's debt and only gets the frame.
    for (const connection of this.connections) {
      const news = frame && connection !== alone ? frame : undefined;
      if (connection.waits) this.#tellSaved(connection, upTo, vector, news);
      else if (news) connection.send(news);
    }
    this.#doubts.afterSending(upTo, vector);
    const [first] = entries;
    if (first) this.#around.metrics.broadcast.add(performance.now() - first.arrived);
  }

  /** Pays what waited for `upTo`, sends `frame`, then says how many of its messages are on disk where that changed. */
  #tellSaved(connection: Connection, upTo: number, vector: Uint8Array, frame?: Uint8Array): void {
    const saved = connection.savedUpTo(upTo) ? connection.savedFrame(vector) : undefined;
    if (frame) connection.send(frame, saved);
    else if (saved) connection.send(saved);
  }

  #rubbish(connection: Connection, why: string): void {
    this.#around.log.warn('a connection sent what means nothing', { room: this.key, why });
    connection.refuse('rubbish', why);
  }
}

function cameOn({ id, participant }: Connection): Came {
  return { actorId: participant.id, connection: id };
}
