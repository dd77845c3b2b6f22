// Puts words that nobody deleted back where they belong: beside the copy of what stood around them, else as a paragraph.
import * as Y from 'yjs';
import { noteRecovered } from '#core/document/recovered.ts';
import { countBefore, type DeadWords } from './dead-words.ts';
import type { CharacterRun, PutBackRun, PutBackRuns } from './put-back-runs.ts';
import type { CharacterId } from './rewritten.ts';

/** Origin of the transaction in which words are put back. */
export const RESCUE = 'rescue';

/** Halves of pairs of code units that were cut apart: on its way to disk and to others each becomes that sign. */
const HALVES = /\p{Surrogate}/gu;

/** How much of what stood beside is looked for, longest first. Characters. */
const CONTEXTS = [12, 6, 3];

interface Spot {
  readonly text: Y.XmlText;
  readonly at: number;
}

/**
 * Puts all `words` back in one transaction, and notes in `runs` which characters now stand for which. Returns those
 * that are new.
 */
export function putBack(doc: Y.Doc, words: readonly DeadWords[], runs: PutBackRuns): PutBackRun[] {
  const all: PutBackRun[] = [];
  doc.transact(() => {
    for (const one of words) {
      const dead = { ...one, text: one.text.replace(HALVES, '\ufffd') };
      const before = Y.getState(doc.store, doc.clientID);
      const spot = spotFor(doc, dead, runs);
      if (spot) spot.text.insert(spot.at, dead.text);
      else insertParagraph(doc, dead);
      const written = runsWritten(doc, before, dead);
      runs.note(written);
      all.push(...written);
    }
  }, RESCUE);
  return all;
}

/**
 * Takes characters back that were put back and stand for what somebody has deleted, or rebuilt elsewhere, himself.
 * Returns those that were still there.
 */
export function takeBack(doc: Y.Doc, runs: readonly PutBackRun[]): PutBackRun[] {
  if (runs.length === 0) return [];
  const taken: PutBackRun[] = [];
  doc.transact((transaction) => {
    for (const { from, to } of runs) {
      const end = to.clock + to.len;
      for (let clock = to.clock; clock < end; ) {
        const first = Y.getItem(doc.store, Y.createID(to.client, clock));
        // Collected: gone already.
        if (!(first instanceof Y.Item)) break;
        if (first.deleted) {
          clock = first.id.clock + first.length;
          continue;
        }
        const item = Y.getItemCleanStart(transaction, Y.createID(to.client, clock));
        const last = Math.min(end, item.id.clock + item.length);
        Y.getItemCleanEnd(transaction, doc.store, Y.createID(to.client, last - 1)).delete(
          transaction,
        );
        const len = last - clock;
        taken.push({
          from: { client: from.client, clock: from.clock + clock - to.clock, len },
          to: { client: to.client, clock, len },
        });
        clock = last;
      }
    }
  }, RESCUE);
  return taken;
}

/** The string just written is one struct until the transaction ends; marks around it may have come before it. */
function runsWritten(doc: Y.Doc, before: number, dead: DeadWords): PutBackRun[] {
  const structs = doc.store.clients.get(doc.clientID) ?? [];
  const written = structs.findLast(
    (struct) =>
      struct.id.clock >= before &&
      struct instanceof Y.Item &&
      struct.content instanceof Y.ContentString &&
      struct.length === dead.text.length,
  );
  if (!written) return [];
  let { clock } = written.id;
  return runsOf(dead.writers).map((from) => {
    const to = { client: doc.clientID, clock, len: from.len };
    clock += from.len;
    return { from, to, ...(dead.despite === undefined ? {} : { despite: dead.despite }) };
  });
}

function runsOf(ids: DeadWords['writers']): CharacterRun[] {
  const runs: CharacterRun[] = [];
  for (const { client, clock } of ids) {
    const last = runs.at(-1);
    if (last?.client === client && last.clock + last.len === clock) {
      runs[runs.length - 1] = { ...last, len: last.len + 1 };
    } else runs.push({ client, clock, len: 1 });
  }
  return runs;
}

/** Where no copy of what stood around them is found: a paragraph of their own, noted so that somebody looks at it. */
function insertParagraph(doc: Y.Doc, { fragment, index, text: words }: DeadWords): void {
  const text = new Y.XmlText(words);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [text]);
  fragment.insert(Math.min(index, fragment.length), [paragraph]);
  noteRecovered(doc, fragment, text);
}

function spotFor(doc: Y.Doc, dead: DeadWords, runs: PutBackRuns): Spot | null {
  const { stood, before, after, fragment } = dead;
  if (stood?.parent instanceof Y.XmlText && !stood.parent._item?.deleted) {
    return { text: stood.parent, at: countBefore(stood.parent, stood) };
  }
  // What stands for their very neighbours is surer than what reads like them, and that than what stands for others.
  const near = standing(doc, before.slice(0, 1), after.slice(0, 1), runs);
  if (near) return near;
  const living = texts(fragment).map(read);
  return copyOf(dead, living) ?? beside(dead, living) ?? standing(doc, before, after, runs);
}

/** Behind what stands for the nearest of `before`, else ahead of what stands for the nearest of `after`. */
function standing(
  doc: Y.Doc,
  before: readonly CharacterId[],
  after: readonly CharacterId[],
  runs: PutBackRuns,
): Spot | null {
  for (const [ids, behind] of [
    [before, 1],
    [after, 0],
  ] as const) {
    for (const neighbour of ids) {
      const id = runs.livingFor(doc, neighbour);
      const item = id && Y.getItem(doc.store, id);
      if (!id || !(item instanceof Y.Item) || !(item.parent instanceof Y.XmlText)) continue;
      const at = countBefore(item.parent, item) + id.clock - item.id.clock + behind;
      return { text: item.parent, at };
    }
  }
  return null;
}

/** The one text that reads exactly as the dead one did without the words. */
function copyOf(dead: DeadWords, living: readonly Reading[]): Spot | null {
  const whole = dead.left + dead.right;
  if (whole === '') return null;
  const copies = living.filter((reading) => reading.string === whole);
  const [copy] = copies;
  return copies.length === 1 && copy ? { text: copy.text, at: dead.left.length } : null;
}

/** After what stood before them, or before what stood after them, where that is found exactly once. */
function beside(dead: DeadWords, living: readonly Reading[]): Spot | null {
  for (const length of CONTEXTS) {
    if (dead.left.length >= length) {
      const found = once(living, dead.left.slice(-length));
      if (found) return { text: found.text, at: found.at + length };
    }
    if (dead.right.length >= length) {
      const found = once(living, dead.right.slice(0, length));
      if (found) return found;
    }
  }
  return null;
}

function once(living: readonly Reading[], wanted: string): Spot | null {
  let found: Spot | null = null;
  for (const { text, string } of living) {
    const at = string.indexOf(wanted);
    if (at < 0) continue;
    if (found || string.indexOf(wanted, at + 1) >= 0) return null;
    found = { text, at };
  }
  return found;
}

interface Reading {
  readonly text: Y.XmlText;
  readonly string: string;
}

/** The living string of a text, one unit for each that counts in its indexes. */
function read(text: Y.XmlText): Reading {
  let string = '';
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue;
    string +=
      item.content instanceof Y.ContentString ? item.content.str : '\ufffc'.repeat(item.length);
  }
  return { text, string };
}

function texts(parent: Y.XmlFragment): Y.XmlText[] {
  return parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child];
    return child instanceof Y.XmlElement ? texts(child) : [];
  });
}
