// Shortens a text to be shown, between what a reader sees as letters.

/**
 * At most `most` UTF-16 units of `text`, with an ellipsis where something was left out. A letter with its accents, or an
 * emoji of several parts, is never cut in two: cut in its middle it would show a sign that stands for nothing.
 */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  for (const letter of letters(text.slice(0, most + LONGEST))) {
    if (end + letter.length > most) break;
    end += letter.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}

function letters(text: string): string[] {
  // Browsers before 2024 may not know letters: then at least no sign is cut in two.
  if (!('Segmenter' in Intl)) return [...text];
  return [...new Intl.Segmenter('fr').segment(text)].map(({ segment }) => segment);
}

/** No letter that people write is longer; what is looked at ends behind one, not in it. UTF-16 units. */
const LONGEST = 64;
