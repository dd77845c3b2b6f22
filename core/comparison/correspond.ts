// Which items of two documents correspond where they share no ids: by words, by what stands round them, by what they point at.
import type { DocumentItem, InterchangeDocument } from '../framework/interchange.ts';
import { type Gist, gistOf, Rarity } from './gist.ts';
import { type PlacedItem, placedItems } from './placed.ts';
import { tokensOf } from './words/tokens.ts';

/*
 * A pair is worth the likeness of its words (0 to 1) and what its surroundings add: at most 0.6, for a
 * parent, children, neighbours and references that correspond already. Pairs are taken from the
 * surest down in rounds, each of which knows what the rounds before found. Tuned on the sample's
 * revisions without their ids.
 */
const ROUNDS = [0.9, 0.7, 0.55, 0.45, 0.4] as const;
/** Below this likeness of words no surroundings are enough. */
const LEAST_WORDS = 0.1;
const WORTH = { parent: 0.1, children: 0.2, neighbours: 0.1, references: 0.2 } as const;
/** Another kind or section makes words count less: a lever may become a resource, but rarely. */
const OTHER_KIND = 0.6;
const OTHER_SECTION = 0.85;
/** A title's words count this often. */
const TITLE = 2;
/** Words of more items than this do not make two items worth comparing. */
const COMMON_FROM = 40;

/** Of more items of the same words none is paired for them alone. */
const MOST_ALIKE = 12;
/** What the same words are worth where none of them is telling. */
const SAME_WORDS = 0.6;

interface Candidate {
  readonly before: PlacedItem;
  readonly after: PlacedItem;
  readonly words: number;
}

interface Family {
  /** Ids of siblings by family, of children by parent. */
  readonly siblings: ReadonlyMap<string, readonly string[]>;
}

/**
 * Ids of base by those of head, for items that correspond. Ids themselves count for nothing. Each
 * item has at most one counterpart.
 */
export function correspondences(
  base: InterchangeDocument,
  head: InterchangeDocument,
): Map<string, string> {
  const before = placedItems(base);
  const after = placedItems(head);
  const candidates = candidatesOf(before, after);
  const found = new Map<string, string>();
  const taken = new Set<string>();
  const around = surroundings(before, after, found);
  for (const least of ROUNDS) {
    const scored = candidates
      .filter((pair) => !found.has(pair.after.id) && !taken.has(pair.before.id))
      .map((pair) => ({ pair, score: pair.words + around(pair) }))
      .filter(({ score }) => score >= least)
      .sort((x, y) => y.score - x.score || order(x.pair) - order(y.pair));
    for (const { pair } of scored) {
      if (found.has(pair.after.id) || taken.has(pair.before.id)) continue;
      found.set(pair.after.id, pair.before.id);
      taken.add(pair.before.id);
    }
  }
  return found;
}

function order({ before, after }: Candidate): number {
  return Math.abs(before.order - after.order);
}

function candidatesOf(
  before: ReadonlyMap<string, PlacedItem>,
  after: ReadonlyMap<string, PlacedItem>,
): Candidate[] {
  const rarity = new Rarity();
  const read = (placed: ReadonlyMap<string, PlacedItem>) =>
    [...placed.values()].map((one) => {
      const gist = gistWithTitle(one.item);
      rarity.add(gist);
      return { placed: one, gist };
    });
  const [was, is] = [read(before), read(after)];
  const weighed = (list: typeof was) =>
    list.map((one) => ({ ...one, weight: rarity.weight(one.gist) }));
  const heads = weighed(is);
  const holders = new Map<string, typeof heads>();
  for (const one of heads) {
    for (const word of one.gist.keys()) {
      const known = holders.get(word);
      if (known) known.push(one);
      else holders.set(word, [one]);
    }
  }
  const candidates: Candidate[] = [];
  for (const one of weighed(was)) {
    const near = new Set(
      [...one.gist.keys()]
        .filter((word) => rarity.holders(word) <= COMMON_FROM)
        .flatMap((word) => holders.get(word) ?? []),
    );
    for (const other of near) {
      const whole = one.weight + other.weight;
      const same = whole === 0 ? 0 : (2 * rarity.shared(one.gist, other.gist)) / whole;
      const words =
        same *
        (one.placed.item.kind === other.placed.item.kind ? 1 : OTHER_KIND) *
        (one.placed.section === other.placed.section ? 1 : OTHER_SECTION);
      if (words >= LEAST_WORDS) candidates.push({ before: one.placed, after: other.placed, words });
    }
  }
  const known = new Set(candidates.map(({ before, after }) => `${before.id} ${after.id}`));
  for (const [one, other] of sameWords(before, after)) {
    if (!known.has(`${one.id} ${other.id}`))
      candidates.push({ before: one, after: other, words: SAME_WORDS });
  }
  return candidates;
}

function gistWithTitle({ title = '', body = '' }: DocumentItem): Gist {
  return gistOf(...Array.from({ length: TITLE }, () => title), body);
}

/** Items whose words are all the same, mostly such as have no telling word: few of each, or they tell nothing. */
function* sameWords(
  before: ReadonlyMap<string, PlacedItem>,
  after: ReadonlyMap<string, PlacedItem>,
): Generator<[PlacedItem, PlacedItem]> {
  const written = ({ item }: PlacedItem) =>
    [item.kind, item.title ?? '', item.body ?? '']
      .map((text) =>
        tokensOf(text)
          .tokens.map(({ form }) => form)
          .join(' '),
      )
      .join('\n');
  const groups = new Map<string, PlacedItem[]>();
  for (const one of before.values()) {
    const key = written(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  for (const other of after.values()) {
    const same = groups.get(written(other)) ?? [];
    if (same.length <= MOST_ALIKE) for (const one of same) yield [one, other];
  }
}

/** What the surroundings of a pair add, by what is `found` (head to base) when asked. */
function surroundings(
  before: ReadonlyMap<string, PlacedItem>,
  after: ReadonlyMap<string, PlacedItem>,
  found: ReadonlyMap<string, string>,
): (pair: Candidate) => number {
  const was = familyOf(before);
  const is = familyOf(after);
  const corresponds = (head: string | undefined, base: string | undefined) =>
    head !== undefined && base !== undefined && found.get(head) === base;

  const parents = (pair: Candidate) => {
    if (pair.before.parent === '' && pair.after.parent === '')
      return pair.before.section === pair.after.section ? 1 : 0;
    return corresponds(pair.after.parent, pair.before.parent) ? 1 : 0;
  };
  const shareOf = (heads: readonly string[], bases: readonly string[]) => {
    if (heads.length === 0 || bases.length === 0) return 0;
    const left = new Set(bases);
    const common = heads.filter((id) => left.has(found.get(id) ?? '')).length;
    return common / Math.max(heads.length, bases.length);
  };
  const children = (pair: Candidate) =>
    shareOf(is.siblings.get(pair.after.id) ?? [], was.siblings.get(pair.before.id) ?? []);
  const neighbours = (pair: Candidate) => {
    const beside = (family: Family, placed: PlacedItem) => {
      const all = family.siblings.get(familyKey(placed)) ?? [];
      return [all[placed.index - 1], all[placed.index + 1]] as const;
    };
    const [a, b] = [beside(was, pair.before), beside(is, pair.after)];
    const sides = [0, 1].map((side) => {
      const [x, y] = [a[side], b[side]];
      return (x === undefined && y === undefined) || corresponds(y, x) ? 0.5 : 0;
    });
    return (sides[0] ?? 0) + (sides[1] ?? 0);
  };
  const references = (pair: Candidate) => {
    const targets = ({ item }: PlacedItem) => (item.references ?? []).map((one) => one.item);
    return shareOf(targets(pair.after), targets(pair.before));
  };
  return (pair) =>
    WORTH.parent * parents(pair) +
    WORTH.children * children(pair) +
    WORTH.neighbours * neighbours(pair) +
    WORTH.references * references(pair);
}

function familyKey({ parent, section }: PlacedItem): string {
  return parent === '' ? `\u0000${section}` : parent;
}

function familyOf(placed: ReadonlyMap<string, PlacedItem>): Family {
  const siblings = new Map<string, string[]>();
  for (const one of placed.values()) {
    const key = familyKey(one);
    const known = siblings.get(key);
    if (known) known.push(one.id);
    else siblings.set(key, [one.id]);
  }
  return { siblings };
}
