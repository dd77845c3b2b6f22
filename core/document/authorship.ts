// Who wrote what: whose the characters of a living text are, told from the Yjs client ids they were written under.
import * as Y from 'yjs';
import { itemsOf, preambleOf, readTrees, textOf } from './room.ts';
import { preambleName } from './wire.ts';

/** Whose a Yjs client id of a room is. */
export interface Writer {
  readonly client: number;
  /** Account, token or guest. */
  readonly actorId: string;
  /** The member organisation it wrote for at the time; null for none. */
  readonly organisationId: string | null;
  /**
   * Not known to be its own: it came among others' words (a browser that had more than a server restored from an
   * older backup). Whoever writes on under this id takes it over.
   */
  readonly brought: boolean;
  /**
   * A backup was restored since this person wrote here: others' browsers may hold words of theirs that the server has
   * not any more. Absent for no.
   */
  readonly restored?: boolean;
}

/** Characters `clock` to `clock + length - 1` of one client id, first written under the client id `author`. */
export interface CarriedRun {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
  readonly author: number;
}

/** What is kept of who wrote in a room. */
export interface Authorship {
  readonly writers: readonly Writer[];
  readonly carried: readonly CarriedRun[];
}

export const NO_AUTHORSHIP: Authorship = { writers: [], carried: [] };

/** The same as a table to look things up in; grows while the room lives. */
export class Authors {
  readonly #writers = new Map<number, Writer>();
  /** By client id, in the order of their clocks; they do not overlap. */
  readonly #carried = new Map<number, CarriedRun[]>();

  constructor({ writers, carried }: Authorship) {
    this.add({ writers, carried });
  }

  add({ writers, carried }: Authorship): void {
    for (const writer of writers) {
      const known = this.#writers.get(writer.client);
      if (!known || replaces(writer, known)) this.#writers.set(writer.client, writer);
    }
    for (const run of carried) {
      const runs = this.#carried.get(run.client) ?? [];
      const at = firstAfter(runs, run.clock);
      const before = runs[at - 1];
      if (before && before.clock + before.length > run.clock) continue;
      runs.splice(at, 0, run);
      this.#carried.set(run.client, runs);
    }
  }

  /** Whose the client id is; undefined where nobody wrote under it since this is kept. */
  writer(client: number): Writer | undefined {
    return this.#writers.get(client);
  }

  /** The client id under which this character was first written, and how many after it were first written alike. */
  origin(client: number, clock: number): { author: number; length: number } {
    const runs = this.#carried.get(client);
    if (!runs) return { author: client, length: Number.POSITIVE_INFINITY };
    const next = firstAfter(runs, clock);
    const run = runs[next - 1];
    if (run && clock < run.clock + run.length) {
      return { author: run.author, length: run.clock + run.length - clock };
    }
    const until = runs[next]?.clock ?? Number.POSITIVE_INFINITY;
    return { author: client, length: until - clock };
  }
}

/** Whether what is said of a client id takes the place of what was known of it: its own person is, once known, for ever. */
export function replaces(writer: Writer, known: Writer): boolean {
  if (known.brought) return !writer.brought;
  return known.restored === true && !writer.restored && writer.actorId === known.actorId;
}

/** Index of the first run that begins after `clock`. */
function firstAfter(runs: readonly CarriedRun[], clock: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run && run.clock <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many characters of a text are of one person (and the organisation at the time); actor '' where it is not known. */
export interface Share {
  readonly actorId: string;
  readonly organisationId: string | null;
  /** As JavaScript counts them (UTF-16). */
  readonly characters: number;
}

/** The shares of one item's text, or, where `item` is null, of the words before the first item. */
export interface TextAuthorship {
  readonly section: string;
  readonly item: string | null;
  readonly shares: readonly Share[];
}

/**
 * Whose the characters of the living text are, by item; items in the bin are left out. `sections` are the keys of
 * the sections in the room. Never throws and never writes, whatever the document holds.
 */
export function authorship(
  doc: Y.Doc,
  sections: readonly string[],
  authors: Authors,
): TextAuthorship[] {
  const items = itemsOf(doc);
  return readTrees(doc, sections).flatMap(({ key, nodes }): TextAuthorship[] => {
    const preamble = preambleOf(doc, preambleName(key, sections.length));
    const ids = nodes.flatMap(function all(node): string[] {
      return [node.id, ...node.children.flatMap(all)];
    });
    const texts = ids
      .filter((id) => items.has(id))
      .map((id) => ({ section: key, item: id, shares: sharesOf(textOf(doc, id), authors) }));
    return [{ section: key, item: null, shares: sharesOf(preamble, authors) }, ...texts];
  });
}

/** One list out of many, the greatest share first. */
export function addShares(lists: readonly (readonly Share[])[]): Share[] {
  const sums = new Map<string, Share>();
  for (const { actorId, organisationId, characters } of lists.flat()) {
    const key = JSON.stringify([actorId, organisationId]);
    const before = sums.get(key)?.characters ?? 0;
    sums.set(key, { actorId, organisationId, characters: before + characters });
  }
  return [...sums.values()].sort(
    (a, b) => b.characters - a.characters || (a.actorId < b.actorId ? -1 : 1),
  );
}

function sharesOf(fragment: Y.XmlFragment | null, authors: Authors): Share[] {
  const counts = new Map<number, number>();
  for (const { client, clock, length } of fragment ? livingStrings(fragment) : []) {
    for (let at = 0; at < length; ) {
      const origin = authors.origin(client, clock + at);
      const same = Math.min(origin.length, length - at);
      counts.set(origin.author, (counts.get(origin.author) ?? 0) + same);
      at += same;
    }
  }
  const shares = [...counts].map(([client, characters]): Share => {
    const writer = authors.writer(client);
    const organisationId = writer?.organisationId ?? null;
    return { actorId: writer?.actorId ?? '', organisationId, characters };
  });
  return addShares([shares]);
}

/** Where the living characters of a text were written, in their order. */
function* livingStrings(
  parent: Y.XmlFragment | Y.XmlText,
): Generator<{ client: number; clock: number; length: number }> {
  for (let item = parent._start; item; item = item.right) {
    if (item.deleted) continue;
    if (item.content instanceof Y.ContentString) {
      yield { client: item.id.client, clock: item.id.clock, length: item.length };
    } else if (item.content instanceof Y.ContentType) {
      const { type } = item.content;
      if (type instanceof Y.XmlFragment || type instanceof Y.XmlText) yield* livingStrings(type);
    }
  }
}
