// Queries about the bearer tokens of programs.
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from './open.ts';
import { tokens } from './schema/people.ts';

export type Token = typeof tokens.$inferSelect;
export type TokenStore = ReturnType<typeof tokenStore>;

export function tokenStore({ orm: reader, write }: Database) {
  // Asked for each connection of a program: made once.
  const byId = reader
    .select()
    .from(tokens)
    .where(eq(tokens.id, sql.placeholder('id')))
    .prepare();
  const byHash = reader
    .select()
    .from(tokens)
    .where(and(eq(tokens.hash, sql.placeholder('hash')), isNull(tokens.revokedAt)))
    .prepare();
  return {
    /** Newest first, the revoked ones too. */
    async list(): Promise<readonly Token[]> {
      return reader.select().from(tokens).orderBy(desc(tokens.createdAt), desc(tokens.id)).all();
    },

    async add(
      token: Pick<Token, 'id' | 'name' | 'role' | 'hash' | 'createdAt' | 'createdBy'>,
    ): Promise<Token> {
      return write((orm) => orm.insert(tokens).values(token).returning().get());
    },

    async get(id: string): Promise<Token | null> {
      return byId.get({ id }) ?? null;
    },

    /** The token of this secret's hash, unless it was revoked. */
    async living(hash: string): Promise<Token | null> {
      return byHash.get({ hash }) ?? null;
    },

    /** When tokens were last used, by id: all in one transaction. */
    async touch(uses: ReadonlyMap<string, Date>): Promise<void> {
      await write((orm) => {
        for (const [id, lastUsedAt] of uses)
          orm.update(tokens).set({ lastUsedAt }).where(eq(tokens.id, id)).run();
      });
    },

    /** False where there is no such token. Revoking twice keeps the first date. */
    async revoke(id: string, now: Date): Promise<boolean> {
      return write((orm) => {
        const token = orm.select({ id: tokens.id }).from(tokens).where(eq(tokens.id, id)).get();
        orm
          .update(tokens)
          .set({ revokedAt: now })
          .where(and(eq(tokens.id, id), isNull(tokens.revokedAt)))
          .run();
        return Boolean(token);
      });
    },
  };
}
