// What waits, as plain text to be copied or saved: it must be readable without this application.
import type { Translate } from '#locales/catalogue.ts';
import type { KeptWords } from './database.ts';
import type { WaitingRoom } from './waiting.ts';

/** Number and title of what the words were written into. */
export function nameOfWords(t: Translate, { number, title, section }: KeptWords): string {
  const name = [number, title.trim()].filter(Boolean).join(' ');
  return name || t(section === '' ? 'device.preamble' : 'device.untitled');
}

/** A text without its title, where it begins with it: the title is said already. */
export function withoutTitle(text: string, title: string): string {
  if (title === '' || !text.startsWith(title)) return text;
  const rest = text.slice(title.length);
  return rest === '' ? '' : rest.startsWith('\n') ? rest.replace(/^\n+/, '') : text;
}

/** One item: its name, what it says with the person's words in it, and what it said before. */
export function textOfWords(t: Translate, words: KeptWords): string {
  const { title } = words;
  const after = withoutTitle(words.after, title);
  const before = withoutTitle(words.before, title);
  const lines = [nameOfWords(t, words), ...(after === '' ? [] : [after])];
  if (before !== after && before !== '') lines.push('', t('device.before'), before);
  if (words.before === words.after) {
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
