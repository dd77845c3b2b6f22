// Who is here, from what the server says of each connection: one person once, however many tabs they have.

export interface Person {
  /** The server's id of the person, or their name where it gives none. */
  readonly key: string;
  readonly name: string;
  /** 1 to 6: which of the tokens --person-1 … --person-6. */
  readonly colour: number;
}

export interface PersonHere extends Person {
  readonly self: boolean;
  /** Items this person writes in, by tab; the last one they were seen in comes first. */
  readonly writing: readonly string[];
}

const COLOURS = 6;
const LONGEST_NAME = 80;

/** The same person has the same colour in every browser: FNV-1a over the key. */
export function colourOf(key: string): number {
  let hash = 0x811c9dc5;
  for (const character of key) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return ((hash >>> 0) % COLOURS) + 1;
}

/** Reads the `user` of an awareness state. Total: what is none has an empty name. */
export function personOf(user: unknown): Person {
  const said: Record<string, unknown> =
    typeof user === 'object' && user !== null ? Object.fromEntries(Object.entries(user)) : {};
  const name = typeof said.name === 'string' ? [...said.name].slice(0, LONGEST_NAME).join('') : '';
  const key = typeof said.id === 'string' && said.id !== '' ? said.id : name;
  return { key, name, colour: colourOf(key) };
}

/** One or two letters for an avatar: first letters of the first and last word. */
export function initials(name: string): string {
  const words = name.split(/[\s'’.-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = words[0];
  if (first === undefined) return '?';
  const last = words.length > 1 ? words.at(-1) : undefined;
  const letter = (word: string) => [...word].find((one) => /[\p{L}\p{N}]/u.test(one)) ?? '';
  return (letter(first) + (last ? letter(last) : '')).toLocaleUpperCase();
}
