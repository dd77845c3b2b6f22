// The canonical form of documents: what hashes cover and what tells whether two documents are the same.

/**
 * RFC 8785 text of a JSON value: members by UTF-16 code units, numbers and strings as ECMAScript
 * writes them. Members that are undefined are left out. Total: what JSON cannot hold becomes null.
 */
export function jcs(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jcs).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, member]) => `${JSON.stringify(key)}:${jcs(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** The value without its empty members (`""`, `{}`, `[]`), innermost first; elements of arrays stay. */
export function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value)
    .map(([key, member]) => [key, withoutEmpty(member)] as const)
    .filter(([, member]) => !isEmpty(member));
  return Object.fromEntries(members);
}

/** Canonical form of an interchange document (or of a part of one): RFC 8785 without empty members. */
export function canonicalJson(document: unknown): string {
  return jcs(withoutEmpty(document));
}
