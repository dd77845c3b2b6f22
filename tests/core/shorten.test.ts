// B10: a shortened text ends between letters, and never shows a sign that stands for nothing.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shorten } from '#core/shorten.ts';

test('B10 a title of 119 letters and an emoji of several parts never shows a broken sign, wherever it is cut', () => {
  const title = `${'a'.repeat(119)}👩‍🏫`;
  for (let most = 0; most <= title.length; most++) {
    const short = shorten(title, most);
    expect(short).toMatch(/^a*(👩‍🏫)?…?$/u);
  }
  expect(shorten(title, 200)).toBe(title);
  expect(shorten('Prévenir les conflits', 11)).toBe('Prévenir le…');
});

test('B10 any text: a beginning of it, whole letters, no longer than asked', () => {
  const letters = fc.array(
    fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
      fc.constantFrom('👩‍🏫', '🔴', '🟢', '👨‍👩‍👧‍👦', 'e\u0301', ' '),
    ),
  );
  fc.assert(
    fc.property(letters, fc.nat(40), (all, most) => {
      const text = all.join('');
      const short = shorten(text, most);
      if (text.length <= most) {
        expect(short).toBe(text);
        return;
      }
      const shown = short.slice(0, -1);
      expect(short.endsWith('…')).toBe(true);
      expect(shown.length).toBeLessThanOrEqual(most);
      expect(text.startsWith(shown)).toBe(true);
      expect(Buffer.from(shown, 'utf8').toString('utf8')).toBe(shown);
    }),
    { seed: 10 },
  );
});
