// How a panel is cut into groups: a mission with its activities, skills by their type, modules apart from profiles.
import { sortingField } from '#core/framework/kinds.ts';
import type { Template } from '#core/framework/template.ts';
import type { ViewItem, ViewSection } from './view.ts';

export interface Group {
  readonly key: string;
  /** The item that heads the group: a mission, a block, a pathway. */
  readonly head?: ViewItem;
  /** Otherwise a key of `locales/` for its heading; none where the items need no heading. */
  readonly heading?: string;
  readonly items: readonly ViewItem[];
  /** How many of each kind that is not listed (criteria). */
  readonly counts: Readonly<Record<string, number>>;
}

/** Kinds that are listed have a number; the others are only counted. */
function listed(template: Template, item: ViewItem): boolean {
  const kinds = template.sections.flatMap((section) => section.kinds);
  const kind = kinds.find((one) => one.key === item.kind);
  return kind === undefined || kind.number.style !== 'none';
}

/** What stands under an item, however deep: listed items, and counts of the others. */
function under(template: Template, item: ViewItem): Pick<Group, 'items' | 'counts'> {
  const items: ViewItem[] = [];
  const counts: Record<string, number> = {};
  const visit = (child: ViewItem) => {
    if (listed(template, child)) items.push(child);
    else counts[child.kind] = (counts[child.kind] ?? 0) + 1;
    child.children.forEach(visit);
  };
  item.children.forEach(visit);
  return { items, counts };
}

/**
 * The groups of a section. An item of a kind that may hold listed ones heads a group of its own;
 * the others stand together by kind, and within it by the choice that sorts them.
 */
export function groupsOf(section: ViewSection, template: Template): Group[] {
  const groups: Group[] = [];
  const together = new Map<string, Group & { items: ViewItem[] }>();
  const holders = new Set(
    template.sections.flatMap(({ kinds }) =>
      kinds.filter(({ number }) => number.style !== 'none').flatMap(({ under }) => under),
    ),
  );
  for (const item of section.items) {
    if (holders.has(item.kind)) {
      groups.push({ key: item.id, head: item, ...under(template, item) });
      continue;
    }
    const field = sortingField(template, item.kind);
    const value = field ? String(item.fields[field.key] ?? 'none') : '';
    const key = field ? `skillGroup.${value}` : `kinds.${item.kind}`;
    const known = together.get(key);
    if (known) {
      known.items.push(item);
      continue;
    }
    const group = { key, heading: key, items: [item], counts: {} };
    together.set(key, group);
    groups.push(group);
  }
  return groups;
}
