// Words that were typed and not sent, kept in this tab under whose they are: a reload or a slip of the hand loses none.

function keyOf(me: string, place: string): string {
  return `comment ${me} ${place}`;
}

/** What waits for a place (a thread, an item), '' where nothing does. */
export function keptDraft(me: string, place: string): string {
  try {
    return sessionStorage.getItem(keyOf(me, place)) ?? '';
  } catch {
    // A browser may keep nothing for us: the words are in the page only.
    return '';
  }
}

export function keepDraft(me: string, place: string, words: string): void {
  try {
    if (words.trim() === '') sessionStorage.removeItem(keyOf(me, place));
    else sessionStorage.setItem(keyOf(me, place), words);
  } catch {
    // As above.
  }
}
