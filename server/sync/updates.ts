// What an update says, looked at before it touches a document: whether it can be read, whether it brings anything.
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { isShallow, valuesOf } from './depth.ts';

export interface OpenedUpdate {
  readonly bytes: Uint8Array;
  readonly structs: readonly (Y.GC | Y.Item | Y.Skip)[];
  /** What its writer says is deleted, by Yjs client id. */
  readonly deletes: Deletes;
}

export type Deletes = ReadonlyMap<number, readonly Run[]>;

/** Clocks `clock` to `clock + len - 1` of one Yjs client; lists of runs are sorted and do not touch. */
export interface Run {
  readonly clock: number;
  readonly len: number;
}

/** An update without structs and deletions: no write. */
export function isEmptyUpdate(bytes: Uint8Array): boolean {
  return bytes.length === 2 && bytes[0] === 0 && bytes[1] === 0;
}

/**
 * Reads an update (V1) without applying it; null when it cannot be read or could break off half-way while
 * applied: Yjs applies in place, and what an exception leaves behind is neither the old text nor the new.
 */
export function openUpdate(bytes: Uint8Array): OpenedUpdate | null {
  try {
    const { structs, ds } = Y.decodeUpdate(bytes);
    if (!structs.every(standsAlone)) return null;
    const deletes = new Map<number, Run[]>();
    for (const [client, runs] of ds.clients) {
      if (!runs.every((run) => isCount(run.clock) && isCount(run.clock + run.len))) return null;
      deletes.set(client, joined(runs));
    }
    return { bytes, structs, deletes };
  } catch {
    return null;
  }
}

/** Yjs looks up, unchecked, what a struct says of its own client's past; it must be of the past. */
function standsAlone(struct: Y.GC | Y.Item | Y.Skip): boolean {
  const { client, clock } = struct.id;
  if (!isCount(client) || !isCount(clock + struct.length) || struct.length < 1) return false;
  if (!(struct instanceof Y.Item)) return true;
  if (!isShallow(valuesOf(struct.content))) return false;
  const refers = [struct.origin, struct.rightOrigin, struct.parent];
  return refers.every((id) => !(id instanceof Y.ID) || id.client !== client || id.clock < clock);
}

function isCount(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0;
}

/** Runs sorted and joined where they touch or overlap. */
export function joined(runs: readonly Run[]): Run[] {
  const sorted = runs.filter((run) => run.len > 0).sort((a, b) => a.clock - b.clock);
  const out: { clock: number; len: number }[] = [];
  for (const { clock, len } of sorted) {
    const last = out.at(-1);
    if (last && clock <= last.clock + last.len) {
      last.len = Math.max(last.len, clock + len - last.clock);
    } else {
      out.push({ clock, len });
    }
  }
  return out;
}

/** What is in `from` and not in `without`, by client; clients with nothing left are left out. */
export function difference(from: Deletes, without: Deletes): Map<number, Run[]> {
  const out = new Map<number, Run[]>();
  for (const [client, runs] of from) {
    const left = cut(runs, without.get(client) ?? []);
    if (left.length > 0) out.set(client, left);
  }
  return out;
}

function cut(runs: readonly Run[], holes: readonly Run[]): Run[] {
  const out: Run[] = [];
  let hole = 0;
  for (const run of runs) {
    const end = run.clock + run.len;
    let at = run.clock;
    while (at < end) {
      const next = holes[hole];
      if (!next || next.clock >= end) {
        out.push({ clock: at, len: end - at });
        break;
      }
      if (next.clock > at) out.push({ clock: at, len: next.clock - at });
      at = Math.max(at, next.clock + next.len);
      if (next.clock + next.len <= end) hole++;
      else break;
    }
  }
  return out;
}

/** Whether `runs` (sorted) hold `clock`. */
export function holds(runs: readonly Run[] | undefined, clock: number): boolean {
  if (!runs) return false;
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (!run) return false;
    if (clock < run.clock) high = middle - 1;
    else if (clock >= run.clock + run.len) low = middle + 1;
    else return true;
  }
  return false;
}

/** Whether `doc` already has everything that the update says: such an update is no write. */
export function bringsNothing(doc: Y.Doc, update: OpenedUpdate): boolean {
  for (const struct of update.structs) {
    if (struct instanceof Y.Skip) continue;
    if (struct.id.clock + struct.length > Y.getState(doc.store, struct.id.client)) return false;
  }
  for (const [client, runs] of update.deletes) {
    const structs = doc.store.clients.get(client);
    for (const run of runs) if (!structs || !allDeleted(structs, run)) return false;
  }
  return true;
}

/** How many clients a state vector says it names. Throws where it says nothing. */
export function clientsIn(vector: Uint8Array): number {
  return decoding.readVarUint(decoding.createDecoder(vector));
}

/** A Yjs client id under which an update brings something new. */
export interface BroughtClient {
  readonly client: number;
  /** Whether it follows on what is known, with nothing missing between. */
  readonly follows: boolean;
}

/** Yjs client ids under which the update brings something that `doc` has not. */
export function clientsBrought(doc: Y.Doc, update: OpenedUpdate): BroughtClient[] {
  const clients: BroughtClient[] = [];
  for (const struct of update.structs) {
    const { client, clock } = struct.id;
    // The structs of one client stand together.
    if (struct instanceof Y.Skip || client === clients.at(-1)?.client) continue;
    const known = Y.getState(doc.store, client);
    if (clock + struct.length > known) clients.push({ client, follows: clock <= known });
  }
  return clients;
}

/** Whether any part of the update is of one of these Yjs clients, hangs on what is, or deletes it. */
export function isOf(update: OpenedUpdate, clients: ReadonlySet<number>): boolean {
  if (clients.size === 0) return false;
  const known = (id: unknown) => id instanceof Y.ID && clients.has(id.client);
  for (const struct of update.structs) {
    if (clients.has(struct.id.client)) return true;
    if (!(struct instanceof Y.Item)) continue;
    if (known(struct.origin) || known(struct.rightOrigin) || known(struct.parent)) return true;
  }
  return [...update.deletes.keys()].some((client) => clients.has(client));
}

function allDeleted(structs: (Y.GC | Y.Item)[], run: Run): boolean {
  const last = structs.at(-1);
  if (!last || last.id.clock + last.length < run.clock + run.len) return false;
  for (let i = Y.findIndexSS(structs, run.clock); i < structs.length; i++) {
    const struct = structs[i];
    if (!struct || struct.id.clock >= run.clock + run.len) break;
    if (!struct.deleted) return false;
  }
  return true;
}

/** One update out of many, in groups: Yjs merges in a time that grows with the square of their number. */
export function mergeAll(updates: readonly Uint8Array[]): Uint8Array {
  let list = updates;
  while (list.length > 1) {
    const merged: Uint8Array[] = [];
    for (let i = 0; i < list.length; i += 32) {
      const group = list.slice(i, i + 32);
      const [only] = group;
      merged.push(group.length === 1 && only ? only : Y.mergeUpdates(group));
    }
    list = merged;
  }
  return list[0] ?? EMPTY_UPDATE;
}

const EMPTY_UPDATE: Uint8Array = new Uint8Array([0, 0]);
