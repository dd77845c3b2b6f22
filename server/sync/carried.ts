// Finds the words that an update takes out and writes anew, as an editor does that joins, splits or lists a
// paragraph: they stay whose they were.
import * as Y from 'yjs';
import type { Authors, CarriedRun } from '#core/document/authorship.ts';
import type { DeadWords } from './dead-words.ts';
import { type Deletes, holds } from './updates.ts';

/** Fewer characters in a row are no words of somebody else written anew, unless they are all that was taken out. */
const LEAST = 8;
/** A greater rebuilding (a whole text replaced) is not looked through. Characters. */
const MOST = 2_000_000;

/** Characters in a row, and for each the Yjs id that it had or has. */
interface Passage {
  text: string;
  readonly ids: { readonly client: number; readonly clock: number }[];
}

/** To be called after the transaction of a client's update and before anything is collected; `said` is what it deletes. */
export function findCarried(
  transaction: Y.Transaction,
  said: Deletes,
  authors: Authors,
): CarriedRun[] {
  const written = passages(writtenTexts(transaction), (item) => isNew(transaction, item));
  if (written.every((passage) => passage.text.length < 2)) return [];
  const died = transaction.deleteSet.clients;
  const taken = passages(takenTexts(transaction.doc, said), (item, clock) => {
    const { client } = item.id;
    const before = transaction.beforeState.get(client) ?? 0;
    return clock < before && holds(said.get(client), clock) && holds(died.get(client), clock);
  });
  const source = new Source(taken);
  if (source.isEmpty) return [];
  return written.flatMap((passage) => carriedInto(passage, source, authors));
}

function isNew(transaction: Y.Transaction, item: Y.Item): boolean {
  const before = transaction.beforeState.get(item.id.client) ?? 0;
  return !item.deleted && item.id.clock >= before;
}

function writtenTexts(transaction: Y.Transaction): Set<Y.XmlText> {
  const texts = new Set<Y.XmlText>();
  for (const [client, after] of transaction.afterState) {
    const before = transaction.beforeState.get(client) ?? 0;
    if (after > before) collect(transaction.doc, client, before, after, texts);
  }
  return texts;
}

function takenTexts(doc: Y.Doc, said: Deletes): Set<Y.XmlText> {
  const texts = new Set<Y.XmlText>();
  for (const [client, runs] of said) {
    for (const { clock, len } of runs) collect(doc, client, clock, clock + len, texts);
  }
  return texts;
}

/** Adds the texts that hold strings among these characters. */
function collect(doc: Y.Doc, client: number, from: number, to: number, texts: Set<Y.XmlText>) {
  const structs = doc.store.clients.get(client);
  if (!structs || from >= Y.getState(doc.store, client)) return;
  for (let i = Y.findIndexSS(structs, from); i < structs.length; i++) {
    const struct = structs[i];
    if (!struct || struct.id.clock >= to) break;
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
    if (struct.parent instanceof Y.XmlText) texts.add(struct.parent);
  }
}

function passages(
  texts: ReadonlySet<Y.XmlText>,
  belongs: (item: Y.Item, clock: number) => boolean,
): Passage[] {
  const found: Passage[] = [];
  let left = MOST;
  for (const text of texts) {
    let passage: Passage | null = null;
    for (let item = text._start; item; item = item.right) {
      if (!(item.content instanceof Y.ContentString)) continue;
      const { str } = item.content;
      for (let at = 0; at < str.length; at++) {
        const clock = item.id.clock + at;
        if (!belongs(item, clock)) {
          // What died earlier stands between without parting; what lives there parts.
          if (!item.deleted) passage = null;
          continue;
        }
        if (left-- <= 0) return [];
        if (!passage) {
          passage = { text: '', ids: [] };
          found.push(passage);
        }
        passage.text += str[at] ?? '';
        passage.ids.push({ client: item.id.client, clock });
      }
    }
  }
  return found;
}

/** What was taken out, to find words in. */
class Source {
  readonly #text: string;
  readonly #ids: ({ client: number; clock: number } | null)[] = [];
  /** Where each row of LEAST characters stands first. */
  readonly #grams = new Map<string, number>();
  /** Where each whole passage stands. */
  readonly #whole = new Map<string, number>();

  constructor(taken: readonly Passage[]) {
    let text = '';
    for (const passage of taken) {
      this.#whole.set(passage.text, text.length);
      text += `${passage.text}\0`;
      this.#ids.push(...passage.ids, null);
    }
    this.#text = text;
    for (let at = 0; at + LEAST <= text.length; at++) {
      const gram = text.slice(at, at + LEAST);
      if (!gram.includes('\0') && !this.#grams.has(gram)) this.#grams.set(gram, at);
    }
  }

  get isEmpty(): boolean {
    return this.#text.length < 3;
  }

  /** The longest row of characters of `text` from `from` that was taken out, and where it stood. */
  find(text: string, from: number): { at: number; length: number } | null {
    const whole = from === 0 ? this.#whole.get(text) : undefined;
    if (whole !== undefined && text.length > 1) return { at: whole, length: text.length };
    const at = this.#grams.get(text.slice(from, from + LEAST));
    if (at === undefined || from + LEAST > text.length) return null;
    let length = LEAST;
    while (from + length < text.length && this.#text[at + length] === text[from + length]) length++;
    return { at, length };
  }

  idAt(at: number): { client: number; clock: number } | null {
    return this.#ids[at] ?? null;
  }
}

function carriedInto(passage: Passage, source: Source, authors: Authors): CarriedRun[] {
  const runs: { client: number; clock: number; length: number; author: number }[] = [];
  for (let from = 0; from < passage.text.length; ) {
    const match = source.find(passage.text, from);
    for (let i = 0; match && i < match.length; i++) {
      const was = source.idAt(match.at + i);
      const to = passage.ids[from + i];
      if (!was || !to) continue;
      const { author } = authors.origin(was.client, was.clock);
      // Nothing is to be kept of one's own words written anew.
      if (author === to.client || isSamePerson(authors, author, to.client)) continue;
      const last = runs.at(-1);
      const follows = last?.client === to.client && last.clock + last.length === to.clock;
      if (last && follows && last.author === author) last.length++;
      else runs.push({ ...to, length: 1, author });
    }
    from += match?.length ?? 1;
  }
  return runs;
}

function isSamePerson(authors: Authors, a: number, b: number): boolean {
  const one = authors.writer(a);
  const other = authors.writer(b);
  return (
    one !== undefined &&
    one.actorId === other?.actorId &&
    one.organisationId === other.organisationId
  );
}

/**
 * Whose the words are that the server just put back, in the order of `words`: `hand` is the client id it writes
 * under, `from` the clock before it did.
 */
export function rescuedRuns(
  doc: Y.Doc,
  hand: number,
  from: number,
  words: readonly Pick<DeadWords, 'text' | 'writers'>[],
  authors: Authors,
): CarriedRun[] {
  const clocks: number[] = [];
  const structs = doc.store.clients.get(hand) ?? [];
  for (const struct of structs) {
    if (struct.id.clock + struct.length <= from || !(struct instanceof Y.Item)) continue;
    if (!(struct.content instanceof Y.ContentString)) continue;
    for (
      let clock = Math.max(from, struct.id.clock);
      clock < struct.id.clock + struct.length;
      clock++
    )
      clocks.push(clock);
  }
  const ids = words.flatMap((dead) => dead.writers);
  // Were something else written than the words alone, nobody could say which character is whose.
  if (clocks.length !== ids.length) return [];
  const runs: { client: number; clock: number; length: number; author: number }[] = [];
  for (const [i, clock] of clocks.entries()) {
    const id = ids[i];
    if (!id) continue;
    const { author } = authors.origin(id.client, id.clock);
    const last = runs.at(-1);
    if (last?.author === author && last.clock + last.length === clock) last.length++;
    else runs.push({ client: hand, clock, length: 1, author });
  }
  return runs;
}
