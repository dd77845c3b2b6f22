// A comparison laid out for reading: head in its order, with what left it standing where it was, unchanged runs folded.
import type { ChangeKind, Comparison, ItemChange } from '#core/comparison/comparison.ts';
import type { DocumentItem, InterchangeDocument } from '#core/framework/interchange.ts';
import { numberItems } from '#core/framework/numbers.ts';
import { templateOf } from '#core/framework/templates.ts';
import { walkItems } from '#core/framework/walk.ts';

/** An item that stands in head; `change` is null for a heading that only holds changed items. */
export interface PresentRow {
  readonly type: 'present';
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly depth: number;
  readonly change: ItemChange | null;
}

/** An item of base that is in head no longer. */
export interface RemovedRow {
  readonly type: 'removed';
  readonly id: string;
  readonly depth: number;
  readonly change: ItemChange;
}

/** The place from where an item moved away. */
export interface GoneRow {
  readonly type: 'gone';
  readonly id: string;
  readonly kind: string;
  readonly depth: number;
  readonly numberBefore: string;
  readonly title: string;
  readonly numberAfter: string;
  /** Title of what it stands under now; '' for a section. */
  readonly under: string;
}

/** Items without any change, counted by kind. */
export interface SameRow {
  readonly type: 'same';
  readonly id: string;
  readonly depth: number;
  readonly items: readonly {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly kind: string;
  }[];
}

export type CompareRow = PresentRow | RemovedRow | GoneRow | SameRow;

export interface CompareSection {
  readonly key: string;
  readonly rows: readonly CompareRow[];
  /** Changed items of the section, for its count. */
  readonly changed: number;
}

interface Side {
  readonly items: ReadonlyMap<string, { item: DocumentItem; parent: string; section: string }>;
  readonly numbers: ReadonlyMap<string, string>;
}

function sideOf(document: InterchangeDocument): Side {
  const template = templateOf(document.framework.template);
  return {
    numbers: template
      ? numberItems(document.sections, template, document.framework.language)
      : new Map<string, string>(),
    items: new Map(
      [...walkItems<DocumentItem>(document.sections)].map(({ item, parent, section }) => [
        item.id,
        { item, parent: parent?.id ?? '', section },
      ]),
    ),
  };
}

/** Lays the comparison of `base` and `head` out section by section. */
export function compareView(
  comparison: Comparison,
  base: InterchangeDocument,
  head: InterchangeDocument,
): CompareSection[] {
  const changes = new Map(comparison.changes.map((change) => [change.item, change]));
  const before = sideOf(base);
  const after = sideOf(head);
  const has = (id: string, kind: ChangeKind) => changes.get(id)?.changes.includes(kind) ?? false;

  const gone = (item: DocumentItem, depth: number): GoneRow => {
    const now = after.items.get(item.id);
    return {
      type: 'gone',
      id: item.id,
      kind: item.kind,
      depth,
      numberBefore: before.numbers.get(item.id) ?? '',
      title: now?.item.title ?? item.title ?? '',
      numberAfter: after.numbers.get(item.id) ?? '',
      under: (now && after.items.get(now.parent)?.item.title) ?? '',
    };
  };

  /** What of base's children is not in place any longer, told after the sibling it followed. */
  const leftovers = (children: readonly DocumentItem[]): Map<string, DocumentItem[]> => {
    const following = new Map<string, DocumentItem[]>();
    let anchor = '';
    for (const child of children) {
      if (after.items.has(child.id) && !has(child.id, 'moved')) anchor = child.id;
      else following.set(anchor, [...(following.get(anchor) ?? []), child]);
    }
    return following;
  };

  const lost = (items: readonly DocumentItem[], depth: number): CompareRow[] =>
    items.flatMap((item): CompareRow[] => {
      const change = changes.get(item.id);
      if (after.items.has(item.id)) return [gone(item, depth)];
      const inner = lost(item.children ?? [], depth + 1);
      return change ? [{ type: 'removed', id: item.id, depth, change }, ...inner] : inner;
    });

  const rows = (
    headItems: readonly DocumentItem[],
    baseItems: readonly DocumentItem[],
    depth: number,
  ): CompareRow[] => {
    const following = leftovers(baseItems);
    const out: CompareRow[] = lost(following.get('') ?? [], depth);
    for (const item of headItems) {
      const was = before.items.get(item.id)?.item;
      const inner = rows(item.children ?? [], was?.children ?? [], depth + 1);
      const change = changes.get(item.id) ?? null;
      const number = after.numbers.get(item.id) ?? '';
      const title = item.title ?? '';
      if (change === null && inner.every((row) => row.type === 'same')) {
        out.push({
          type: 'same',
          id: item.id,
          depth,
          items: [
            { id: item.id, number, title, kind: item.kind },
            ...inner.flatMap((row) => (row.type === 'same' ? row.items : [])),
          ],
        });
      } else {
        out.push({ type: 'present', id: item.id, kind: item.kind, number, title, depth, change });
        out.push(...inner);
      }
      if (!has(item.id, 'moved')) out.push(...lost(following.get(item.id) ?? [], depth));
    }
    return folded(out);
  };

  const left = new Set(comparison.unreadable);
  const keys = [
    ...new Set([...head.sections, ...base.sections].map((section) => section.key)),
  ].filter((key) => !left.has(key));
  return keys.map((key) => ({
    key,
    rows: rows(
      head.sections.find((section) => section.key === key)?.items ?? [],
      base.sections.find((section) => section.key === key)?.items ?? [],
      0,
    ),
    changed: comparison.changes.filter((change) => change.section === key).length,
  }));
}

/** Runs of unchanged rows of one depth become one. */
function folded(rows: readonly CompareRow[]): CompareRow[] {
  const out: CompareRow[] = [];
  for (const row of rows) {
    const last = out.at(-1);
    if (row.type === 'same' && last?.type === 'same' && last.depth === row.depth)
      out[out.length - 1] = { ...last, items: [...last.items, ...row.items] };
    else out.push(row);
  }
  return out;
}
