// A check of everything that is kept finds what was damaged, names it, and says nothing when all is well.
import { beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { verify } from '#server/commands/verify.ts';
import { coordinator, type House, house, sample, value } from '../house.ts';

const slug = 'recommandations';
let here: House;
beforeEach(async () => {
  here = house();
  value(await here.commands.frameworks.import(coordinator, sample(slug)));
  for (const label of ['0.1', '0.2']) {
    value(await here.commands.frameworks.update(coordinator, slug, { title: label }));
    const input = { label, status: 'consultation', note: '', public: true } as const;
    value(await here.commands.versions.publish(coordinator, slug, input));
  }
});

const keys = async () => (await verify(here.store)).map(({ key }) => key);

/** As somebody would who drops the triggers, changes what they hold, and puts them back. */
function forge(sql: string): void {
  const { driver } = here.database;
  const triggers = driver
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`,
    )
    .all();
  for (const { name } of triggers) driver.exec(`DROP TRIGGER ${name}`);
  driver.exec(sql);
  for (const trigger of triggers) driver.exec(trigger.sql);
}

it('says nothing when all is well', async () => {
  expect(await verify(here.store)).toEqual([]);
});

it.each([
  [`UPDATE revisions SET document = replace(document, '0.1', '0.3')`, ['store.verify.revision']],
  [
    `UPDATE revisions SET document = '{}', hash = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a' WHERE number = 1`,
    ['store.verify.version'],
  ],
  [`UPDATE versions SET note = '"forged"' WHERE label = '0.2'`, ['store.verify.version']],
  [`UPDATE versions SET published_at = 1 WHERE label = '0.1'`, ['store.verify.version']],
  [`DELETE FROM versions WHERE label = '0.1'`, ['store.verify.chain']],
  [`UPDATE versions SET revision_id = 2 WHERE label = '0.1'`, ['store.verify.version']],
  [`UPDATE room_updates SET bytes = x'0102'`, ['store.verify.room-damaged']],
  ['DROP TRIGGER frozen_versions_update', ['store.verify.trigger-missing']],
])('after %s it finds %j', async (sql, expected) => {
  if (sql.startsWith('DROP')) here.database.driver.exec(sql);
  else forge(sql);
  expect(await keys()).toEqual(expected);
});

it('finds changes that wait for others which never came', async () => {
  const writer = new Y.Doc();
  writer.getMap('items').set('a', 1);
  const missing = Y.encodeStateVector(writer);
  writer.getMap('items').set('b', 2);
  const { id } = value(await here.queries.frameworks.get(coordinator, slug));
  await here.store.log.append([
    {
      room: { frameworkId: id, room: 'recommendations' },
      update: Y.encodeStateAsUpdate(writer, missing),
      actorId: '',
      at: new Date(),
    },
  ]);
  expect(await verify(here.store)).toEqual([
    { key: 'store.verify.room', values: { framework: slug, room: 'recommendations' } },
  ]);
});
