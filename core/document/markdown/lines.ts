// What a line of Markdown is, looked at alone: blank, a heading, a rule, the start of a list, a quote or code.
import { withoutEnd } from './spaces.ts';

export const BLANK = /^[ \t]*$/;
export const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
export const HEADING = /^ {0,3}#{1,6}(?=[ \t]|$)/;
export const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;
export const FENCE = /^( {0,3})(`{3,}|~{3,})([^`]*|[^~]*)$/;
export const QUOTE = /^ {0,3}> ?/;
export const MARKER = /^( {0,3})([-+*]|(\d{1,9})([.)]))(?=[ \t]|$)/;

/** Leading tabs as the spaces they stand for. */
export function spaced(line: string): string {
  const lead = /^[ \t]*/.exec(line)?.[0] ?? '';
  if (!lead.includes('\t')) return line;
  let width = 0;
  for (const character of lead) width += character === '\t' ? 4 - (width % 4) : 1;
  return ' '.repeat(width) + line.slice(lead.length);
}

/** The words of a heading, without the signs before and after them. */
export function headingText(line: string): string {
  const words = withoutEnd(line.replace(HEADING, ''), ' \t').replace(/^[ \t]+/, '');
  const bare = withoutEnd(words, '#');
  return bare === '' || /[ \t]$/.test(bare.slice(-1)) ? withoutEnd(bare, ' \t') : words;
}

export function indent(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

/** Whether a line starts something that no paragraph goes on through. */
export function interrupts(line: string): boolean {
  if (indent(line) >= 4) return false;
  const marker = MARKER.exec(line);
  const item =
    marker !== null &&
    !BLANK.test(line.slice(marker[0].length)) &&
    (marker[3] === undefined || Number(marker[3]) === 1);
  return item || RULE.test(line) || HEADING.test(line) || isFence(line) || QUOTE.test(line);
}

export function isFence(line: string): boolean {
  const fence = FENCE.exec(line);
  return fence !== null && !(fence[2]?.startsWith('`') && (fence[3] ?? '').includes('`'));
}
