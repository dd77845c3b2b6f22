// Which items carry on the text of others, judged by likeness: the ground for split, merged and replaced where no origin tells.
import { type Gist, gistOf, Rarity, without } from './gist.ts';
import type { PlacedItem } from './placed.ts';
import { supportBetween } from './support.ts';

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
  /** What of its text is not on the other side of the comparison. */
  readonly own: Gist;
  /** Weight of its whole text. */
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
  const oneSided = [...base.keys()].some((id) => !head.has(id)) || head.size > base.size;
  if (!oneSided) return [];
  const rarity = new Rarity();
  const before = gistsOf(base);
  const after = gistsOf(head, base, before);
  for (const gist of before.values()) rarity.add(gist);
  for (const [id, gist] of after) if (!before.has(id)) rarity.add(gist);
  const sources = halves(base, before, after, rarity);
  const targets = halves(head, after, before, rarity);
  const support = supportBetween(base, head);
  const candidates = candidatesOf(sources, targets, rarity)
    .filter(({ from, to }) => isOpen(from.placed.id, to.placed.id))
    .map(({ from, to }) => ({ from, to, support: support(from.placed.id, to.placed.id) }));

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

/** Gist of every item; what is written as on the other side is not read twice. */
function gistsOf(placed: Placed, other?: Placed, known?: ReadonlyMap<string, Gist>) {
  const gists = new Map<string, Gist>();
  for (const [id, { item }] of placed) {
    const twin = other?.get(id)?.item;
    const same = twin && twin.title === item.title && twin.body === item.body;
    gists.set(id, (same && known?.get(id)) || gistOf(item.title ?? '', item.body ?? ''));
  }
  return gists;
}

function halves(
  placed: Placed,
  gists: ReadonlyMap<string, Gist>,
  others: ReadonlyMap<string, Gist>,
  rarity: Rarity,
): Half[] {
  return [...placed.values()].map((one) => {
    const gist = gists.get(one.id) ?? new Map<string, number>();
    const other = others.get(one.id);
    return {
      placed: one,
      own: other ? without(gist, other) : gist,
      whole: rarity.weight(gist),
      survives: other !== undefined,
    };
  });
}

/** Pairs that share a telling word of what one side lost and the other gained. */
function candidatesOf(
  sources: readonly Half[],
  targets: readonly Half[],
  rarity: Rarity,
): { from: Half; to: Half }[] {
  const holders = new Map<string, Half[]>();
  for (const half of targets) {
    for (const word of half.own.keys()) {
      if (rarity.holders(word) > COMMON_FROM) continue;
      const known = holders.get(word);
      if (known) known.push(half);
      else holders.set(word, [half]);
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
