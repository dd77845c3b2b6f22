// What an item has to do with others: the skills an activity asks for, the modules that train them, and back again.
import type { Reference } from './interchange.ts';
import type { Template } from './template.ts';
import { walkItems } from './walk.ts';

export interface LinkedItem {
  readonly id: string;
  readonly kind: string;
  readonly references?: readonly Reference[] | undefined;
  readonly children?: readonly LinkedItem[] | undefined;
}

export interface LinkedSection {
  readonly key: string;
  readonly items?: readonly LinkedItem[] | undefined;
}

export interface RelatedItem {
  readonly id: string;
  readonly section: string;
  /** The level asked for, where the two are linked directly and a level goes with it. */
  readonly level?: number;
  /** The items in between, in their order; none where the two are linked directly. */
  readonly via: readonly string[];
}

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly level: number | undefined;
  readonly says: Says;
}

type Says = 'asks' | 'trains' | 'else';

/** What a reference of an item says of a skill, by the item's kind. */
function sayingOf(template: Template): (kind: string) => Says {
  const said = new Map(
    template.sections.flatMap(({ kinds }) =>
      kinds.map(({ key, references }) => [key, references.map(({ says }) => says)] as const),
    ),
  );
  return (kind) => {
    const of = said.get(kind) ?? [];
    if (of.includes('trains')) return 'trains';
    return of.includes('needs') || of.includes('expects') ? 'asks' : 'else';
  };
}

/**
 * Items that have to do with `focus` or with what stands under it. First those linked directly,
 * either way, in the order of the references, then of the text. Then, in sections where nothing is
 * linked directly, those one more step away: where a skill is asked for it goes on to who trains it,
 * and the other way round, as the template says; who shares most comes first.
 * Unknown ids give nothing. References to other frameworks are left out.
 */
export function relatedItems(
  sections: readonly LinkedSection[],
  template: Template,
  focus: string,
): RelatedItem[] {
  const says = sayingOf(template);
  const place = new Map<string, { section: string; rank: number }>();
  const arrows: Arrow[] = [];
  const focused = new Set<string>();
  for (const { item, section, path } of walkItems<LinkedItem>(sections)) {
    place.set(item.id, { section, rank: place.size });
    if (item.id === focus || path.includes(focus)) focused.add(item.id);
    for (const { item: to, framework, level } of item.references ?? []) {
      if (framework === undefined) arrows.push({ from: item.id, to, level, says: says(item.kind) });
    }
  }
  const home = place.get(focus)?.section;
  const direct = new Map<string, { level: number | undefined; says: Set<Says> }>();
  for (const { from, to, level, says: own } of arrows) {
    const other = focused.has(from) ? to : focused.has(to) ? from : undefined;
    if (other === undefined || focused.has(other) || !place.has(other)) continue;
    const before = direct.get(other);
    const highest = Math.max(level ?? 0, before?.level ?? 0);
    direct.set(other, {
      level: highest > 0 ? highest : undefined,
      says: (before?.says ?? new Set<Says>()).add(own),
    });
  }
  const sectionOf = (id: string) => place.get(id)?.section ?? '';
  const reached = new Set([home, ...[...direct.keys()].map(sectionOf)]);
  const further = new Map<string, Set<string>>();
  for (const { from, to, says: own } of arrows) {
    if (own === 'else') continue;
    for (const [near, far] of [
      [from, to],
      [to, from],
    ] as const) {
      const step = direct.get(near);
      if (!step?.says.has(own === 'asks' ? 'trains' : 'asks')) continue;
      if (!place.has(far) || reached.has(sectionOf(far))) continue;
      further.set(far, (further.get(far) ?? new Set()).add(near));
    }
  }
  const rank = (id: string) => place.get(id)?.rank ?? 0;
  return [
    ...[...direct].map(([id, { level }]) => ({
      id,
      section: sectionOf(id),
      ...(level === undefined ? {} : { level }),
      via: [],
    })),
    ...[...further]
      .map(([id, via]) => ({
        id,
        section: sectionOf(id),
        via: [...via].sort((a, b) => rank(a) - rank(b)),
      }))
      .sort((a, b) => b.via.length - a.via.length || rank(a.id) - rank(b.id)),
  ];
}
