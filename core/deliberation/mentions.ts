// People named in a comment: kept by id (`<@ID>`), written and shown by their name of now.

export interface Named {
  readonly id: string;
  readonly name: string;
}

const KEPT = /<@([\w-]{1,64})>/g;

export type CommentPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'person'; readonly id: string; readonly name: string };

/** The parts of a kept comment; what names nobody known stays as it was typed. */
export function commentParts(body: string, people: readonly Named[]): CommentPart[] {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const parts: CommentPart[] = [];
  let from = 0;
  const text = (to: number) => {
    if (to > from) parts.push({ kind: 'text', text: body.slice(from, to) });
  };
  for (const match of body.matchAll(KEPT)) {
    const id = match[1] ?? '';
    const name = names.get(id);
    if (name === undefined) continue;
    text(match.index);
    parts.push({ kind: 'person', id, name });
    from = match.index + match[0].length;
  }
  text(body.length);
  return parts;
}

/** A kept comment as plain words: to be edited, quoted in a letter, exported. */
export function plainComment(body: string, people: readonly Named[]): string {
  return commentParts(body, people)
    .map((part) => (part.kind === 'text' ? part.text : `@${part.name}`))
    .join('');
}

/** Ids of the people named in a kept comment, each once. */
export function mentionedIn(body: string, people: readonly Named[]): string[] {
  const parts = commentParts(body, people);
  return [...new Set(parts.flatMap((part) => (part.kind === 'person' ? [part.id] : [])))];
}

/**
 * What was typed, ready to be kept: `@` and a whole name becomes that person. Of people with one name those who were
 * `chosen` are meant; where that does not tell, nobody is.
 */
export function keptComment(
  typed: string,
  people: readonly Named[],
  chosen: readonly string[] = [],
): string {
  // Somebody whose name begins with another's comes first.
  const names = [...new Set(people.map(({ name }) => name))].sort((a, b) => b.length - a.length);
  let kept = '';
  let at = 0;
  while (at < typed.length) {
    const next = typed.indexOf('@', at);
    if (next < 0) break;
    kept += typed.slice(at, next);
    const rest = typed.slice(next + 1);
    // An address holds an @ too: somebody is named only where a word begins.
    const begins = !/[\p{L}\p{N}<]$/u.test(kept);
    const name = begins ? names.find((one) => startsWithName(rest, one)) : undefined;
    const id = name === undefined ? undefined : meant(people, name, chosen);
    kept += id === undefined ? '@' : `<@${id}>`;
    at = next + 1 + (id === undefined ? 0 : (name?.length ?? 0));
  }
  return kept + typed.slice(at);
}

function startsWithName(text: string, name: string): boolean {
  return name !== '' && text.startsWith(name) && !/^[\p{L}\p{N}]/u.test(text.slice(name.length));
}

function meant(
  people: readonly Named[],
  name: string,
  chosen: readonly string[],
): string | undefined {
  const all = people.filter((one) => one.name === name);
  const [only, ...others] = all.length > 1 ? all.filter(({ id }) => chosen.includes(id)) : all;
  return others.length === 0 ? only?.id : undefined;
}

/** The name that is being typed behind an `@` at the caret; null where none is. */
export function nameBeingTyped(
  text: string,
  caret: number,
): { readonly from: number; readonly typed: string } | null {
  const before = text.slice(0, caret);
  const from = before.lastIndexOf('@');
  if (from < 0 || /[\p{L}\p{N}<]$/u.test(before.slice(0, from))) return null;
  const typed = before.slice(from + 1);
  // A name has a few words on one line; what is longer is a sentence that holds an @.
  return /[\n@]/.test(typed) || typed.length > 40 || /^\s/.test(typed) ? null : { from, typed };
}
