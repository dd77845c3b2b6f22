// A data folder of the product with frameworks to write in, and tokens so that everybody who types is somebody else.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '#db/open.ts';
import { createStore } from '#db/store.ts';
import { tokenStore } from '#db/tokens.ts';
import { newSecret, secretHash } from '#server/auth/secrets.ts';
import { databaseFile } from '#server/data-folder.ts';
import { TEMPLATE } from '../load/documents.ts';
import { documentName } from '../load/fleet.ts';

const PEOPLE = 500;

/** Makes what is not there yet, and gives the secrets of the tokens. */
export async function prepareProduct(folder: string, rooms: number): Promise<readonly string[]> {
  const kept = join(folder, 'tokens.json');
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as string[];
  const database = openDatabase(databaseFile(folder));
  try {
    const { frameworks } = createStore(database);
    for (let room = 0; room < rooms; room++) {
      const slug = documentName(room);
      await frameworks.add(
        {
          id: slug,
          slug,
          title: slug,
          template: TEMPLATE,
          language: 'fr',
          licence: '',
          notice: '',
          visibility: 'private',
          archivedAt: null,
          sample: false,
          createdAt: new Date(),
        },
        [],
      );
    }
    const secrets = Array.from({ length: PEOPLE }, () => newSecret());
    const tokens = tokenStore(database);
    for (const [index, secret] of secrets.entries()) {
      await tokens.add({
        id: `typist-${index}`,
        name: `Typist ${index}`,
        role: 'editor',
        hash: secretHash(secret),
        createdAt: new Date(),
        createdBy: 'bench',
      });
    }
    writeFileSync(kept, JSON.stringify(secrets), { mode: 0o600 });
    return secrets;
  } finally {
    database.close();
  }
}
