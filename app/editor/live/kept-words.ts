// Tells the keeper what items are called and say, before a change of this page and after it, and when the page goes away.
import type * as Y from 'yjs';
import { type OpenRoom, openRooms } from '../../device/channel.ts';
import type { ItemWords, Keeper } from '../../device/keeper.ts';
import type { Section } from './section.ts';
import { itemsTouched } from './touched.ts';
import { wordsBefore, wordsNow } from './words-around.ts';

/** What an item (or preamble) is called and says now; null where it has no text. */
export function describeItem({ view }: Section, id: string): ItemWords | null {
  const text = view.fragment(id);
  if (!text) return null;
  const row = view.row(id);
  const binned = view.snapshot.value.bin.find((one) => one.id === id);
  return {
    number: row?.number ?? '',
    title: row?.title ?? binned?.title ?? '',
    section: row?.section ?? '',
    text: wordsNow(text),
    fields: row?.fields ?? {},
  };
}

/** Follows a section's changes for its keeper; returns what ends it. */
export function watchWords(section: Section, keeper: Keeper): () => void {
  const { doc, view, connection } = section;
  const changed = (transaction: Y.Transaction) => {
    if (transaction.origin === connection.provider) return;
    for (const id of itemsTouched(transaction)) {
      const text = view.fragment(id);
      keeper.touches(id, () => (text ? wordsBefore(text, transaction) : ''));
    }
  };
  // Before deleted text is cleaned away.
  doc.on('afterTransaction', changed);
  const flush = () => keeper.flush();
  const hidden = () => {
    if (document.visibilityState === 'hidden') void flush();
  };
  const open: OpenRoom = {
    room: keeper.room,
    flush,
    inPage: () => keeper.inPage,
    abandon: () => keeper.abandon(),
  };
  window.addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', hidden);
  document.addEventListener('freeze', flush);
  openRooms.add(open);
  return () => {
    doc.off('afterTransaction', changed);
    window.removeEventListener('pagehide', flush);
    document.removeEventListener('visibilitychange', hidden);
    document.removeEventListener('freeze', flush);
    openRooms.delete(open);
  };
}
