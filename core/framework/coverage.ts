// The coverage of a framework: which activity needs which skill, which module trains it, which profile expects it, and what is missing.
import { type GapFacts, type GapKind, gapRule } from './coverage-gaps.ts';
import { type CoverageLink, highest, pointedAt, pointingAt, shortBy } from './coverage-links.ts';
import { type CoveragePlan, coveragePlan } from './coverage-plan.ts';
import type { FieldValue, Language, Reference } from './interchange.ts';
import { sortingField } from './kinds.ts';
import { numberItems } from './numbers.ts';
import type { Template } from './template.ts';
import { walkItems } from './walk.ts';

/** An item as a document, a living room or a page has it. */
export interface CoverageSource {
  readonly id: string;
  readonly kind: string;
  readonly title?: string | undefined;
  readonly fields?: Readonly<Record<string, FieldValue>> | undefined;
  readonly references?: readonly Reference[] | undefined;
  readonly children?: readonly CoverageSource[] | undefined;
}

export interface CoverageText {
  /** Of the framework: a reference may name it, and means this text then. */
  readonly slug: string;
  readonly language: Language;
  readonly sections: readonly {
    readonly key: string;
    readonly items?: readonly CoverageSource[] | undefined;
  }[];
  /** Keys of sections that cannot be read now: nothing is said to be missing that may stand there. */
  readonly unread?: readonly string[];
}

export interface CoverageItem {
  readonly id: string;
  readonly kind: string;
  readonly section: string;
  /** '' where its kind has none. */
  readonly number: string;
  readonly title: string;
  /** Id of the item above; '' under the section itself. */
  readonly parent: string;
  readonly gaps: readonly GapKind[];
}

export interface CoveredSkill extends CoverageItem {
  /** The choice that sorts its kind (a skill's type); '' for none. */
  readonly type: string;
  readonly activities: readonly CoverageLink[];
  readonly modules: readonly CoverageLink[];
  readonly profiles: readonly CoverageLink[];
  /** The highest level that an activity asks, and that a module reaches; null where none says one. */
  readonly needed: number | null;
  readonly trained: number | null;
  readonly criteria: number;
}

/** An activity or a module with the skills that it points at. */
export interface CoverageRow extends CoverageItem {
  readonly skills: readonly CoverageLink[];
}

/** What a profile expects of a skill. */
export interface ExpectedSkill extends CoverageLink {
  /** Levels that are missing: all of them where no module trains it; null where that cannot be told. */
  readonly short: number | null;
}

export interface CoverageProfile extends CoverageItem {
  readonly skills: readonly ExpectedSkill[];
}

/** All lists are in reading order. */
export interface Coverage {
  /** What activities stand under, and whatever else than a skill is assessed: missions. */
  readonly missions: readonly CoverageItem[];
  readonly activities: readonly CoverageRow[];
  readonly skills: readonly CoveredSkill[];
  readonly modules: readonly CoverageRow[];
  readonly profiles: readonly CoverageProfile[];
}

interface Standing extends Omit<CoverageItem, 'gaps'> {
  readonly source: CoverageSource;
}

function standingsOf({ sections, language }: CoverageText, template: Template): Standing[] {
  const numbers = numberItems(sections, template, language);
  return [...walkItems<CoverageSource>(sections)].map(({ item, section, parent }) => ({
    source: item,
    id: item.id,
    kind: item.kind,
    section,
    number: numbers.get(item.id) ?? '',
    title: item.title ?? '',
    parent: parent?.id ?? '',
  }));
}

function criteriaUnder({ children = [] }: CoverageSource, plan: CoveragePlan): number {
  return children.reduce(
    (sum, child) => sum + (plan.criteria.has(child.kind) ? 1 : 0) + criteriaUnder(child, plan),
    0,
  );
}

/**
 * Reads the coverage of a text as the template says it (`says`, `assesses`); null for a template in which
 * nothing needs or trains anything. Total: what does not fit takes no part, and nothing throws.
 */
export function coverageOf(text: CoverageText, template: Template): Coverage | null {
  const plan = coveragePlan(template);
  if (!plan) return null;
  const unread = text.unread ?? [];
  const all = standingsOf(text, template);
  const of = (kinds: ReadonlySet<string>) => all.filter(({ kind }) => kinds.has(kind));
  const skillIds = new Set(of(plan.skills).map(({ id }) => id));
  const gapsOf = gapRule(template, plan, unread);
  const facts = ({ kind, source }: Standing, more: Partial<GapFacts> = {}): readonly GapKind[] =>
    gapsOf({
      kind,
      trainedAt: [],
      asked: null,
      activities: 0,
      skills: 0,
      criteria: criteriaUnder(source, plan),
      ...more,
    });
  const row = (standing: Standing): CoverageRow => {
    const { source, ...item } = standing;
    const { links, elsewhere } = pointedAt(source.references ?? [], text.slug, (id) =>
      skillIds.has(id),
    );
    return { ...item, skills: links, gaps: facts(standing, { skills: links.length + elsewhere }) };
  };

  const activities = of(plan.activities).map(row);
  const modules = of(plan.modules).map(row);
  const expecting = of(plan.profiles).map(row);
  const trainedBy = pointingAt(modules);
  const neededBy = pointingAt(activities);
  const expectedBy = pointingAt(expecting);

  const skills = of(plan.skills).map((standing): CoveredSkill => {
    const { source, ...item } = standing;
    const [needing, training, profiles] = [neededBy, trainedBy, expectedBy].map((by) =>
      by(item.id),
    ) as [readonly CoverageLink[], readonly CoverageLink[], readonly CoverageLink[]];
    const sorted = sortingField(template, item.kind);
    return {
      ...item,
      type: sorted ? String(source.fields?.[sorted.key] ?? '') : '',
      activities: needing,
      modules: training,
      profiles,
      needed: highest(needing),
      trained: highest(training),
      criteria: criteriaUnder(source, plan),
      gaps: facts(standing, {
        trainedAt: training.map(({ level }) => level),
        asked: highest([...needing, ...profiles]),
        activities: needing.length,
      }),
    };
  });
  return {
    missions: missionsOf(all, plan, activities).map((standing) => {
      const { source: _, ...item } = standing;
      return { ...item, gaps: facts(standing) };
    }),
    activities,
    skills,
    modules,
    profiles: expecting.map((profile) => ({
      ...profile,
      skills: profile.skills.map((link) => ({
        ...link,
        short: shortBy(link.level, trainedBy(link.item)),
      })),
    })),
  };
}

function missionsOf(
  all: readonly Standing[],
  plan: CoveragePlan,
  activities: readonly CoverageRow[],
): Standing[] {
  const above = new Set(activities.map(({ parent }) => parent));
  return all.filter(
    ({ id, kind }) =>
      !plan.skills.has(kind) &&
      !plan.activities.has(kind) &&
      (above.has(id) || plan.assessed.has(kind)),
  );
}

/** Every item that lacks something, in the order of the lists of a coverage. */
export function itemsWithGaps(coverage: Coverage): CoverageItem[] {
  const { missions, activities, skills, modules } = coverage;
  return [...missions, ...activities, ...skills, ...modules].filter(({ gaps }) => gaps.length > 0);
}
