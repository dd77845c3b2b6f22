// Who is here, from what the server says of each connection: one person once, however many tabs they have.
import { personColour } from '../components/avatar.tsx';

export interface Person {
  /** The server's id of the person, or their name where it gives none. */
  readonly key: string;
  readonly name: string;
  /** One of the tokens --person-1 … --person-6, as a CSS value. */
  readonly colour: string;
}

export interface PersonHere extends Person {
  readonly self: boolean;
  /** Items (or preambles) where this person's carets stand, one a tab. */
  readonly writing: readonly string[];
  /** The item they have before them, '' where that is unknown. */
  readonly reading: string;
}

const LONGEST_NAME = 80;

/** Reads the `user` of an awareness state. Total: what is none has an empty name. */
export function personOf(user: unknown): Person {
  const said: Record<string, unknown> =
    typeof user === 'object' && user !== null ? Object.fromEntries(Object.entries(user)) : {};
  const name = typeof said.name === 'string' ? [...said.name].slice(0, LONGEST_NAME).join('') : '';
  const key = typeof said.id === 'string' && said.id !== '' ? said.id : name;
  return { key, name, colour: personColour(name) };
}
