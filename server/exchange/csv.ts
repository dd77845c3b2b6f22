// Tables as files that spreadsheets open by a double click: comma or semicolon, accents told by a mark, no cell that runs.
import type { Language } from '#core/framework/interchange.ts';

export type CsvCell = string | number | null;

/** Where a decimal is written with a comma, lists are parted by semicolons. */
const SEPARATOR: Readonly<Record<Language, string>> = { fr: ';', en: ',' };
/** Without it some programs read UTF-8 as their country's old code. A `sep=` line would undo it. */
const MARK = '\ufeff';
/** What makes a cell a formula, also behind spaces and in full width. */
const FORMULA = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/**
 * A text as one cell. What a spreadsheet would run gets an apostrophe before it: the sign by which people
 * themselves say that a cell is text.
 */
function textCell(text: string, separator: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return safe.includes(separator) || /["\r\n\t]/.test(safe) || safe !== safe.trim()
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}

/** Rows as CSV in the manner of `language` (RFC 4180 but for the separator); numbers stay numbers. */
export function csvText(language: Language, rows: readonly (readonly CsvCell[])[]): string {
  const separator = SEPARATOR[language];
  const cell = (value: CsvCell) =>
    value === null ? '' : typeof value === 'number' ? String(value) : textCell(value, separator);
  return `${MARK}${rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join('')}`;
}
