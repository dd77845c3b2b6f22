// Where drizzle-kit reads the schema and writes migrations: `npm run -s db:generate NAME` after a change in db/schema.
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './db/schema/*.ts',
  out: './db/migrations',
});
