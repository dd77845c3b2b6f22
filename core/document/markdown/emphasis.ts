// Which runs of `*`, `_` and `~` are signs: CommonMark's rules of flanking and of pairing.
import type { RichMark } from '../rich.ts';

/** A run of one sign; what is left of it after pairing is words. */
export interface Delimiter {
  readonly part: number;
  readonly character: string;
  readonly length: number;
  left: number;
  readonly opens: boolean;
  readonly closes: boolean;
  used: boolean;
}

type Emphasis = 'bold' | 'italic' | 'strike';

/** Parts between two delimiters, both left out. */
export interface Span {
  readonly kind: Emphasis;
  readonly from: number;
  readonly to: number;
}

function flanks(
  before: string,
  after: string,
): { left: boolean; right: boolean; punctuated: [boolean, boolean] } {
  const space = (one: string) => one === '' || /^\s$/.test(one);
  const sign = (one: string) => /^[\p{P}\p{S}]$/u.test(one);
  return {
    left: !space(after) && (!sign(after) || space(before) || sign(before)),
    right: !space(before) && (!sign(before) || space(after) || sign(after)),
    punctuated: [sign(before), sign(after)],
  };
}

function characterBefore(text: string, at: number): string {
  const pair = at >= 2 && /[\udc00-\udfff]/.test(text.charAt(at - 1));
  return text.slice(at - (pair ? 2 : 1), at);
}

function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** The run of delimiters that starts at `at`, as the part of that number, and where it ends. */
export function delimiterAt(
  text: string,
  at: number,
  part: number,
): { delimiter: Delimiter; end: number } {
  const character = text.charAt(at);
  let end = at;
  while (text.charAt(end) === character) end++;
  const length = end - at;
  const { left, right, punctuated } = flanks(characterBefore(text, at), characterAt(text, end));
  const inWords = character === '_';
  const possible = character !== '~' || length <= 2;
  const delimiter: Delimiter = {
    part,
    character,
    length,
    left: length,
    opens: possible && left && (!inWords || !right || punctuated[0]),
    closes: possible && right && (!inWords || !left || punctuated[1]),
    used: false,
  };
  return { delimiter, end };
}

function pairs(opener: Delimiter | undefined, closer: Delimiter): boolean {
  if (!opener || opener.character !== closer.character || !opener.opens) return false;
  if (closer.character === '~') return opener.length === closer.length;
  const both = opener.closes || closer.opens;
  const multiple = opener.length % 3 === 0 && closer.length % 3 === 0;
  return !both || multiple || (opener.length + closer.length) % 3 !== 0;
}

/** Pairs the delimiters from `bottom` on that are not used yet, as CommonMark's "process emphasis" does. */
export function matchDelimiters(delimiters: readonly Delimiter[], bottom: number): Span[] {
  const spans: Span[] = [];
  // Where nothing was found below, nothing is looked for again: this keeps it linear.
  const lowest = new Map<string, number>();
  const stack: Delimiter[] = [];
  for (const closer of delimiters.slice(bottom)) {
    if (closer.used) continue;
    closer.used = true;
    while (closer.closes && closer.left > 0) {
      const size = closer.character === '~' ? closer.length : closer.length % 3;
      const key = `${closer.character}${closer.opens}${size}`;
      const floor = lowest.get(key) ?? 0;
      let found = stack.length - 1;
      while (found >= floor && !pairs(stack[found], closer)) found--;
      const opener = stack[found];
      if (found < floor || !opener) {
        lowest.set(key, stack.length);
        break;
      }
      const count =
        closer.character === '~' ? closer.length : Math.min(2, opener.left, closer.left);
      const kind = closer.character === '~' ? 'strike' : count === 2 ? 'bold' : 'italic';
      spans.push({ kind, from: opener.part, to: closer.part });
      opener.left -= count;
      closer.left -= count;
      stack.length = opener.left > 0 ? found + 1 : found;
      for (const [name, value] of lowest) if (value > stack.length) lowest.set(name, stack.length);
    }
    if (closer.opens && closer.left > 0) stack.push(closer);
  }
  return spans;
}

/** The marks of each part, from the spans it is in. */
export function marksByPart(spans: readonly Span[], parts: number): RichMark[][] {
  const marks: RichMark[][] = Array.from({ length: parts }, () => []);
  for (const kind of ['bold', 'italic', 'strike'] as const) {
    const steps = new Int32Array(parts + 2);
    for (const span of spans) {
      if (span.kind !== kind) continue;
      steps[span.from + 1] = (steps[span.from + 1] ?? 0) + 1;
      steps[span.to] = (steps[span.to] ?? 0) - 1;
    }
    let depth = 0;
    for (const [index, own] of marks.entries()) {
      depth += steps[index] ?? 0;
      if (depth > 0) own.push({ type: kind });
    }
  }
  return marks;
}
