// Edits to an item's references: one key each, so that two people who each add one both keep theirs.
import type { Reference } from '../../framework/interchange.ts';
import { keyBetween } from '../../framework/order.ts';
import { referenceKey } from '../../framework/references.ts';
import { ITEM_KEY } from '../wire.ts';
import { mapIn } from './items.ts';
import { type EditableRoom, editItem } from './room.ts';

type Target = Pick<Reference, 'item' | 'framework'>;

interface Stored {
  readonly key: string;
  readonly order: string;
  readonly level?: unknown;
}

function storedIn(map: ReturnType<typeof mapIn>): Stored[] {
  const stored = [...map.entries()].flatMap(([key, value]): Stored[] => {
    if (typeof value !== 'object' || value === null) return [];
    const { order, level } = value as { order?: unknown; level?: unknown };
    return [{ key, order: typeof order === 'string' ? order : '', level }];
  });
  return stored.sort((a, b) =>
    a.order !== b.order ? (a.order < b.order ? -1 : 1) : a.key < b.key ? -1 : 1,
  );
}

/** Adds a reference at the end; where it is there already, only its level is set. */
export function addReference(room: EditableRoom, id: string, reference: Reference): boolean {
  return editItem(room, id, (item) => {
    const references = mapIn(item, ITEM_KEY.references);
    const stored = storedIn(references);
    const key = referenceKey(reference);
    const there = stored.find((one) => one.key === key);
    if (there && reference.level === undefined) return;
    const order = there?.order ?? keyBetween(stored.at(-1)?.order ?? null, null, room.random);
    const level = reference.level === undefined ? {} : { level: reference.level };
    references.set(key, { order, ...level });
  });
}

export function removeReference(room: EditableRoom, id: string, target: Target): boolean {
  return editItem(room, id, (item) => {
    const references = mapIn(item, ITEM_KEY.references);
    if (references.has(referenceKey(target))) references.delete(referenceKey(target));
  });
}

/** Sets the mastery level (1 to 4) of a reference that is there; null takes it away. */
export function setReferenceLevel(
  room: EditableRoom,
  id: string,
  target: Target,
  level: number | null,
): boolean {
  return editItem(room, id, (item) => {
    const references = mapIn(item, ITEM_KEY.references);
    const there = storedIn(references).find((one) => one.key === referenceKey(target));
    if (!there) return;
    references.set(there.key, { order: there.order, ...(level === null ? {} : { level }) });
  });
}

/** Moves a reference right before another one of the same item, or to the end. */
export function moveReference(
  room: EditableRoom,
  id: string,
  target: Target,
  before: Target | null,
): boolean {
  return editItem(room, id, (item) => {
    const references = mapIn(item, ITEM_KEY.references);
    const stored = storedIn(references);
    const own = stored.find((one) => one.key === referenceKey(target));
    if (!own) return;
    const others = stored.filter((one) => one !== own);
    const at = before ? others.findIndex((one) => one.key === referenceKey(before)) : -1;
    const index = at < 0 ? others.length : at;
    const set = (one: Stored, order: string) =>
      references.set(one.key, { order, ...(one.level === undefined ? {} : { level: one.level }) });
    let low = others[index - 1]?.order ?? null;
    const own_ = keyBetween(low, others[index]?.order ?? null, room.random);
    set(own, own_);
    low = own_;
    // Equal keys leave no room: those that follow get new ones until the order is right.
    for (const next of others.slice(index)) {
      if (next.order > low) break;
      const order = keyBetween(low, null, room.random);
      set(next, order);
      low = order;
    }
  });
}
