// Tables of Markdown: cells of a row, and the line under the head that says how columns stand.

import { withoutEnd } from './spaces.ts';

export type Align = 'left' | 'right' | 'center' | null;

/** Cells of a row; `\|` is a bar inside one. Only plain spaces around a cell are left out. */
export function cellsOf(line: string): string[] {
  const inner = line.replace(/^[ \t]*\|?/, '');
  const cells: string[] = [];
  let cell = '';
  for (let at = 0; at < inner.length; at++) {
    const character = inner.charAt(at);
    if (character === '\\' && at + 1 < inner.length) {
      const next = inner.charAt(++at);
      cell += next === '|' ? '|' : `\\${next}`;
    } else if (character === '|') {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  if (!/^[ \t]*$/.test(cell) || cells.length === 0) cells.push(cell);
  return cells.map((one) => withoutEnd(one.replace(/^[ \t]+/, ''), ' \t'));
}

/** Head and columns of a table that starts with these two lines, or null where none does. */
export function tableHead(
  line: string,
  under: string,
): { cells: string[]; columns: Align[] } | null {
  if (!/^ {0,3}[|:-][-:| \t]*$/.test(under) || !under.includes('-')) return null;
  if (!under.includes('|') && !line.includes('|')) return null;
  const marks = cellsOf(under);
  if (!marks.every((mark) => /^:?-+:?$/.test(mark))) return null;
  const cells = cellsOf(line);
  if (cells.length !== marks.length) return null;
  const columns = marks.map((mark): Align => {
    const left = mark.startsWith(':');
    const right = mark.endsWith(':');
    return left && right ? 'center' : right ? 'right' : left ? 'left' : null;
  });
  return { cells, columns };
}
