// The texts that are typed in: a section of items as an import makes it, keystrokes inside them, a long recorded writing.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as Y from 'yjs';
import { z } from 'zod';
import { seedRoom } from '#core/document/interchange.ts';
import { textOf } from '#core/document/room.ts';
import { templateOf } from '#core/framework/templates.ts';
import { random, words } from './random.ts';

export const TEMPLATE = 'job-reference';
export const ROOM = 'missions';
export const ITEMS = 60;

/** Yjs clients: who brought the base, and the first of those who type. */
const BASE_CLIENT = 1;
export const FIRST_TYPIST = 1000;

export interface Base {
  readonly update: Uint8Array;
  readonly vector: Uint8Array;
  /** Clock that a replica with all of it has for the client that wrote it. */
  readonly clock: number;
}

/** A room of so many items, each with a title and paragraphs of so many words. */
export function baseText(wordsEach = 60, { items: count = ITEMS, paragraphs = 1 } = {}): Base {
  const next = random(1);
  const doc = new Y.Doc();
  doc.clientID = BASE_CLIENT;
  const template = templateOf(TEMPLATE);
  if (!template) throw new Error(`no template ${TEMPLATE}`);
  const items = Array.from({ length: count }, (_, index) => ({
    id: itemId(index),
    kind: 'mission',
    title: words(next, 4),
    body: Array.from({ length: paragraphs }, () => words(next, wordsEach)).join('\n\n'),
  }));
  doc.transact(() => seedRoom(doc, template, ROOM, [{ key: ROOM, items }], next));
  return {
    update: Y.encodeStateAsUpdate(doc),
    vector: Y.encodeStateVector(doc),
    clock: Y.getState(doc.store, BASE_CLIENT),
  };
}

/** Clock that the base's writer has in a replica. */
export function baseClock(doc: Y.Doc): number {
  return Y.getState(doc.store, BASE_CLIENT);
}

function itemId(index: number): string {
  return `item-${index}`;
}

function paragraphOf(doc: Y.Doc, index: number): Y.XmlText {
  const paragraph = textOf(doc, itemId(index % ITEMS))
    ?.toArray()
    .findLast((child) => child instanceof Y.XmlElement && child.nodeName === 'paragraph');
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error(`item ${index} has no paragraph`);
  return text;
}

/**
 * `count` keystrokes of typist `index` inside item `index` of the base, one update (V1) each, `size` characters
 * at a time. Its Yjs client is `FIRST_TYPIST + index`, its clocks begin at 0.
 */
export function keystrokes(base: Base, index: number, count: number, size = 1): Uint8Array[] {
  const next = random(7000 + index);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, base.update);
  doc.clientID = FIRST_TYPIST + index;
  const text = paragraphOf(doc, index);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  let at = Math.floor(next() * text.length);
  for (let i = 0; i < count; i++) {
    text.insert(at, words(next, size).slice(0, size));
    at += size;
  }
  doc.destroy();
  return updates;
}

/** One update that types `bytes` characters at once into the first item. */
export function longPaste(base: Base, client: number, bytes: number): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, base.update);
  doc.clientID = client;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  paragraphOf(doc, 0).insert(0, 'y'.repeat(bytes));
  doc.destroy();
  return updates[0] ?? new Uint8Array();
}

export interface Recording {
  readonly base: Base;
  /** One update (V1) a keystroke. */
  readonly updates: readonly Uint8Array[];
  readonly end: string;
  /** Bytes of the whole text as one update of each format. */
  readonly v1Bytes: number;
  readonly v2Bytes: number;
}

export const RECORDED_CLIENT = 5;

/**
 * The keystrokes by which a paper of 104,852 characters was written, all 259,778 of them, inside one item.
 * Source: the editing trace of M. Kleppmann's "Automerge paper", the B4 of the CRDT benchmarks.
 */
export function recordedWriting(): Recording {
  const file = new URL('../data/automerge-paper.json.gz', import.meta.url);
  const trace = z
    .object({
      endContent: z.string(),
      txns: z.array(z.object({ patches: z.array(z.tuple([z.int(), z.int(), z.string()])) })),
    })
    .parse(JSON.parse(gunzipSync(readFileSync(file)).toString()));
  const base = baseText(1);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, base.update);
  doc.clientID = RECORDED_CLIENT;
  const text = paragraphOf(doc, 0);
  text.delete(0, text.length);
  const first = { ...base, update: Y.encodeStateAsUpdate(doc) };
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (const { patches } of trace.txns) {
    for (const [at, deleted, inserted] of patches) {
      doc.transact(() => {
        if (deleted > 0) text.delete(at, deleted);
        if (inserted !== '') text.insert(at, inserted);
      });
    }
  }
  return {
    base: first,
    updates,
    end: trace.endContent,
    v1Bytes: Y.encodeStateAsUpdate(doc).length,
    v2Bytes: Y.encodeStateAsUpdateV2(doc).length,
  };
}

/** What the recorded writing has become in a replica; null where its item is not there yet. */
export function writtenText(doc: Y.Doc): string | null {
  try {
    return paragraphOf(doc, 0).toString();
  } catch {
    return null;
  }
}
