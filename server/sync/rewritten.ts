// Finds the words that an update takes out and writes anew, as an editor does that joins, splits or lists a paragraph.
import * as Y from 'yjs';
import { type Deletes, holds } from './updates.ts';

/** Fewer characters in a row are no words written anew, unless they are all that stands there anew. */
const LEAST = 8;
/** A greater rebuilding (a whole text replaced) is not looked through. Characters. */
const MOST = 2_000_000;

/** Characters in a row, and for each the Yjs id that it had or has. */
interface Passage {
  text: string;
  readonly ids: { readonly client: number; readonly clock: number }[];
}

/** Characters that were taken out as `from` and stand anew as `to`, one after the other in both. */
export interface RewrittenCharacter {
  readonly from: CharacterId;
  readonly to: CharacterId;
}

export interface CharacterId {
  readonly client: number;
  readonly clock: number;
}

/**
 * To be called after the transaction of a client's update and before anything is collected; `said` is what it deletes.
 * An answer to a step 1 says that of everything dead (`isAnswer`): then only what dies with it counts.
 */
export function findRewritten(
  transaction: Y.Transaction,
  said: Deletes,
  isAnswer: boolean,
): RewrittenCharacter[] {
  const written = passages(writtenTexts(transaction), (item) => isNew(transaction, item));
  if (written.every((passage) => passage.text.length < 2)) return [];
  const died = transaction.deleteSet.clients;
  const taken = passages(takenTexts(transaction.doc, said), (item, clock) => {
    const { client } = item.id;
    const before = transaction.beforeState.get(client) ?? 0;
    if (clock >= before || !holds(said.get(client), clock)) return false;
    return !isAnswer || holds(died.get(client), clock);
  });
  const source = new Source(taken);
  return source.isEmpty ? [] : written.flatMap((passage) => rewrittenInto(passage, source));
}

/** What comes into a paragraph that is dead here counts too: the rescue will write it once more. */
function isNew(transaction: Y.Transaction, item: Y.Item): boolean {
  return item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0);
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

  constructor(taken: readonly Passage[]) {
    let text = '';
    for (const passage of taken) {
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
    const whole = from === 0 && text.length > 1 ? this.#text.indexOf(text) : -1;
    if (whole >= 0) return { at: whole, length: text.length };
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

function rewrittenInto(passage: Passage, source: Source): RewrittenCharacter[] {
  const found: RewrittenCharacter[] = [];
  for (let at = 0; at < passage.text.length; ) {
    const match = source.find(passage.text, at);
    for (let i = 0; match && i < match.length; i++) {
      const from = source.idAt(match.at + i);
      const to = passage.ids[at + i];
      if (from && to) found.push({ from, to });
    }
    at += match?.length ?? 1;
  }
  return found;
}
