// Two people in one room, and the words of their text.
import { editor, PairedClient } from './socket-pair.ts';
import type { World } from './world.ts';

export function words(client: PairedClient): string {
  return client.doc.getText('words').toString();
}

export async function two(world: World) {
  const ann = new PairedClient(editor('ann')).connect(world.rooms);
  const bob = new PairedClient(editor('bob')).connect(world.rooms);
  await world.exchange(ann, bob);
  return { ann, bob };
}
