// Keys that order siblings: a new one always fits between two, so that placing an item writes that item only.

/** ASCII digits in rising order, so that plain string comparison is the order of keys. */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE = DIGITS.length;
/** Keys start with a number of four digits; what comes after is a fraction of it and a random tail. */
const HEAD = 4;
const HEADS = BASE ** HEAD;
/** Appending steps by 32 to 95 heads: some 230,000 appends before keys start to grow, and room between neighbours. */
const STEP_LEAST = 32;
const STEP_SPREAD = 64;

/** A number in [0, 1), as Math.random gives it. */
export type Random = () => number;

function digit(index: number): string {
  return DIGITS.charAt(index);
}

function headOf(key: string): number {
  let value = 0;
  for (let at = 0; at < HEAD; at++) {
    value = value * BASE + Math.max(0, DIGITS.indexOf(key.charAt(at) || '0'));
  }
  return value;
}

function headText(value: number): string {
  let text = '';
  for (let rest = value, at = 0; at < HEAD; at++, rest = Math.floor(rest / BASE)) {
    text = digit(rest % BASE) + text;
  }
  return text;
}

/** Three random digits, so that two people who place at the same spot seldom make the same key; never ends in 0. */
function tail(random: Random): string {
  const any = () => digit(Math.floor(random() * BASE));
  return any() + any() + digit(1 + Math.floor(random() * (BASE - 1)));
}

function stepped(from: number, direction: 1 | -1, random: Random): string | null {
  const head = from + direction * (STEP_LEAST + Math.floor(random() * STEP_SPREAD));
  return head >= 0 && head < HEADS ? headText(head) + tail(random) : null;
}

/** The digit-by-digit way between two keys, where heads leave no room. Always greater than `low`. */
function fraction(low: string, high: string | null, random: Random): string {
  let out = '';
  let bound = high;
  for (let at = 0; ; at++) {
    const lower = at < low.length ? low.charCodeAt(at) : null;
    const upper = bound !== null && at < bound.length ? bound.charCodeAt(at) : null;
    let first = 0;
    while (first < BASE && lower !== null && DIGITS.charCodeAt(first) <= lower) first++;
    let last = BASE - 1;
    while (last >= 0 && upper !== null && DIGITS.charCodeAt(last) >= upper) last--;
    if (first <= last) {
      const near = Math.floor(random() * 3);
      let chosen = Math.floor((first + last) / 2);
      // Bounded on one side only, a small step leaves more room for whoever goes on in that direction.
      if (lower !== null && upper === null) chosen = Math.min(last, first + near);
      if (lower === null && upper !== null) chosen = Math.max(first, last - near);
      return out + digit(chosen) + tail(random);
    }
    if (lower !== null) {
      out += low.charAt(at);
      if (upper !== null && upper > lower) bound = null;
    } else {
      out += (bound ?? '').charAt(at);
    }
  }
}

/**
 * A new key after `a` and before `b`; null is the open end. Total: where `a` is not less than `b`
 * (equal neighbours, keys of another maker) the key comes after `a`, and the caller gives the later
 * neighbours new keys first (see `core/document/placing.ts`).
 */
export function keyBetween(a: string | null, b: string | null, random: Random): string {
  const low = a ?? '';
  const high = b !== null && low < b ? b : null;
  const fits = (key: string | null): key is string =>
    key !== null && key > low && (high === null || key < high);
  let key: string | null;
  if (low === '' && high === null) key = headText(Math.floor(HEADS / 2)) + tail(random);
  else if (high === null) key = stepped(headOf(low), 1, random);
  else if (low === '') key = stepped(headOf(high), -1, random);
  else {
    const room = headOf(high) - headOf(low);
    key =
      room < 2
        ? null
        : headText(headOf(low) + 1 + Math.floor(random() * (room - 1))) + tail(random);
  }
  return fits(key) ? key : fraction(low, high, random);
}

/** `count` new keys in rising order after `a` and before `b`. */
export function keysBetween(
  a: string | null,
  b: string | null,
  count: number,
  random: Random,
): string[] {
  if (count <= 0) return [];
  if (b === null) {
    const keys: string[] = [];
    for (let last = a; keys.length < count; ) {
      last = keyBetween(last, null, random);
      keys.push(last);
    }
    return keys;
  }
  const half = Math.floor(count / 2);
  const middle = keyBetween(a, b, random);
  return [
    ...keysBetween(a, middle, half, random),
    middle,
    ...keysBetween(middle, b, count - half - 1, random),
  ];
}

/**
 * Keys that put a row in this order and change as few as can be: `current` holds each one's key so
 * far, or null for a new one. Keys of the longest rising run stay.
 */
export function keysInOrder(current: readonly (string | null)[], random: Random): string[] {
  const kept = longestRise(current);
  const keys: string[] = [];
  for (let at = 0; at < current.length; ) {
    if (kept.has(at)) {
      keys.push(current[at] ?? '');
      at++;
      continue;
    }
    let next = at;
    while (next < current.length && !kept.has(next)) next++;
    keys.push(...keysBetween(keys.at(-1) ?? null, current[next] ?? null, next - at, random));
    at = next;
  }
  return keys;
}

/** Indexes of a longest strictly rising run of keys (patience sorting). */
function longestRise(keys: readonly (string | null)[]): Set<number> {
  const ends: number[] = [];
  const before = new Map<number, number>();
  for (const [index, key] of keys.entries()) {
    if (key === null || key === '') continue;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((keys[ends[middle] ?? 0] ?? '') < key) low = middle + 1;
      else high = middle;
    }
    const previous = ends[low - 1];
    if (previous !== undefined) before.set(index, previous);
    ends[low] = index;
  }
  const rise = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before.get(at)) rise.add(at);
  return rise;
}
