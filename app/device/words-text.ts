// What waits, as plain text to be copied or saved: it must be readable without this application.
import type { Translate } from '#locales/catalogue.ts';
import type { KeptWords } from './database.ts';
import type { WaitingRoom } from './waiting.ts';

/** Number and title of what the words were written into. */
export function nameOfWords(t: Translate, { number, title, section }: KeptWords): string {
  const name = [number, title.trim()].filter(Boolean).join(' ');
  return name || t(section === '' ? 'device.preamble' : 'device.untitled');
}

/** One item: its name, what it says with the person's words in it, and what it said before. */
export function textOfWords(t: Translate, words: KeptWords): string {
  const { before, after } = words;
  const lines = [nameOfWords(t, words), after];
  if (before !== after && before !== '') lines.push('', t('device.before'), before);
  if (before === after) {
    const fields = Object.values(words.fields).filter((value) => value !== '');
    lines.push(t('device.not-words'), ...fields.map(String));
  }
  return lines.join('\n');
}

/** All of it, room by room. */
export function textOfRooms<Room extends WaitingRoom>(
  t: Translate,
  rooms: readonly Room[],
  nameOfRoom: (room: Room) => string,
): string {
  return rooms
    .map((room) => {
      const items =
        room.words.length === 0
          ? [t('device.no-words')]
          : room.words.map((words) => textOfWords(t, words));
      return [nameOfRoom(room), ...items].join('\n\n');
    })
    .join('\n\n\n');
}
