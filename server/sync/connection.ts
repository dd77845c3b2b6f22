// One client's connection to one room: what it may, what it sent, what of that is on disk, what it is still owed.
import type { Actor } from '#core/policy.ts';
import type { RoomLimits } from './limits.ts';
import type { RoomMetrics } from './metrics.ts';
import type { RoomClock, RoomName, RoomSocket } from './ports.ts';
import type { Participant } from './presence.ts';
import { savedFrame } from './protocol.ts';
import { REFUSALS, type RefusalName } from './refusals.ts';

/** Who takes the frames of a connection once it is let in. */
export interface FrameReader {
  receive(connection: Connection, frame: Uint8Array): void;
}

/** An answer that may go out once everything up to `seq` is on disk. */
interface Owed {
  readonly seq: number;
  readonly frame: Uint8Array;
}

export class Connection {
  /** Resolves once it was let in or refused. */
  readonly admitted: Promise<void>;
  mayWrite = false;
  /** Known once the room was found. */
  room: RoomName | null = null;
  /** It wants to hear that comments changed. */
  hearsComments = false;
  /** Counted among the connections of its account. */
  counted = false;
  /** Which asking of rights its right is from; -1 before the first. */
  rightsAsked = -1;
  /** Yjs client ids that it writes under. */
  readonly clients = new Set<number>();
  /** It said something else under ids that are known: from then on nothing of it is taken. */
  clashed = false;
  /** How many of the server's steps 1 it has not answered yet. */
  unanswered = 0;
  /** Something was sent since the last heartbeat. */
  spokenTo = false;
  #reader: FrameReader | null = null;
  #early: Uint8Array[] = [];
  #earlyBytes = 0;
  #owed: Owed[] = [];
  #owedBytes = 0;
  /** Messages of this connection that brought an update: how many came, how many are on disk. */
  #came = 0;
  #saved = 0;
  /** For each that is not on disk yet, up to where the room must be saved. */
  #unsaved: number[] = [];
  #allowance: number;
  #refilledAt: number;
  #open = true;
  #settleAdmitted: () => void = () => {};
  /** Who it is, as the others may see it. */
  readonly participant: Participant;
  /** Id of the member organisation it writes for; null for none. */
  readonly organisation: string | null;

  constructor(
    readonly socket: RoomSocket,
    readonly actor: Exclude<Actor, { kind: 'anonymous' }> | null,
    readonly limits: RoomLimits,
    readonly metrics: RoomMetrics,
    private readonly clock: Pick<RoomClock, 'now'>,
    readonly onClosed: (connection: Connection) => void,
  ) {
    this.participant = {
      id: actor?.id ?? '',
      name: actor?.name ?? '',
    };
    this.organisation = actor?.kind === 'account' ? (actor.organisation ?? null) : null;
    this.#refilledAt = clock.now().getTime();
    this.#allowance = limits.updatesAtOnce;
    this.admitted = new Promise((resolve) => {
      this.#settleAdmitted = resolve;
    });
  }

  get id(): string {
    return this.socket.id;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** Takes one frame from the socket; frames that come before the room is there wait for it. */
  receive(frame: Uint8Array): void {
    if (!this.#open) return;
    if (frame.length > this.limits.messageBytes) {
      this.refuse('message-bytes');
    } else if (this.#reader) {
      this.#reader.receive(this, frame);
    } else {
      this.#earlyBytes += frame.length;
      if (this.#earlyBytes > 2 * this.limits.messageBytes) this.refuse('early-bytes');
      else this.#early.push(frame);
    }
  }

  /** The socket ended, by whichever side. */
  closed(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#early = [];
    this.#owed = [];
    this.#settleAdmitted();
    this.onClosed(this);
  }

  /** Its room is shut: ends it with a code of `CLOSE`; `reason` is plain ASCII. */
  shut(code: number, reason: string): void {
    this.#end('room-shut', code, reason);
  }

  /** Ends it, for one of the reasons there are; `words` where there is more to say than always. */
  refuse(why: RefusalName, words: string = REFUSALS[why].words): void {
    this.#end(why, REFUSALS[why].code, words);
  }

  #end(why: RefusalName, code: number, reason: string): void {
    if (!this.#open) return;
    this.metrics.refuse(why);
    this.metrics.closed(code);
    this.socket.close(code, reason);
    this.closed();
  }

  /** Lets it in: `reader` takes what came early, in its order, and all that follows. */
  open(reader: FrameReader): void {
    this.#reader = reader;
    const early = this.#early;
    this.#early = [];
    for (const frame of early) if (this.#open) reader.receive(this, frame);
    this.#settleAdmitted();
  }

  /** Sends now, and `then` after it; closes a socket whose reader leaves too much unread. */
  send(frame: Uint8Array, then?: Uint8Array): void {
    if (!this.#open || !this.socket.isOpen) return;
    if (this.socket.queuedBytes > this.limits.unreadBytes) {
      this.refuse('unread-bytes');
      return;
    }
    this.spokenTo = true;
    this.socket.send(frame, then);
  }

  /** Whether it is owed something, or a message of its own is not on disk as far as it was told. */
  get waits(): boolean {
    return this.#unsaved.length > 0 || this.#owed.length > 0;
  }

  /** Sends a step 1: once it is answered, all that was sent before has been heard. */
  ask(frame: Uint8Array): void {
    this.unanswered++;
    this.send(frame);
  }

  /** Owes a frame that must not go out before the room is saved up to `seq`. */
  owe(seq: number, frame: Uint8Array): void {
    if (this.#owedBytes > this.limits.unreadBytes) {
      this.refuse('unread-bytes');
      return;
    }
    this.#owedBytes += frame.length;
    this.#owed.push({ seq, frame });
  }

  /** Counts a message that brings an update. Null when it was one too many; else it has its number. */
  countUpdate(): number | null {
    // The clock is asked only when nothing is left: not at each keystroke.
    if (this.#allowance < 1) this.refill();
    this.#allowance--;
    this.#came++;
    return this.#allowance < 0 ? null : this.#came;
  }

  /** The message counted last is on disk as soon as the room is saved up to `seq`. */
  willBeSaved(seq: number): void {
    this.#unsaved.push(seq);
  }

  /**
   * The room is saved up to `seq`: pays what is owed. True where it is worth saying how many messages are on disk:
   * more of them are, or an answer was paid.
   */
  savedUpTo(seq: number): boolean {
    if (!this.waits) return false;
    const due = this.#owed.filter((owed) => owed.seq <= seq);
    if (due.length > 0) this.#owed = this.#owed.filter((owed) => owed.seq > seq);
    for (const owed of due) {
      this.#owedBytes -= owed.frame.length;
      this.send(owed.frame);
    }
    const waiting = this.#unsaved.filter((at) => at > seq);
    const done = this.#unsaved.length - waiting.length;
    this.#unsaved = waiting;
    this.#saved += done;
    return done > 0 || due.length > 0;
  }

  /** Message 100. */
  savedFrame(vector: Uint8Array): Uint8Array {
    return savedFrame(vector, this.#saved);
  }

  /** It may send again what it may send in the time since the last refill. */
  refill(): void {
    const { updatesPerSecond, updatesAtOnce } = this.limits;
    const now = this.clock.now().getTime();
    const more = (updatesPerSecond * Math.max(0, now - this.#refilledAt)) / 1000;
    this.#refilledAt = now;
    this.#allowance = Math.min(updatesAtOnce, this.#allowance + more);
  }
}
