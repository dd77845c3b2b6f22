// Why the database would not open: a code and values, worded by whoever tells it.

export type DatabaseRefusal =
  | { readonly code: 'other-version' }
  | { readonly code: 'trigger-missing' | 'trigger-altered'; readonly name: string }
  | { readonly code: 'foreign-keys'; readonly table: string }
  | { readonly code: 'restore-unfinished'; readonly folder: string }
  | { readonly code: 'not-a-database'; readonly file: string }
  | { readonly code: 'cannot-open'; readonly file: string; readonly why: string };

/** Thrown at start only: the database is there but must not be used as it is. Its words are `store.refused.<code>`. */
export class DatabaseRefused extends Error {
  override readonly name = 'DatabaseRefused';
  constructor(readonly refusal: DatabaseRefusal) {
    super(Object.values(refusal).join(' '));
  }
}
