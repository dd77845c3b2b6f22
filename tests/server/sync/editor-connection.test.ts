// The editor's own connection against a real server: what it deletes while others write, and what it says of saving.
import { afterEach, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { Connection } from '#app/editor/live/connection.ts';
import { MemoryStore } from './memory-store.ts';
import { type RealServer, serve, socketOf, until } from './real-sockets.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const act of cleanUp.splice(0).reverse()) await act();
});

/** A page of `name`, whose messages get lost on the way as long as `loses.all`. */
function page({ address }: RealServer, name: string) {
  const doc = new Y.Doc();
  const loses = { all: false };
  const Named = socketOf(name);
  class Losing extends Named {
    override send(data: Parameters<globalThis.WebSocket['send']>[0]): void {
      if (!loses.all) super.send(data);
    }
  }
  const connection = new Connection({
    url: address,
    room: 'f/missions',
    doc,
    socket: Losing,
    onBrokenView: (error) => {
      throw error;
    },
  });
  cleanUp.push(() => connection.destroy());
  const preamble = doc.getXmlFragment('preamble');
  return {
    doc,
    loses,
    preamble,
    state: () => connection.state.value,
    cut: () => (connection.provider.ws as unknown as WebSocket).terminate(),
  };
}

function paragraph(words: string): Y.XmlElement {
  const made = new Y.XmlElement('paragraph');
  made.insert(0, [new Y.XmlText(words)]);
  return made;
}

it('SY-27 keeps words that came into a paragraph which this page had deleted just before its connection broke', async () => {
  const server = await serve(new MemoryStore());
  cleanUp.push(() => server.kill());
  const ann = page(server, 'ann');
  const bob = page(server, 'bob');
  await until(() => ann.state().loaded && bob.state().loaded);
  ann.preamble.insert(0, [paragraph('un'), paragraph('deux')]);
  await until(() => bob.preamble.length === 2 && ann.state().saved);
  ann.loses.all = true;
  ann.preamble.delete(1, 1);
  const line = bob.preamble.get(1);
  if (line instanceof Y.XmlElement) (line.get(0) as Y.XmlText).insert(4, ' TROIS');
  await until(() => Y.getState(ann.doc.store, bob.doc.clientID) > 0);
  expect(ann.state().saved).toBe(false);
  ann.cut();
  ann.loses.all = false;
  await until(() => ann.state().saved && bob.state().saved && bob.preamble.length === 2);
  await until(() => ann.preamble.toString() === bob.preamble.toString());
  expect(bob.preamble.toString()).toBe('<paragraph>un</paragraph><paragraph> TROIS</paragraph>');
});

it('SY-4 says saved only once what was typed offline is on disk', async () => {
  const store = new MemoryStore();
  const first = await serve(store);
  const ann = page(first, 'ann');
  await until(() => ann.state().loaded);
  await first.kill();
  ann.preamble.insert(0, [paragraph('hors connexion')]);
  await until(() => ann.state().phase === 'offline');
  expect(ann.state().saved).toBe(false);
  store.failing = new Error('disk full');
  const second = await serve(store, { port: first.port, limits: { failedMs: 10 } });
  cleanUp.push(() => second.kill());
  await until(() => second.rooms.stats().counted.loadErrors > 0);
  expect(ann.state().saved).toBe(false);
  store.failing = null;
  await until(() => ann.state().saved && ann.state().phase === 'live');
  const bob = page(second, 'bob');
  await until(() => bob.preamble.length === 1);
});
