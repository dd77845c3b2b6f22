// A room of one item in paragraphs, and what an editor does to them: joining, making something else of them.
import * as Y from 'yjs';
import { ITEM_KEY } from '#core/document/wire.ts';
import { MemoryStore } from './memory-store.ts';
import { editor, PairedClient } from './socket-pair.ts';
import { World } from './world.ts';

export function fragmentOf(client: { doc: Y.Doc }, id = 'm-1'): Y.XmlFragment {
  const item = client.doc.getMap<Y.Map<unknown>>('items').get(id);
  const text = item?.get(ITEM_KEY.text);
  if (!(text instanceof Y.XmlFragment)) throw new Error('no text');
  return text;
}

/** The paragraphs of an item, one line each. */
export function lines(client: { doc: Y.Doc }, id?: string): string[] {
  return fragmentOf(client, id)
    .toArray()
    .map((element) => element.toString().replace(/<[^>]*>/g, ''));
}

export function element(name: string, words: string): Y.XmlElement {
  const made = new Y.XmlElement(name);
  if (words !== '') made.insert(0, [new Y.XmlText(words)]);
  return made;
}

export function textAt(client: { doc: Y.Doc }, index: number): Y.XmlText {
  const line = fragmentOf(client).get(index);
  const text = line instanceof Y.XmlElement ? line.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error('no words');
  return text;
}

/** What the editor does when a paragraph becomes something else: a new element with the same words, the old one deleted. */
export function retype(client: PairedClient, index: number, name: string): void {
  client.doc.transact(() => {
    const fragment = fragmentOf(client);
    const words = textAt(client, index).toString();
    fragment.delete(index, 1);
    fragment.insert(index, [element(name, words)]);
  });
}

/** Backspace at the start of a paragraph. */
export function join(client: PairedClient, index: number): void {
  client.doc.transact(() => {
    const words = textAt(client, index).toString();
    fragmentOf(client).delete(index, 1);
    const before = textAt(client, index - 1);
    before.insert(before.length, words);
  });
}

/** Two people in a room with one item, `m-1`, of these paragraphs, which Ann wrote. */
export async function room(
  paragraphs: readonly string[] = ['accueillir les parents', 'prévenir les conflits'],
  { keeps = false } = {},
) {
  const store = new MemoryStore();
  const world = new World(store);
  const ann = new PairedClient(editor('ann')).connect(world.rooms);
  const bob = new PairedClient(editor('bob'), { keeps }).connect(world.rooms);
  await world.exchange(ann, bob);
  ann.doc.transact(() => {
    const item = new Y.Map<unknown>();
    const text = new Y.XmlFragment();
    text.insert(
      0,
      paragraphs.map((words) => element('paragraph', words)),
    );
    item.set(ITEM_KEY.text, text);
    ann.doc.getMap('items').set('m-1', item);
  });
  await world.exchange(ann, bob);
  return { store, world, ann, bob };
}
