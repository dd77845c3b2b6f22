// The socket by which the command line reaches a running server: `DATA_DIR/server.sock`, for the folder's owner only.
import { chmodSync, constants, openSync, rmSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { join } from 'node:path';
import { z } from 'zod';
import { LANGUAGES, type Language } from '#core/framework/interchange.ts';
import { type Act, actSchema, type Outcome, outcomeSchema } from './acts.ts';

/** The system takes no longer path for a socket. */
const PATH_LIMIT = 100;
const BODY_LIMIT = 128 * 2 ** 20;

const askedSchema = z.object({ language: z.enum(LANGUAGES), input: actSchema });

/** The path of the socket; a folder that is too deep for one is reached by way of an open descriptor. */
function socketPath(dataDir: string): string {
  const path = join(dataDir, 'server.sock');
  if (Buffer.byteLength(path) <= PATH_LIMIT || process.platform !== 'linux') return path;
  const folder = openSync(dataDir, constants.O_RDONLY | constants.O_DIRECTORY);
  return `/proc/self/fd/${folder}/server.sock`;
}

export interface Control {
  close(): Promise<void>;
}

/** Opens the socket in a folder whose lock is held, in place of one that a dead server left. */
export async function openControl(
  dataDir: string,
  perform: (input: Act, language: Language) => Promise<Outcome>,
  failed: (error: unknown) => void,
): Promise<Control> {
  const path = socketPath(dataDir);
  rmSync(path, { force: true });
  const server: Server = createServer(async (asked, answer) => {
    try {
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of asked) {
        size += chunk.length;
        if (size > BODY_LIMIT) throw new Error('too large');
        chunks.push(chunk);
      }
      const { language, input } = askedSchema.parse(JSON.parse(Buffer.concat(chunks).toString()));
      answer.end(JSON.stringify(await perform(input, language)));
    } catch (error) {
      failed(error);
      answer.statusCode = 500;
      answer.end();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  chmodSync(path, 0o600);
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

/** Has the running server do it; null where none runs. Throws where one runs and does not answer. */
export function askServer(
  dataDir: string,
  input: Act,
  language: Language,
): Promise<Outcome | null> {
  return new Promise((resolve, reject) => {
    const asking = request({ socketPath: socketPath(dataDir), path: '/', method: 'POST' });
    asking.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(null);
      else reject(error);
    });
    asking.on('response', async (answer) => {
      try {
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(chunk);
        if (answer.statusCode !== 200) throw new Error(`status ${answer.statusCode}`);
        resolve(outcomeSchema.parse(JSON.parse(Buffer.concat(chunks).toString())));
      } catch (error) {
        reject(error);
      }
    });
    asking.end(JSON.stringify({ language, input }));
  });
}
