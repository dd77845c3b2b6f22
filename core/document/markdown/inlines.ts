// The line level of Markdown (CommonMark 0.31 with strikethrough): text with marks, links and hard breaks.
import type { RichNode } from '../../framework/interchange.ts';
import { isHarmfulHref, safeHref } from '../links.ts';
import type { RichMark } from '../rich.ts';
import {
  type Delimiter,
  delimiterAt,
  marksByPart,
  matchDelimiters,
  type Span,
} from './emphasis.ts';
import { isPunctuation, referenceAt } from './entities.ts';
import { type Destination, destinationAt, labelOf } from './links.ts';
import { withoutEnd } from './spaces.ts';

/** Addresses by normal label, from definitions such as `[label]: address`. */
export type Definitions = ReadonlyMap<string, string>;

export interface ReadLine {
  readonly nodes: RichNode[];
  /** Whether it holds a link that would do something where it is followed. */
  readonly harmful: boolean;
}

/** A piece of the line: words, a break, or a run of delimiters that may turn out to be words. */
interface Part {
  text: string;
  isBreak?: boolean;
  /** Address of the link it stands in. */
  href?: string;
}

interface Bracket {
  readonly part: number;
  readonly delimiters: number;
  /** Where its text starts in the line. */
  readonly at: number;
  readonly image: boolean;
}

class Line {
  private readonly parts: Part[] = [];
  private readonly delimiters: Delimiter[] = [];
  private readonly brackets: Bracket[] = [];
  private readonly spans: Span[] = [];
  private readonly withoutCloser = new Set<number>();
  /** Opening brackets before this one hold a link already, and links hold no links. */
  private linkedBelow = 0;
  private harmful = false;
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly definitions: Definitions,
  ) {}

  read(): ReadLine {
    while (this.at < this.text.length) this.step();
    this.match(0);
    return { nodes: this.nodes(), harmful: this.harmful };
  }

  private words(text: string): void {
    this.parts.push({ text });
  }

  private step(): void {
    const { text, at } = this;
    const character = text.charAt(at);
    switch (character) {
      case '\\': {
        const next = text.charAt(at + 1);
        if (next === '\n') this.lineBreak(2);
        else {
          const escapes = isPunctuation(next);
          this.words(escapes ? next : '\\');
          this.at += escapes ? 2 : 1;
        }
        return;
      }
      case '\n':
        this.newline();
        return;
      case '&': {
        const reference = referenceAt(text, at);
        this.words(reference?.value ?? '&');
        this.at += reference?.length ?? 1;
        return;
      }
      case '`':
        this.code();
        return;
      case '<':
        this.angle();
        return;
      case '*':
      case '_':
      case '~':
        this.delimiter();
        return;
      case '!':
        if (text.charAt(at + 1) === '[') this.open(true);
        else this.plain();
        return;
      case '[':
        this.open(false);
        return;
      case ']':
        this.close();
        return;
      default:
        this.plain();
    }
  }

  /** Everything up to the next character that could mean something. */
  private plain(): void {
    const rest = /[\\\n&`<*_~![\]]/g;
    rest.lastIndex = this.at + 1;
    const end = rest.exec(this.text)?.index ?? this.text.length;
    this.words(this.text.slice(this.at, end));
    this.at = end;
  }

  private lineBreak(length: number): void {
    this.parts.push({ text: '\n', isBreak: true });
    this.at += length;
    while (/[ \t]/.test(this.text.charAt(this.at))) this.at++;
  }

  private newline(): void {
    const last = this.parts.at(-1);
    const words = last && !last.isBreak ? last.text : '';
    if (last && !last.isBreak) last.text = withoutEnd(words, ' \t');
    if (words.endsWith('  ')) this.lineBreak(1);
    else {
      this.words(' ');
      this.at++;
      while (/[ \t]/.test(this.text.charAt(this.at))) this.at++;
    }
  }

  /** Code is plain text here; its escapes are words. */
  private code(): void {
    const run = /^`+/.exec(this.text.slice(this.at))?.[0].length ?? 1;
    const from = this.at + run;
    let end = -1;
    if (!this.withoutCloser.has(run)) {
      const runs = /`+/g;
      runs.lastIndex = from;
      for (let next = runs.exec(this.text); next; next = runs.exec(this.text)) {
        if (next[0].length === run) {
          end = next.index;
          break;
        }
      }
    }
    if (end < 0) {
      this.withoutCloser.add(run);
      this.words(this.text.slice(this.at, from));
      this.at = from;
      return;
    }
    const code = this.text.slice(from, end).replace(/\n/g, ' ');
    const padded = code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '';
    this.words(padded ? code.slice(1, -1) : code);
    this.at = end + run;
  }

  /** An address in angle brackets, or a line break of HTML; other HTML is words. */
  private angle(): void {
    const rest = this.text.slice(this.at, this.at + 2100);
    const address = /^<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>/.exec(rest);
    const mail = /^<([\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)>/.exec(rest);
    const found = address ?? mail;
    const newline = /^<br\s*\/?>/i.exec(rest);
    if (found) {
      const shown = found[1] ?? '';
      this.link([{ text: shown }], address ? shown : `mailto:${shown}`);
      this.at += found[0].length;
    } else if (newline) this.lineBreak(newline[0].length);
    else {
      this.words('<');
      this.at++;
    }
  }

  private link(parts: readonly Part[], href: string): void {
    const safe = this.safe(href);
    for (const part of parts) this.parts.push(safe === null ? part : { ...part, href: safe });
  }

  private safe(href: string): string | null {
    if (isHarmfulHref(href)) this.harmful = true;
    return safeHref(href);
  }

  private delimiter(): void {
    const { delimiter, end } = delimiterAt(this.text, this.at, this.parts.length);
    this.delimiters.push(delimiter);
    this.words(this.text.slice(this.at, end));
    this.at = end;
  }

  private open(image: boolean): void {
    const sign = image ? '![' : '[';
    this.brackets.push({
      part: this.parts.length,
      delimiters: this.delimiters.length,
      at: this.at + sign.length,
      image,
    });
    this.words(sign);
    this.at += sign.length;
  }

  private close(): void {
    const opener = this.brackets.pop();
    const living = opener && (opener.image || this.brackets.length >= this.linkedBelow);
    const target = living ? this.target(opener) : null;
    this.linkedBelow = Math.min(this.linkedBelow, this.brackets.length);
    if (!opener || !target) {
      this.words(']');
      this.at++;
      return;
    }
    this.match(opener.delimiters);
    const sign = this.parts[opener.part];
    if (sign) sign.text = '';
    const href = this.safe(target.href);
    if (href !== null) {
      // A picture shows as a link to it, by its description, or by its address where it has none.
      if (opener.image && this.parts.slice(opener.part).every((part) => part.text === '')) {
        this.words(href);
      }
      for (const part of this.parts.slice(opener.part)) {
        if (!opener.image || part.href === undefined) part.href = href;
      }
    }
    if (!opener.image) this.linkedBelow = this.brackets.length;
    this.at = target.end;
  }

  private target(opener: Bracket): Destination | null {
    const after = this.at + 1;
    if (this.text.charAt(after) === '(') {
      const inside = destinationAt(this.text, after);
      if (inside) return inside;
    }
    const label = /^\[((?:[^\\[\]]|\\.){0,999})\]/s.exec(this.text.slice(after, after + 1002));
    const own = this.text.slice(opener.at, this.at);
    const name = label && labelOf(label[1] ?? '') !== '' ? (label[1] ?? '') : own;
    if (name.length > 999) return null;
    const href = this.definitions.get(labelOf(name));
    return href === undefined ? null : { href, end: after + (label?.[0].length ?? 0) };
  }

  private match(bottom: number): void {
    this.spans.push(...matchDelimiters(this.delimiters, bottom));
    for (const one of this.delimiters.slice(bottom)) {
      const part = this.parts[one.part];
      if (part) part.text = one.character.repeat(one.left);
    }
  }

  private nodes(): RichNode[] {
    const marks = marksByPart(this.spans, this.parts.length);
    return this.parts.flatMap((part, index): RichNode[] => {
      if (part.isBreak) return [{ type: 'hardBreak' }];
      if (part.text === '') return [];
      const link = part.href === undefined ? [] : [{ type: 'link', attrs: { href: part.href } }];
      const own: RichMark[] = [...(marks[index] ?? []), ...link];
      return [{ type: 'text', text: part.text, ...(own.length > 0 ? { marks: own } : {}) }];
    });
  }
}

/** Reads one line level of Markdown. Total and linear in the length of `text`. */
export function readInlines(text: string, definitions: Definitions): ReadLine {
  return new Line(text, definitions).read();
}
