// Words that carry little by themselves, in French and English: alone they hold no two rewritten passages apart.

const FRENCH =
  'a à ai ainsi as au aussi autre autres aux avec avoir bien c ce ceci cela celle celles celui ces cet cette ceux chaque chez comme d dans de des dont du elle elles en encore entre es est et étaient était été être eu fait faire il ils j je jusque l la là le les leur leurs lorsque lui m ma mais me même mêmes mes moi mon n ne ni non nos notre nous on ont ou où par parce pas peu peut peuvent plus plutôt pour puis puisque qu quand que quel quelle quelles quels qui quoi s sa sans se selon sera seront ses si soi soient soit son sont sous sur t ta tant te tel telle telles tels tes toi ton tous tout toute toutes très tu un une va vers vos votre vous y';

const ENGLISH =
  'a about all also an and any are as at be been before being but by can could did do does each for from had has have he her here hers him his how i if in into is it its itself may me more most must my no nor not of on one only or other our ours out own per shall she should so some such than that the their theirs them then there these they this those through to too under up upon us very was we were what when where which while who whom whose why will with within would you your yours';

const COMMON: ReadonlySet<string> = new Set(`${FRENCH} ${ENGLISH}`.split(' '));

const LETTER = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/** What a punctuation mark, a common word and any other word weigh when passages are judged. */
export const WEIGHT = { mark: 0.1, common: 0.5, word: 2 } as const;

/** Whether a word (a key of `tokens.ts`, an elided one with its apostrophe) is a common one. */
export function isCommon(key: string): boolean {
  const lower = key.toLowerCase();
  return COMMON.has(lower.endsWith("'") ? lower.slice(0, -1) : lower);
}

/** Weight of a token by its key: see `WEIGHT`. */
export function weightOf(key: string): number {
  if (!LETTER.test(key)) return WEIGHT.mark;
  return isCommon(key) ? WEIGHT.common : WEIGHT.word;
}
