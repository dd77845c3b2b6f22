// The threads of a room in an open page: asked for when they change, found in the living text, and what one writes in them.
import type * as Y from 'yjs';
import type { Named } from '#core/deliberation/mentions.ts';
import { locateAnchor, makeAnchor, type WordsPlace } from '#core/document/anchor.ts';
import { type FlatWords, flatWords, spokenWords } from '#core/document/flat-words.ts';
import type { CommentThread } from '#server/context.ts';
import { newItemId } from '../editor/live/ids.ts';
import type { RoomView } from '../editor/live/room-view.ts';
import { Signal } from '../editor/live/signal.ts';
import type { CommentAnswer, CommentValues } from './acting.ts';
import { selectedWords } from './selection.ts';

/** A thread, and where it is in this page's text. */
export interface PlacedThread extends CommentThread {
  /** The item or preamble that it stands at; null where it is detached. */
  readonly at: string | null;
  /** Its words; null for an item as a whole, and where it is detached. */
  readonly words: WordsPlace | null;
}

/** A thread that is being started. */
export interface NewThread {
  /** Of the comment to be: what is sent twice is kept once. */
  readonly id: string;
  readonly item: string;
  readonly anchor: CommentThread['anchor'];
  readonly quote: string;
}

export interface LiveCommentsOptions {
  readonly doc: Y.Doc;
  readonly view: RoomView;
  readonly room: string;
  /** Resolves to null where the server cannot be asked. */
  readonly load: () => Promise<{
    threads: readonly CommentThread[];
    people: readonly Named[];
  } | null>;
  readonly send: (values: CommentValues) => Promise<CommentAnswer>;
  readonly mayComment: boolean;
}

/** Sixty pages that hear of a change at once do not ask at once. Milliseconds, of which a part is random. */
const GATHERING = 60;
const SPREAD = 400;
/** Before the places are looked for again after a change of the text. */
const LOOKING = 120;
/** How long words must have been found only by what they say before the server is asked to hold on to them. */
const HOLDING = 3_000;
const HOLDING_SPREAD = 4_000;

export class LiveComments {
  readonly threads = new Signal<readonly PlacedThread[]>([]);
  readonly people = new Signal<readonly Named[]>([]);
  /** Id of the thread one looks at, which stands beside its words. */
  readonly active = new Signal<string | null>(null);
  readonly starting = new Signal<NewThread | null>(null);
  readonly #options: LiveCommentsOptions;
  readonly #words = new Map<string, FlatWords>();
  readonly #stop: (() => void)[] = [];
  #asking: ReturnType<typeof setTimeout> | undefined;
  #looking: ReturnType<typeof setTimeout> | undefined;
  #holding: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  #ended = false;

  constructor(options: LiveCommentsOptions) {
    this.#options = options;
    const { view } = options;
    this.#stop.push(
      view.subscribeTexts((id) => {
        this.#words.delete(id);
        this.#lookSoon();
      }),
      view.snapshot.subscribe(() => this.#lookSoon()),
    );
  }

  get mayComment(): boolean {
    return this.#options.mayComment;
  }

  /** Something was said somewhere: the threads are asked for, once for all that comes together. */
  changed(): void {
    this.#asking ??= setTimeout(() => void this.#load(), GATHERING + Math.random() * SPREAD);
  }

  /** Begins a thread at the words that are selected in an item, or at the item. */
  begin(item: string): void {
    if (!this.mayComment) return;
    const selected = selectedWords(document);
    const words = this.#wordsOf(item);
    const span = selected?.item === item ? selected : null;
    const anchor = words && span && makeAnchor(words, span);
    const quote = anchor && words && span ? spokenWords(words, span) : '';
    this.active.set(null);
    this.starting.set({ id: newItemId(), item, anchor: anchor ?? null, quote });
  }

  /** Sends an act; what comes back takes the place of what is shown. */
  async act(values: CommentValues): Promise<CommentAnswer> {
    const answer = await this.#options.send({ ...values, room: this.#options.room });
    if (answer.ok) this.#took(answer.thread);
    return answer;
  }

  destroy(): void {
    this.#ended = true;
    clearTimeout(this.#asking);
    clearTimeout(this.#looking);
    clearTimeout(this.#holding);
    for (const stop of this.#stop) stop();
  }

  async #load(): Promise<void> {
    this.#asking = undefined;
    const asked = ++this.#asked;
    const loaded = await this.#options.load();
    // A later answer has come, or the page is gone.
    if (!loaded || this.#ended || asked !== this.#asked) return;
    this.people.set(loaded.people);
    this.#show(loaded.threads);
  }

  #took(thread: CommentThread): void {
    // What was asked before this act does not know of it.
    this.#asked += 1;
    const others = this.threads.value.filter(({ id }) => id !== thread.id);
    this.#show([...others, thread].sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1)));
    this.changed();
  }

  #show(threads: readonly CommentThread[]): void {
    const placed = threads.map((thread) => this.#place(thread));
    if (JSON.stringify(placed) !== JSON.stringify(this.threads.value)) this.threads.set(placed);
    this.#holdSoon();
  }

  #lookSoon(): void {
    if (this.threads.value.length === 0) return;
    this.#looking ??= setTimeout(() => {
      this.#looking = undefined;
      this.#show(this.threads.value);
    }, LOOKING);
  }

  #place(thread: CommentThread): PlacedThread {
    const { view, doc } = this.#options;
    const order = view.order();
    const words =
      thread.anchor &&
      locateAnchor(doc, thread.anchor, thread.item, order, (id) =>
        order.includes(id) ? this.#wordsOf(id) : null,
      );
    const whole = thread.anchor === null && order.includes(thread.item) ? thread.item : null;
    return { ...thread, at: words?.item ?? whole, words };
  }

  #wordsOf(id: string): FlatWords | null {
    const fragment = this.#options.view.fragment(id);
    const words = this.#words.get(id) ?? (fragment && flatWords(fragment));
    if (words) this.#words.set(id, words);
    return words;
  }

  #loose(): PlacedThread[] {
    return this.threads.value.filter(
      ({ words, item }) => words?.by === 'words' && words.item === item,
    );
  }

  /** Words that were written anew are held by their new characters, before somebody changes what they say. */
  #holdSoon(): void {
    if (!this.mayComment || this.#loose().length === 0) return;
    this.#holding ??= setTimeout(
      () => {
        this.#holding = undefined;
        // One at a time: with the answer the next is looked for.
        const [first] = this.#loose();
        if (first && !this.#ended) void this.act({ intent: 'reanchor', thread: first.id });
      },
      HOLDING + Math.random() * HOLDING_SPREAD,
    );
  }
}
