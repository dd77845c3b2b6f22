// Hocuspocus as it comes, with its SQLite extension: reads HOST, PORT and DB. Copied beside its packages and run there.
import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';

const { HOST, PORT, DB } = process.env;
const server = new Server({
  port: Number(PORT),
  address: HOST,
  quiet: true,
  extensions: [new SQLite({ database: DB })],
});
await server.listen();
