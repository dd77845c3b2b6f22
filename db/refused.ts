// Why the database would not open, in one line fit for whoever starts the server.

/** Thrown at start only: the database is there but must not be used as it is. */
export class DatabaseRefused extends Error {
  override readonly name = 'DatabaseRefused';
}
