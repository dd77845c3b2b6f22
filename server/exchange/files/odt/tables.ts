// The tables of an OpenDocument text: head rows, cells over several columns or rows, cells that are repeated.
import type { RichNode } from '#core/framework/interchange.ts';
import { elementsOf, type XmlElement } from '../xml.ts';

interface Row {
  readonly element: XmlElement;
  readonly head: boolean;
}

const HOLDERS: readonly string[] = ['table:table-rows', 'table:table-row-group'];

export function rowsOf(table: XmlElement, head = false): Row[] {
  return elementsOf(table).flatMap((one) => {
    if (one.name === 'table:table-row') return [{ element: one, head }];
    if (one.name === 'table:table-header-rows') return rowsOf(one, true);
    return HOLDERS.includes(one.name) ? rowsOf(one, head) : [];
  });
}

/** Cells of a row; one that lies under a wider one is none of its own. */
export function cellsOf(row: XmlElement): XmlElement[] {
  return elementsOf(row).filter(({ name }) => name === 'table:table-cell');
}

function count(value: string | undefined): number {
  const number = Number(value ?? 1);
  return Number.isInteger(number) && number >= 1 ? Math.min(number, 100) : 1;
}

/** The table with what `read` finds in its cells; null where it has no cell. */
export function readTable(
  table: XmlElement,
  read: (cell: XmlElement) => RichNode[],
): RichNode | null {
  const rows = rowsOf(table).map(({ element, head }): RichNode => {
    const content = cellsOf(element).flatMap((cell) => {
      const { attributes } = cell;
      const wide = count(attributes['table:number-columns-spanned']);
      const high = count(attributes['table:number-rows-spanned']);
      const node: RichNode = {
        type: head ? 'tableHeader' : 'tableCell',
        ...(wide > 1 || high > 1
          ? {
              attrs: {
                ...(wide > 1 ? { colspan: wide } : {}),
                ...(high > 1 ? { rowspan: high } : {}),
              },
            }
          : {}),
        content: read(cell),
      };
      // Empty cells at the end of a row are written once, with how many there are.
      return Array.from({ length: count(attributes['table:number-columns-repeated']) }, () => node);
    });
    return { type: 'tableRow', content };
  });
  const filled = rows.filter(({ content = [] }) => content.length > 0);
  return filled.length > 0 ? { type: 'table', content: filled } : null;
}
