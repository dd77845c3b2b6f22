// A room as the page lists it: one flat row per item, the same from the server's document and from the live one.
import type { FieldValue, Reference } from '#core/framework/interchange.ts';

/** One item of the list. Its words are shown apart, as HTML. */
export interface Row {
  readonly id: string;
  readonly kind: string;
  readonly section: string;
  /** Id of the item above, '' under the section itself. */
  readonly parent: string;
  readonly depth: number;
  /** Displayed number, '' where its kind has none. */
  readonly number: string;
  readonly title: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly references: readonly Reference[];
}

export interface SectionRows {
  readonly key: string;
  readonly rows: readonly Row[];
}

/** What rows are made from: a live item or one of the interchange document. */
export interface RowSource {
  readonly id: string;
  readonly kind: string;
  readonly title?: string | undefined;
  readonly fields?: Readonly<Record<string, FieldValue>> | undefined;
  readonly references?: readonly Reference[] | undefined;
  readonly children?: readonly RowSource[] | undefined;
}

/** Rows of a room's sections in reading order, parents before children; `numbers` by id. */
export function rowsOfSections(
  sections: readonly { readonly key: string; readonly items?: readonly RowSource[] | undefined }[],
  numbers: ReadonlyMap<string, string>,
): SectionRows[] {
  return sections.map(({ key, items }) => {
    const rows: Row[] = [];
    const visit = (sources: readonly RowSource[], parent: string, depth: number) => {
      for (const source of sources) {
        rows.push({
          id: source.id,
          kind: source.kind,
          section: key,
          parent,
          depth,
          number: numbers.get(source.id) ?? '',
          title: source.title ?? '',
          fields: source.fields ?? {},
          references: source.references ?? [],
        });
        visit(source.children ?? [], source.id, depth + 1);
      }
    };
    visit(items ?? [], '', 0);
    return { key, rows };
  });
}

function sameRow(a: Row, b: Row): boolean {
  return (
    a.kind === b.kind &&
    a.section === b.section &&
    a.parent === b.parent &&
    a.depth === b.depth &&
    a.number === b.number &&
    a.title === b.title &&
    JSON.stringify([a.fields, a.references]) === JSON.stringify([b.fields, b.references])
  );
}

/** `next`, with every row that says the same as before being the same object: only changed items are drawn again. */
export function keepSameRows(
  before: readonly SectionRows[],
  next: readonly SectionRows[],
): readonly SectionRows[] {
  const known = new Map(before.flatMap(({ rows }) => rows.map((row) => [row.id, row])));
  const kept = next.map((section, at) => {
    const rows = section.rows.map((row) => {
      const old = known.get(row.id);
      return old && sameRow(old, row) ? old : row;
    });
    const old = before[at];
    const same =
      old !== undefined &&
      old.key === section.key &&
      old.rows.length === rows.length &&
      rows.every((row, index) => row === old.rows[index]);
    return same ? old : { key: section.key, rows };
  });
  const same = kept.length === before.length && kept.every((one, at) => one === before[at]);
  return same ? before : kept;
}
