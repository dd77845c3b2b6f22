// Keeps what one page writes in one room on this device until the server has it, and brings back what earlier pages left.
import * as Y from 'yjs';
import { GRAMMAR } from '#core/document/wire.ts';
import type { FieldValue } from '#core/framework/interchange.ts';
import { Signal } from '../editor/live/signal.ts';
import { tellDevice } from './channel.ts';
import {
  type KeptUpdate,
  type KeptWords,
  type Place,
  roomName,
  type StoredUpdate,
} from './database.ts';
import { inTime, PATIENCE } from './in-time.ts';
import type { DeviceChange, DeviceStore, PageName } from './store.ts';
import type { WaitingRoom } from './waiting.ts';

/** What an item is called and says now. */
export interface ItemWords {
  readonly number: string;
  readonly title: string;
  readonly section: string;
  readonly text: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
}

/**
 * Whether every word of the page that is not on the server is committed here: `kept`, also where there is none;
 * `writing` for a moment; `failed` where this device takes nothing, and the words are in the page only.
 */
export type DeviceState = 'kept' | 'writing' | 'failed';

/** What an earlier page of the same person left in the room. */
export interface LeftBehind {
  readonly updates: readonly Uint8Array[];
  /** Ids of the items (and names of the preambles) they touch. */
  readonly items: readonly string[];
}

export interface KeeperOptions {
  readonly store: DeviceStore;
  readonly person: string;
  readonly place: Place;
  /** Name of this opening of the page; never met twice. */
  readonly page: string;
  /** What an item says now; null where it is not there. */
  readonly describe: (item: string) => ItemWords | null;
  /** Everything that this page does not know to be on the server, as one update. */
  readonly unsaved: () => Uint8Array | null;
  readonly now: () => number;
}

/** What is written within a frame is one transaction, in milliseconds. */
const FRAME = 16;
/** What the server has is forgotten a little later, together, in milliseconds: it would only be sent twice. */
const LATER = 1_000;
/** Pause before a device that took nothing is tried again, in milliseconds. */
const AGAIN = 5_000;
/** So many records of one page are put together into one. */
const MANY = 200;
interface Row {
  readonly key: number;
  /** Place of its last update in `KeptEdits`: it may go once that is on the server's disk. */
  readonly last: number;
}

export class Keeper {
  readonly state = new Signal<DeviceState>('kept');
  readonly #options: KeeperOptions;
  readonly #name: PageName;
  /** Not written yet, and on the way to the device. */
  #pending: { readonly update: Uint8Array; readonly place: number }[] = [];
  #writing: readonly { readonly update: Uint8Array; readonly place: number }[] = [];
  #rows: Row[] = [];
  /** Of earlier pages, waiting with the place they were given here. */
  #left: readonly StoredUpdate[] = [];
  #leftPlace = Number.POSITIVE_INFINITY;
  #waitingFrom = 0;
  readonly #before = new Map<string, string>();
  readonly #touched = new Set<string>();
  #settled = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #timerIsLate = false;
  #inFlight = 0;
  #gone = false;

  constructor(options: KeeperOptions) {
    this.#options = options;
    const { person, place, page } = options;
    this.#name = { person, room: roomName(place), page };
  }

  /** `roomName` of the room. */
  get room(): string {
    return this.#name.room;
  }

  /** What earlier pages of this person left here and this page may send; nothing where the device does not answer. */
  async leftBehind(): Promise<LeftBehind> {
    const { person, room } = this.#name;
    try {
      const waiting = await inTime(this.#options.store.ofRoom(person, room));
      this.#left = waiting.updates.filter(({ grammar }) => grammar === GRAMMAR);
      const pages = new Set(this.#left.map(({ page }) => page));
      const items = waiting.words.filter(({ page }) => pages.has(page)).map(({ item }) => item);
      return { updates: this.#left.map(({ update }) => update), items: [...new Set(items)] };
    } catch {
      this.state.set('failed');
      return { updates: [], items: [] };
    }
  }

  /** Where in `KeptEdits` that which was left behind stands now. */
  took(place: number): void {
    this.#leftPlace = place;
  }

  /** An item is about to be unsent: what it said before. Asked for once, until it is on the server's disk. */
  touches(item: string, before: () => string): void {
    if (!this.#before.has(item)) this.#before.set(item, before());
  }

  /** This page changed these items; `place` as `KeptEdits` gave it. */
  wrote(update: Uint8Array, place: number, items: Iterable<string>): void {
    this.#pending.push({ update, place });
    for (const item of items) this.#touched.add(item);
    if (this.state.value === 'kept') this.state.set('writing');
    this.#soon(FRAME);
  }

  /** Everything before `waitingFrom` is on the server's disk; `unsaved` names the items that still carry other words. */
  onDisk(waitingFrom: number, unsaved: readonly string[]): void {
    if (waitingFrom === this.#waitingFrom) return;
    this.#waitingFrom = waitingFrom;
    const still = new Set(unsaved);
    for (const item of this.#before.keys()) {
      if (still.has(item)) continue;
      this.#before.delete(item);
      this.#touched.delete(item);
      this.#settled.add(item);
    }
    this.#pending = this.#pending.filter(({ place }) => place >= waitingFrom);
    this.#look();
    if (this.#pending.length > 0) this.#soon(FRAME);
    else if (this.#rows.length + this.#left.length > 0) this.#soon(LATER);
  }

  /** Writes at once what is not written yet; resolves when that is committed or could not be. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#inFlight++;
    try {
      await this.#write();
    } finally {
      this.#inFlight--;
      this.#look();
    }
  }

  /** What this page wrote and the device did not take, as far as the server does not have it; null where there is nothing. */
  get inPage(): WaitingRoom | null {
    const update = merged([...this.#writing, ...this.#pending]);
    if (!update) return null;
    const { place, now } = this.#options;
    const at = now();
    return {
      room: this.room,
      place,
      updates: [{ ...this.#name, grammar: GRAMMAR, update, place, at, key: null }],
      words: [...this.#before.keys()].flatMap((item) => this.#words(item, at)),
    };
  }

  /** Its person leaves the device: what is not written never will be. */
  abandon(): void {
    this.#gone = true;
    this.#pending = [];
    this.#touched.clear();
    clearTimeout(this.#timer);
  }

  /** The page goes away: what is not written goes out now, and nothing is tried again. */
  destroy(): void {
    this.#gone = true;
    void this.flush();
  }

  /** Writes within so many milliseconds, one transaction after the other. */
  #soon(ms: number): void {
    if (this.#timer !== undefined && !(this.#timerIsLate && ms < LATER)) return;
    clearTimeout(this.#timer);
    this.#timerIsLate = ms >= LATER;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#inFlight > 0) this.#soon(FRAME);
      else void this.flush();
    }, ms);
  }

  /** « Kept » is said when nothing is left to write, and not before. */
  #look(): void {
    if (this.#pending.length === 0 && this.#inFlight === 0) this.state.set('kept');
  }

  async #write(): Promise<void> {
    const pending = this.#pending;
    const touched = [...this.#touched];
    const settled = [...this.#settled];
    const waiting = this.#waitingFrom;
    const doneRows = this.#rows.filter(({ last }) => last < waiting);
    const doneLeft = this.#leftPlace < waiting ? this.#left : [];
    const change = this.#change(pending, touched, settled, doneRows, doneLeft);
    this.#pending = [];
    this.#touched.clear();
    this.#settled = new Set();
    if (!change) return;
    const waited = this.#rows.length + this.#left.length > 0;
    this.#writing = pending;
    // A device that does not answer may still do so: what is said of it is so only until then.
    const slow = setTimeout(() => {
      if (pending.length > 0) this.state.set('failed');
    }, PATIENCE);
    try {
      const keys = await this.#options.store.write(change);
      const gone = new Set(change.forget);
      this.#rows = this.#rows.filter(({ key }) => !gone.has(key));
      const last = pending.at(-1)?.place ?? -1;
      for (const key of keys) this.#rows.push({ key, last });
      this.#left = this.#left.filter(({ key }) => !gone.has(key));
      if (waited !== this.#rows.length + this.#left.length > 0) tellDevice({ changed: true });
    } catch {
      // Tried again: the words themselves are in `KeptEdits` all the while.
      this.#pending = [...pending, ...this.#pending].filter(
        ({ place }) => place >= this.#waitingFrom,
      );
      for (const item of touched) this.#touched.add(item);
      for (const item of settled) this.#settled.add(item);
      if (this.#pending.length > 0) this.state.set('failed');
      if (!this.#gone) this.#soon(AGAIN);
    } finally {
      clearTimeout(slow);
      this.#writing = [];
    }
  }

  #change(
    pending: readonly { readonly update: Uint8Array; readonly place: number }[],
    touched: readonly string[],
    settled: readonly string[],
    doneRows: readonly Row[],
    doneLeft: readonly StoredUpdate[],
  ): DeviceChange | null {
    const { unsaved, place, now } = this.#options;
    const at = now();
    const forget = [...doneRows, ...doneLeft].map(({ key }) => key);
    const compact = pending.length > 0 && this.#rows.length - doneRows.length >= MANY;
    const update = compact ? unsaved() : merged(pending);
    if (compact) forget.push(...this.#rows.map(({ key }) => key));
    const updates: KeptUpdate[] = update
      ? [{ ...this.#name, grammar: GRAMMAR, update, place, at }]
      : [];
    const words = touched.flatMap((item) => this.#words(item, at));
    const pages = new Set(doneLeft.map(({ page }) => page));
    if (doneRows.length > 0) pages.add(this.#name.page);
    if (updates.length === 0 && forget.length === 0) return null;
    return {
      updates,
      words,
      forget: [...new Set(forget)],
      forgetWords: settled.map((item) => ({ ...this.#name, item })),
      forgetPages: [...pages].map((page) => ({ ...this.#name, page })),
    };
  }

  #words(item: string, at: number): KeptWords[] {
    const described = this.#options.describe(item);
    if (!described) return [];
    const { text, ...names } = described;
    const before = this.#before.get(item) ?? '';
    return [{ ...this.#name, item, place: this.#options.place, ...names, before, after: text, at }];
  }
}

function merged(pending: readonly { readonly update: Uint8Array }[]): Uint8Array | null {
  if (pending.length === 0) return null;
  return Y.mergeUpdates(pending.map(({ update }) => update));
}
