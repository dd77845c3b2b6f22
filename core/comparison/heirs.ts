// Which items carry on the text of others, judged by likeness: the ground for split, merged and replaced where no origin tells.
import { type Gist, gistOf, Rarity, without } from './gist.ts';
import type { PlacedItem } from './placed.ts';

/** `to` (in head) carries on text that `from` (in base) lost; at least one of them is on one side only. */
export interface Heir {
  readonly from: string;
  readonly to: string;
}

/*
 * What is needed for an heir. `text` is the share of what vanished (or appeared) that is found again
 * on the other side, rare words counting more. Tuned on the sample, where what is true lies at 0.59
 * and above (0.24 with children that went along) and what is not at 0.10 and below.
 */
const ENOUGH = 0.45;
const WORDS_ENOUGH = 3;
/** Two words are enough where nearly all is the same: short titles. */
const NEARLY_ALL = 0.75;
/** With full support by structure that much less text is enough… */
const SUPPORT = 0.25;
/** …but never less than this, in two different words. */
const LEAST = 0.15;
/** A part wholly found in a longer text counts as this much likeness. */
const CONTAINED = 0.7;
const WORDS_CONTAINED = 4;
/** Words of more items than this do not make two items worth comparing. */
const COMMON_FROM = 16;

type Placed = ReadonlyMap<string, PlacedItem>;

interface Half {
  readonly placed: PlacedItem;
  readonly gist: Gist;
  /** What of it is not on the other side of the comparison. */
  readonly own: Gist;
  readonly whole: number;
  readonly survives: boolean;
}

interface Candidate {
  readonly from: Half;
  readonly to: Half;
  readonly support: number;
}

/**
 * Heirs by likeness, the surest first. `isOpen` says which pairs may be considered (others are
 * settled by their origins). Both items are of one kind and one section.
 */
export function heirsByLikeness(
  base: Placed,
  head: Placed,
  isOpen: (from: string, to: string) => boolean,
): Heir[] {
  const rarity = new Rarity();
  const sources = halves(base, head, rarity, true);
  const targets = halves(head, base, rarity, false);
  const candidates = candidatesOf(sources, targets, rarity)
    .filter(({ from, to }) => isOpen(from.placed.id, to.placed.id))
    .map(({ from, to }) => ({ from, to, support: supportOf(from, to, base, head) }));

  // What one heir carries on cannot be carried on by another too.
  const left = new Map<Half, Gist>();
  const rest = (half: Half) => left.get(half) ?? half.own;
  const judged = (candidate: Candidate) =>
    judge(candidate, rest(candidate.from), rest(candidate.to), rarity);
  const heirs: Heir[] = [];
  const open = candidates
    .map((candidate) => ({ candidate, score: judged(candidate) }))
    .filter(({ score }) => score > 0)
    .sort(
      (x, y) =>
        y.score - x.score ||
        x.candidate.from.placed.order - y.candidate.from.placed.order ||
        x.candidate.to.placed.order - y.candidate.to.placed.order,
    );
  for (const { candidate } of open) {
    if (judged(candidate) === 0) continue;
    const { from, to } = candidate;
    heirs.push({ from: from.placed.id, to: to.placed.id });
    const [a, b] = [rest(from), rest(to)];
    left.set(from, without(a, b));
    left.set(to, without(b, a));
  }
  return heirs;
}

function halves(side: Placed, other: Placed, rarity: Rarity, counted: boolean): Half[] {
  const textOf = ({ item }: PlacedItem) => gistOf(item.title ?? '', item.body ?? '');
  const made = [...side.values()].map((placed) => {
    const twin = other.get(placed.id);
    const gist = textOf(placed);
    if (counted || !twin) rarity.add(gist);
    return {
      placed,
      gist,
      own: twin ? without(gist, textOf(twin)) : gist,
      survives: twin !== undefined,
    };
  });
  return made.map((half) => ({
    ...half,
    get whole() {
      return rarity.weight(half.gist);
    },
  }));
}

/** Pairs that share a telling word, or one of which took over children of the other. */
function candidatesOf(
  sources: readonly Half[],
  targets: readonly Half[],
  rarity: Rarity,
): { from: Half; to: Half }[] {
  const holders = new Map<string, Half[]>();
  for (const half of targets) {
    for (const word of half.own.keys()) {
      if (rarity.holders(word) > COMMON_FROM) continue;
      holders.set(word, [...(holders.get(word) ?? []), half]);
    }
  }
  const pairs: { from: Half; to: Half }[] = [];
  for (const from of sources) {
    const near = new Set([...from.own.keys()].flatMap((word) => holders.get(word) ?? []));
    for (const to of near) {
      const { placed } = to;
      const fits =
        placed.id !== from.placed.id &&
        placed.item.kind === from.placed.item.kind &&
        placed.section === from.placed.section;
      if (fits && !(from.survives && to.survives)) pairs.push({ from, to });
    }
  }
  return pairs;
}

function judge({ from, to, support }: Candidate, lost: Gist, gained: Gist, rarity: Rarity): number {
  const common = rarity.shared(lost, gained);
  const words = [...lost.keys()].filter((word) => gained.has(word)).length;
  let text = 0;
  if (from.survives) text = common / to.whole;
  else if (to.survives) text = common / from.whole;
  else {
    text = (2 * common) / (from.whole + to.whole);
    if (words >= WORDS_CONTAINED)
      text = Math.max(text, (CONTAINED * common) / Math.min(from.whole, to.whole));
  }
  if (!(text >= LEAST) || words < 2) return 0;
  if (words < WORDS_ENOUGH && text < NEARLY_ALL && support === 0) return 0;
  const score = text + SUPPORT * support;
  return score >= ENOUGH ? score : 0;
}

/** From 0 to 1: how far children, references and what points at the items went the same way. */
function supportOf(from: Half, to: Half, base: Placed, head: Placed): number {
  const a = from.placed.id;
  const b = to.placed.id;
  const shares = [0];
  const share = (part: number, whole: number) => {
    // One of one proves little.
    if (part >= 2) shares.push(part / whole);
  };
  const stayed = (side: Placed, id: string, other: Placed) =>
    [...side.values()].filter((one) => one.parent === id && other.has(one.id));
  if (!to.survives) {
    const children = stayed(head, b, base);
    share(children.filter(({ id }) => base.get(id)?.parent === a).length, children.length);
  } else {
    const children = stayed(base, a, head);
    share(children.filter(({ id }) => head.get(id)?.parent === b).length, children.length);
  }
  const pointed = (placed: PlacedItem | undefined) =>
    new Set((placed?.item.references ?? []).map(({ item }) => item));
  const gone = new Set(pointed(from.placed));
  for (const item of pointed(head.get(a))) gone.delete(item);
  const come = new Set(pointed(to.placed));
  for (const item of pointed(base.get(b))) come.delete(item);
  share([...gone].filter((item) => come.has(item)).length, to.survives ? gone.size : come.size);
  const pointing = [...base.values()].filter((one) => pointed(one).has(a));
  const repointed = pointing.filter(
    (one) => pointed(head.get(one.id)).has(b) && !pointed(one).has(b),
  );
  share(repointed.length, pointing.length);
  return Math.max(...shares);
}
