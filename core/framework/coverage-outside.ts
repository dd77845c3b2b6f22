// What of a framework's other sections the gaps of one room are told from: who is there and points where, without words.
import { type CoverageSource, type CoverageText, coverageOf, itemsWithGaps } from './coverage.ts';
import type { GapKind } from './coverage-gaps.ts';
import { coveragePlan } from './coverage-plan.ts';
import type { Template } from './template.ts';
import { walkItems } from './walk.ts';

export interface CoverageOutside {
  readonly sections: CoverageText['sections'];
  /** Keys of sections that cannot be read now. */
  readonly unread: readonly string[];
}

/** The other sections' items that take part, by id, kind and references only; null where the template has no coverage. */
export function outsideOf(
  sections: CoverageText['sections'],
  template: Template,
  own: readonly string[],
  unread: readonly string[],
): CoverageOutside | null {
  const plan = coveragePlan(template);
  if (!plan) return null;
  const kinds = [plan.skills, plan.activities, plan.modules, plan.profiles];
  return {
    sections: sections
      .filter(({ key }) => !own.includes(key))
      .map((section) => ({
        key: section.key,
        items: [...walkItems<CoverageSource>([section])]
          .filter(({ item }) => kinds.some((known) => known.has(item.kind)))
          .map(({ item: { id, kind, references = [] } }) => ({ id, kind, references })),
      })),
    unread,
  };
}

/** What each item of a text lacks, by its id; nothing for a template without coverage. */
export function gapsById(
  text: CoverageText,
  template: Template,
): ReadonlyMap<string, readonly GapKind[]> {
  const coverage = coverageOf(text, template);
  return new Map(coverage ? itemsWithGaps(coverage).map(({ id, gaps }) => [id, gaps]) : []);
}
