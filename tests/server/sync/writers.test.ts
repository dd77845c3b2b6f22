// Nobody writes in the name of somebody who is there.
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { MemoryStore } from './memory-store.ts';
import { editor, PairedClient } from './socket-pair.ts';
import { MISSIONS, World } from './world.ts';

it('SY-45 B28 refuses words under the client id of somebody who is there, and lets nobody have them', async () => {
  const store = new MemoryStore();
  const world = new World(store);
  const ann = new PairedClient(editor('ann')).connect(world.rooms);
  await world.exchange(ann);
  ann.doc.getText('words').insert(0, 'honest');
  await world.exchange(ann);
  const forging = new Y.Doc();
  Y.applyUpdate(forging, Y.encodeStateAsUpdate(ann.doc));
  forging.clientID = ann.doc.clientID;
  const eve = new PairedClient(editor('eve'), { doc: forging }).connect(world.rooms);
  forging.getText('words').insert(0, 'FORGED ');
  await world.exchange(ann, eve);
  expect(eve.closeCode).toBe(1007);
  expect(ann.doc.getText('words').toString()).toBe('honest');
  expect(store.writers(MISSIONS)).toEqual(['ann']);
});
