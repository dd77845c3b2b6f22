// Where a Markdown link leads: `(address "title")` after its text, and definitions `[label]: address`.
import { unescaped } from './entities.ts';

export interface Destination {
  readonly href: string;
  /** Where the text goes on. */
  readonly end: number;
}

/** Labels are the same whatever their case and inner spaces. */
export function labelOf(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

const SPACE = /[ \t\n]/;

function skipSpace(text: string, from: number): number {
  let at = from;
  while (SPACE.test(text.charAt(at))) at++;
  return at;
}

/** An address, bare or in angle brackets. */
function addressAt(text: string, from: number): Destination | null {
  if (text.charAt(from) === '<') {
    for (let at = from + 1; at < text.length; at++) {
      const character = text.charAt(at);
      if (character === '\\') at++;
      else if (character === '\n' || character === '<') return null;
      else if (character === '>') return { href: unescaped(text.slice(from + 1, at)), end: at + 1 };
    }
    return null;
  }
  let depth = 0;
  let at = from;
  for (; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (/[\s\p{Cc}]/u.test(character)) break;
    else if (character === '(' && ++depth > 32) return null;
    else if (character === ')' && --depth < 0) break;
  }
  const end = Math.min(at, text.length);
  return depth > 0 ? null : { href: unescaped(text.slice(from, end)), end };
}

/** End of a title in quotes or parentheses, or null. */
function titleEnd(text: string, from: number): number | null {
  const closers: Readonly<Record<string, string>> = { '"': '"', "'": "'", '(': ')' };
  const closer = closers[text.charAt(from)];
  if (closer === undefined) return null;
  for (let at = from + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (character === closer) return at + 1;
    else if (closer === ')' && character === '(') return null;
  }
  return null;
}

/** What stands in parentheses after a link's text; `from` is where the parenthesis is. */
export function destinationAt(text: string, from: number): Destination | null {
  const start = skipSpace(text, from + 1);
  const address = text.charAt(start) === ')' ? { href: '', end: start } : addressAt(text, start);
  if (!address) return null;
  let end = skipSpace(text, address.end);
  if (end > address.end) {
    const title = titleEnd(text, end);
    if (title !== null) end = skipSpace(text, title);
  }
  return text.charAt(end) === ')' ? { href: address.href, end: end + 1 } : null;
}

/**
 * Takes the definitions off the head of a paragraph into `definitions` (the first of a label wins)
 * and returns what is left of it.
 */
export function takeDefinitions(paragraph: string, definitions: Map<string, string>): string {
  let rest = paragraph;
  for (;;) {
    const head = /^\[((?:[^\\[\]]|\\.){1,999})\]:/s.exec(rest);
    if (!head || labelOf(head[1] ?? '') === '') return rest;
    const start = skipSpace(rest, head[0].length);
    const address = start < rest.length ? addressAt(rest, start) : null;
    if (!address || address.end === start) return rest;
    const lineEnd = (from: number) => {
      let at = from;
      while (/[ \t]/.test(rest.charAt(at))) at++;
      return at >= rest.length ? at : rest.charAt(at) === '\n' ? at + 1 : null;
    };
    const spaced = skipSpace(rest, address.end);
    const title = spaced > address.end ? titleEnd(rest, spaced) : null;
    const end = (title === null ? null : lineEnd(title)) ?? lineEnd(address.end);
    if (end === null) return rest;
    const label = labelOf(head[1] ?? '');
    if (!definitions.has(label)) definitions.set(label, address.href);
    rest = rest.slice(end);
  }
}
