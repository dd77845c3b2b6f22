// Ids of new items: cited for ever, so long enough never to meet another.

const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';
/** 36^14 is more than 2^72. */
const LENGTH = 14;

/** A new id; works on plain http, where crypto.randomUUID does not exist. */
export function newItemId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
  return [...bytes].map((byte) => LETTERS[byte % LETTERS.length]).join('');
}
