// The tables of a Word file: rows and cells, with cells that go over several of either.
import type { RichNode } from '#core/framework/interchange.ts';
import { child, elementsOf, type XmlElement } from '../xml.ts';
import { settingOf, switched } from './styles.ts';

/** Reads what stands in a cell. */
export type ReadCell = (cell: XmlElement) => RichNode[];

/** Rows or cells, those inside content controls and accepted insertions too. */
function parts(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).flatMap((one) => {
    if (one.name === name) return [one];
    const holds = ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo'].includes(one.name);
    return holds ? parts(one, name) : [];
  });
}

function isDeleted(row: XmlElement): boolean {
  return child(child(row, 'w:trPr'), 'w:del') !== undefined;
}

export function rowsOf(table: XmlElement): XmlElement[] {
  return parts(table, 'w:tr').filter((row) => !isDeleted(row));
}

export function cellsOf(row: XmlElement): XmlElement[] {
  return parts(row, 'w:tc');
}

interface Cell {
  readonly node: RichNode;
  rows: number;
}

/** The table with what `read` finds in its cells; null where it has no cell. */
export function readTable(table: XmlElement, read: ReadCell): RichNode | null {
  /** The cell that goes on downwards, by the column where it begins. */
  let above = new Map<number, Cell>();
  const cells: Cell[] = [];
  const rows = rowsOf(table).map((row) => {
    const here = new Map<number, Cell>();
    const nodes: RichNode[] = [];
    const header = switched(child(row, 'w:trPr'), 'w:tblHeader') === true;
    let column = Number(settingOf(child(row, 'w:trPr'), 'w:gridBefore') ?? 0) || 0;
    for (const cell of cellsOf(row)) {
      const properties = child(cell, 'w:tcPr');
      const wide = Math.min(
        Math.max(Number(settingOf(properties, 'w:gridSpan') ?? 1) || 1, 1),
        100,
      );
      const merge = child(properties, 'w:vMerge');
      const goesOn = merge !== undefined && merge.attributes['w:val'] !== 'restart';
      const upper = goesOn ? above.get(column) : undefined;
      const content = read(cell);
      if (upper) {
        upper.rows += 1;
        upper.node.content?.push(...content);
        here.set(column, upper);
      } else {
        const attrs = wide > 1 ? { attrs: { colspan: wide } } : {};
        const type = header ? 'tableHeader' : 'tableCell';
        const made = { node: { type, ...attrs, content: [...content] }, rows: 1 };
        nodes.push(made.node);
        cells.push(made);
        if (merge) here.set(column, made);
      }
      column += wide;
    }
    above = here;
    return { type: 'tableRow', content: nodes };
  });
  for (const { node, rows: over } of cells) {
    if (over > 1) node.attrs = { ...node.attrs, rowspan: over };
  }
  const filled = rows.filter((row) => row.content.length > 0);
  return filled.length > 0 ? { type: 'table', content: filled } : null;
}
