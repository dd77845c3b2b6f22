// A line of rich text as Markdown: marks as signs, and escapes where words would be read as signs.
import type { RichNode } from '../../framework/interchange.ts';
import { safeHref } from '../links.ts';

export interface LineStyle {
  readonly italic: '*' | '_';
  /** In a table's cell: bars are escaped, breaks are `<br>`. */
  readonly inTable?: boolean;
}

const WORD = /[\p{L}\p{N}]/u;

/** Words with a backslash before each character that would be read as a sign inside a line. */
function escapeWords(text: string, inTable: boolean, inLink: boolean): string {
  return text.replace(/[\\`*_~[\]<&|]/g, (character, at: number) => {
    const next = text.slice(at + 1);
    switch (character) {
      case '<':
        return /^[A-Za-z/!?]/.test(next) ? '\\<' : '<';
      case '&':
        return /^#?[A-Za-z0-9]+;/.test(next) ? '\\&' : '&';
      case '_':
        return WORD.test(text.charAt(at - 1)) && WORD.test(next.charAt(0)) ? '_' : '\\_';
      case ']':
        return inLink ? '\\]' : ']';
      case '|':
        return inTable ? '\\|' : '|';
      default:
        return `\\${character}`;
    }
  });
}

/** A backslash where the start of a line would be read as a heading, a list, a quote, a rule or a table. */
function guardLine(line: string): string {
  return line
    .replace(/^(#{1,6}|[-+])(?=[ \t]|$)/, '\\$1')
    .replace(/^>/, '\\>')
    .replace(/^(\d{1,9})([.)])(?=[ \t]|$)/, '$1\\$2')
    .replace(/^(?=[|:=-][-:|= \t]*$)(?=.*[-=])/, '\\');
}

interface Sign {
  readonly mark: string;
  readonly open: string;
  readonly close: string;
}

function signOf(mark: NonNullable<RichNode['marks']>[number], style: LineStyle): Sign | null {
  switch (mark.type) {
    case 'bold':
      return { mark: 'bold', open: '**', close: '**' };
    case 'italic':
      return { mark: 'italic', open: style.italic, close: style.italic };
    case 'strike':
      return { mark: 'strike', open: '~~', close: '~~' };
    case 'link': {
      const href = safeHref(mark.attrs?.href);
      return href === null
        ? null
        : { mark: `link ${href}`, open: '[', close: `](${address(href)})` };
    }
    default:
      return null;
  }
}

/** An address between the parentheses of a link, in angle brackets where it could not stand bare. */
function address(href: string): string {
  let depth = 0;
  for (const character of href) {
    if (character === '(') depth++;
    else if (character === ')' && --depth < 0) break;
  }
  const bare = depth === 0 && /^[^\s<>\\|]+$/.test(href);
  return bare ? href : `<${href.replace(/[\\<>|]/g, '\\$&')}>`;
}

interface Piece {
  /** null is a hard break. */
  readonly text: string | null;
  readonly signs: readonly Sign[];
}

/** Words with their signs; spaces at the edge of bold, italic or struck words stand outside of the signs. */
function piecesOf(nodes: readonly RichNode[], style: LineStyle): Piece[] {
  const pieces: Piece[] = [];
  for (const node of nodes) {
    if (node.type === 'hardBreak') pieces.push({ text: null, signs: [] });
    else if (node.type !== 'text') pieces.push(...piecesOf(node.content ?? [], style));
    else {
      const signs = (node.marks ?? []).flatMap((mark) => signOf(mark, style) ?? []);
      for (const part of (node.text ?? '').match(/\s+|\S+(?:\s+\S+)*/g) ?? []) {
        pieces.push({ text: part, signs });
      }
    }
  }
  return pieces.map((piece, index) => {
    if (piece.text === null || piece.text.trim() !== '') return piece;
    const inside = (sign: Sign) =>
      [pieces[index - 1], pieces[index + 1]].every((beside) =>
        beside?.signs.some((one) => one.mark === sign.mark),
      );
    return { ...piece, signs: piece.signs.filter((sign) => inside(sign)) };
  });
}

/** How many pieces from `from` on carry that sign: the longest opens first, so that signs nest. */
function reach(pieces: readonly Piece[], from: number, sign: Sign): number {
  let at = from;
  while (pieces[at]?.signs.some((one) => one.mark === sign.mark)) at++;
  return at - from;
}

/** Markdown of one line of rich text. Nodes that stand in no line give their words. */
export function writeLine(nodes: readonly RichNode[], style: LineStyle): string {
  const inTable = style.inTable === true;
  const pieces = piecesOf(nodes, style);
  let out = '';
  let open: Sign[] = [];
  const close = (kept: number) => {
    for (const sign of open.slice(kept).reverse()) out += sign.close;
    open = open.slice(0, kept);
  };
  for (const [index, piece] of pieces.entries()) {
    const wanted = piece.signs;
    let kept = 0;
    while (kept < open.length && wanted.some((sign) => sign.mark === open[kept]?.mark)) kept++;
    close(kept);
    const more = wanted
      .filter((sign) => !open.some((one) => one.mark === sign.mark))
      .sort((a, b) => {
        const links = Number(b.open === '[') - Number(a.open === '[');
        return reach(pieces, index, b) - reach(pieces, index, a) || links;
      });
    for (const sign of more) {
      if (sign.open === '[' && out.endsWith('!')) out = `${out.slice(0, -1)}\\!`;
      out += sign.open;
      open = [...open, sign];
    }
    if (piece.text === null) out += inTable ? '<br>' : '\\\n';
    else
      out += escapeWords(
        piece.text,
        inTable,
        open.some((sign) => sign.open === '['),
      );
  }
  close(0);
  return inTable ? out : out.split('\n').map(guardLine).join('\n');
}
