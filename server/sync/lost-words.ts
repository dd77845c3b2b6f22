// Finds words that came too late for their paragraph: not only is it deleted, its place is no longer kept either.
import * as Y from 'yjs';
import { PREAMBLE } from '#core/document/wire.ts';
import { type DeadWords, placeOf } from './dead-words.ts';
import { holds, type OpenedUpdate } from './updates.ts';

type Place = Pick<DeadWords, 'fragment' | 'index'>;

/** How far around a struct one that has a place is searched for among those of the same writer. */
const STEPS = 1_000;

/** What is deleted says only how long it was, be it longer than any text: so much of it is looked through. Units. */
const MOST_DELETED = 100_000;

/** Whether deleted things were collected from this document, so that what is typed into them has no place. */
export function holdsCollected(doc: Y.Doc): boolean {
  for (const structs of doc.store.clients.values()) {
    if (structs.some(isHollow)) return true;
  }
  return false;
}

/** What was deleted itself stays as a mark without content, what was in it is gone whole. */
function isHollow(struct: Y.Item | Y.GC): boolean {
  return struct instanceof Y.GC || struct.content instanceof Y.ContentDeleted;
}

/** One unit of a text that Yjs dropped; `char` is empty where it is a mark or an element. */
interface Unit {
  readonly client: number;
  readonly clock: number;
  readonly char: string;
  /** Had come before, and was put back then. */
  readonly isOld: boolean;
  /** New with this update and not deleted by it: lost, if nobody puts it back. */
  readonly isLost: boolean;
}

/** What can still be told of a text that is collected: the units of it that the update brings, in their order. */
interface Ghost {
  readonly units: Unit[];
  readonly place: Place;
  /** What the first of them was typed behind, and ahead of. */
  readonly before: readonly Y.ID[];
  readonly after: readonly Y.ID[];
}

/**
 * Words of an update, already applied, that Yjs dropped since what held them is collected: for the item they were in.
 * `before` says how far each writer of it had come before: what was there then had its life, and is not lost.
 */
export function findLostWords(
  doc: Y.Doc,
  update: OpenedUpdate,
  before: ReadonlyMap<number, number>,
): DeadWords[] {
  const ghosts = new Ghosts(doc);
  let left = MOST_DELETED;
  for (const struct of update.structs) {
    if (!(struct instanceof Y.Item)) continue;
    const { client } = struct.id;
    const end = struct.id.clock + struct.length;
    const known = before.get(client) ?? 0;
    // A browser sends what it typed in one piece with what had come before: only the rest is new.
    const first = Math.min(Math.max(struct.id.clock, known), end - 1);
    if (!isCollected(doc, Y.createID(client, first))) continue;
    const string = struct.content instanceof Y.ContentString ? struct.content.str : '';
    const deleted = update.deletes.get(client);
    const length = string === '' ? Math.min(struct.length, left) : struct.length;
    if (string === '') left -= length;
    const units = Array.from({ length }, (_, at) => {
      const clock = struct.id.clock + at;
      const isOld = clock < known;
      const isLost = !isOld && string !== '' && !holds(deleted, clock);
      return { client, clock, char: string[at] ?? '', isOld, isLost };
    });
    ghosts.add(struct, units);
  }
  return ghosts.all.flatMap(wordsOf);
}

/** Puts the structs of an update that have no place any more beside one another, as their origins say. */
class Ghosts {
  readonly all: Ghost[] = [];
  readonly #of = new Map<string, Ghost>();

  constructor(private readonly doc: Y.Doc) {}

  add(struct: Y.Item, units: readonly Unit[]): void {
    const left = struct.origin && this.#find(struct.origin);
    const right = struct.rightOrigin && this.#find(struct.rightOrigin);
    const beside = left ?? right;
    if (beside) {
      const at = left ? left.at + 1 : (right?.at ?? 0);
      beside.ghost.units.splice(at, 0, ...units);
      this.#remember(beside.ghost, units);
      return;
    }
    const holder = struct.parent instanceof Y.ID ? this.#find(struct.parent) : null;
    const place = holder?.ghost.place ?? placeNear(this.doc, struct);
    const before = struct.origin ? [struct.origin] : [];
    const after = struct.rightOrigin ? [struct.rightOrigin] : [];
    const ghost = { units: [...units], place, before, after };
    this.all.push(ghost);
    this.#remember(ghost, units);
  }

  #find(id: Y.ID): { ghost: Ghost; at: number } | null {
    const ghost = this.#of.get(key(id));
    if (!ghost) return null;
    const at = ghost.units.findIndex(
      (unit) => unit.client === id.client && unit.clock === id.clock,
    );
    return { ghost, at };
  }

  #remember(ghost: Ghost, units: readonly Unit[]): void {
    for (const unit of units) this.#of.set(key(unit), ghost);
  }
}

function key({ client, clock }: { client: number; clock: number }): string {
  return `${client} ${clock}`;
}

/** One piece for all that is lost between two units that had come before. */
function wordsOf({ units, place, before, after }: Ghost): DeadWords[] {
  const pieces: DeadWords[] = [];
  for (let from = 0; from < units.length; from++) {
    const old = units.findIndex((unit, at) => at >= from && unit.isOld);
    const to = old < 0 ? units.length : old;
    const lost = units.slice(from, to).filter((unit) => unit.isLost);
    if (lost.length > 0) {
      pieces.push({
        text: lost.map((unit) => unit.char).join(''),
        writers: lost.map(({ client, clock }) => ({ client, clock })),
        left: '',
        right: '',
        before: [...units.slice(0, from).reverse(), ...before],
        after: [...units.slice(to), ...after],
        ...place,
      });
    }
    from = to;
  }
  return pieces;
}

function isCollected(doc: Y.Doc, id: Y.ID): boolean {
  const structs = doc.store.clients.get(id.client);
  // What waits for its predecessors is not there yet.
  if (!structs || id.clock >= Y.getState(doc.store, id.client)) return false;
  return structs[Y.findIndexSS(structs, id.clock)] instanceof Y.GC;
}

/**
 * An element is written just before what it holds, by the same hand: so the nearest act that still has a place, by
 * whoever wrote what stood beside, tells the item; else the writer's own. Where nothing tells it any more, the words
 * stand before the items: in a wrong place they can be read and moved, lost ones cannot.
 */
function placeNear(doc: Y.Doc, struct: Y.Item): Place {
  const ids = [struct.parent, struct.origin, struct.rightOrigin].filter((id) => id instanceof Y.ID);
  for (const step of [-1, 1]) {
    const found = ids.map((id) => nearest(doc, id, step)).filter((one) => one !== null);
    const [best] = found.sort((a, b) => a.steps - b.steps);
    if (best) return best.place;
  }
  return nearest(doc, struct.id, -1)?.place ?? placeBeforeItems(doc);
}

/** The first struct with a place from that one on, back (-1) or forth (1) among those of the same writer. */
function nearest(doc: Y.Doc, id: Y.ID, step: number): { steps: number; place: Place } | null {
  const structs = doc.store.clients.get(id.client);
  if (!structs || id.clock >= Y.getState(doc.store, id.client)) return null;
  const from = Y.findIndexSS(structs, id.clock);
  for (let steps = 0; steps < STEPS; steps++) {
    const struct = structs[from + step * steps];
    if (!struct) return null;
    const place = struct instanceof Y.Item ? placeOf(struct) : null;
    if (place) return { steps, place };
  }
  return null;
}

function placeBeforeItems(doc: Y.Doc): Place {
  const name = [...doc.share.keys()].find((one) => one.startsWith(PREAMBLE)) ?? PREAMBLE;
  return { fragment: doc.getXmlFragment(name), index: 0 };
}
