// A comparison in plain words: one sentence for the whole, one line for each change, its fields and links by name.
import type { ChangeKind, Comparison, ItemChange } from '#core/comparison/comparison.ts';
import { describeChange, describeComparison } from '#core/comparison/describe.ts';
import type { Translate } from '#locales/catalogue.ts';
import { fieldLabel, fieldText } from '#locales/field-words.ts';
import { sayAll } from '#locales/say.ts';

export interface ChangeLine {
  readonly item: string;
  readonly kinds: readonly ChangeKind[];
  /** Whether it stands in head. */
  readonly present: boolean;
  readonly number: string;
  readonly title: string;
  /** « réagir » devient « intervenir » ; de M1.4 vers M5.2. */
  readonly detail: string;
  /** "M1.4, sous « Protéger… »", where it stood before; '' where it did not move. */
  readonly movedFrom: string;
  readonly fields: readonly {
    readonly name: string;
    readonly before: string;
    readonly after: string;
  }[];
  readonly references: readonly ReferenceLine[];
}

export interface ReferenceLine {
  readonly op: 'added' | 'removed' | 'level';
  /** Number and title of the target. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** The whole comparison in one sentence. */
export function comparisonSentence(t: Translate, comparison: Comparison): string {
  return sayAll(t, [describeComparison(comparison)]);
}

/** The line of each change by item id, in the order of the comparison. */
export function changeLines(t: Translate, comparison: Comparison): Record<string, ChangeLine> {
  const before = comparison.names?.before ?? {};
  const after = comparison.names?.after ?? {};
  const name = (id: string): string => {
    const called = after[id] ?? before[id];
    return called ? `${called.number} ${called.title}`.trim() : id;
  };
  const level = (value: number | undefined) =>
    value === undefined ? '' : t('level.value', { level: value });

  const references = ({ references: of }: ItemChange): ReferenceLine[] => [
    ...(of?.added ?? []).map((each) => ({
      op: 'added' as const,
      name: [name(each.item), level(each.level)].filter(Boolean).join(', '),
      before: '',
      after: '',
    })),
    ...(of?.removed ?? []).map((each) => ({
      op: 'removed' as const,
      name: [name(each.item), level(each.level)].filter(Boolean).join(', '),
      before: '',
      after: '',
    })),
    ...(of?.changed ?? [])
      .filter((each) => each.before?.level !== each.after?.level)
      .map((each) => ({
        op: 'level' as const,
        name: name(each.item),
        before: level(each.before?.level),
        after: level(each.after?.level),
      })),
  ];

  const movedFrom = (change: ItemChange): string => {
    if (!change.changes.includes('moved') || !change.before) return '';
    const parent = change.before.path.at(-1);
    const under = parent === undefined ? undefined : before[parent]?.title;
    const number = change.before.number;
    return under === undefined ? number : t('compare.where-under', { number, under });
  };

  const lines = comparison.changes.map((change): [string, ChangeLine] => [
    change.item,
    {
      item: change.item,
      kinds: change.changes,
      present: change.after !== undefined,
      number: (change.after ?? change.before)?.number ?? '',
      title: (change.after ?? change.before)?.title ?? '',
      detail: sayAll(t, describeChange(change, comparison)),
      movedFrom: movedFrom(change),
      fields: (change.fields ?? []).map((field) => ({
        name: fieldLabel(t, field.name),
        before: field.before === undefined ? '' : fieldText(t, field.name, field.before),
        after: field.after === undefined ? '' : fieldText(t, field.name, field.after),
      })),
      references: references(change),
    },
  ]);
  return Object.fromEntries(lines);
}
