// What the coverage says in words: its sentence, the names of items, and what each cell means to those who listen.
import type { Coverage, CoverageItem, ExpectedSkill } from '#core/framework/coverage.ts';
import { GAP_KINDS, type GapKind } from '#core/framework/coverage-gaps.ts';
import type { CoverageLink } from '#core/framework/coverage-links.ts';
import { isMessageKey, type Translate } from '#locales/catalogue.ts';

/** "4 compétences n’ont aucun module. …": what is missing, and that every activity asks for something where it does. */
export function coverageSentences(
  t: Translate,
  coverage: Coverage,
  counts: Readonly<Record<GapKind, number>>,
): string[] {
  const missing = GAP_KINDS.filter((gap) => counts[gap] > 0).map((gap) =>
    t(`coverage.sentence.${gap}`, { count: counts[gap] }),
  );
  const allNeed = coverage.activities.length > 0 && counts.needsNothing === 0;
  return [
    ...missing,
    ...(missing.length === 0 ? [t('coverage.sentence.none')] : []),
    ...(allNeed && missing.length > 0 ? [t('coverage.sentence.all-needed')] : []),
  ];
}

/** Number, or the kind where there is none. */
export function shortName(t: Translate, { number, kind }: CoverageItem): string {
  const word = `kind.${kind}`;
  return number || (isMessageKey(word) ? t(word) : kind);
}

export function titleOf(t: Translate, { title }: CoverageItem): string {
  return title.trim() || t('framework.untitled');
}

/** "M1.1 demande C4 au niveau 2". */
export function linkWords(
  t: Translate,
  says: 'needs' | 'trains' | 'expects',
  row: CoverageItem,
  skill: CoverageItem,
  { level }: CoverageLink,
): string {
  const what = t(`coverage.cell.${says}`, {
    row: shortName(t, row),
    skill: shortName(t, skill),
  });
  return level === null ? what : t('coverage.cell.level', { what, level });
}

/** The same for a profile, with what its modules lack. */
export function expectedWords(
  t: Translate,
  row: CoverageItem,
  skill: CoverageItem & { readonly modules: readonly CoverageLink[] },
  link: ExpectedSkill,
): string {
  const what = linkWords(t, 'expects', row, skill, link);
  if (skill.modules.length === 0) return t('coverage.cell.untrained', { what });
  if (link.short === null || link.short === 0) return what;
  return t('coverage.cell.short', { what, count: link.short });
}
