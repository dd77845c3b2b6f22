// Names, addresses and passwords: what is cleaned, what is refused.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  cleanEmail,
  cleanName,
  emailProblem,
  NAME_MAX,
  nameProblem,
  PASSWORD_MAX,
  PASSWORD_MIN,
  passwordProblem,
} from '#core/people/identity.ts';

describe('a name', () => {
  test.each([
    ['  Zoé   Martin ', 'Zoé Martin'],
    ['Zoe\u0301', 'Zoé'],
    ['Zoé\r\nBcc: x@example.org', 'Zoé Bcc: x@example.org'],
    ['abc\u202edef\u2066ghi\u200f', 'abcdefghi'],
    ['\u0000\u001b[31mrouge\u007f', '[31mrouge'],
    ['a\ud800b', 'ab'],
    ['\u200b\ufeff\u2060\u3164', ''],
    ['\u200d', ''],
    ['“>\u2028<b>', '“> <b>'],
    ['Équipe 👩‍🏫', 'Équipe 👩‍🏫'],
    ['نجلاء', 'نجلاء'],
    ['می‌خواهم', 'می‌خواهم'],
  ])('%j becomes %j', (text, name) => {
    expect(cleanName(text)).toBe(name);
  });

  test('is cut after eighty characters, never inside one', () => {
    expect(cleanName('x'.repeat(10_000))).toBe('x'.repeat(NAME_MAX));
    expect(cleanName(`${'x'.repeat(NAME_MAX - 1)}👩‍🏫`)).toBe('x'.repeat(NAME_MAX - 1));
    expect(cleanName(`${'x'.repeat(NAME_MAX - 3)}👩‍🏫`)).toBe(`${'x'.repeat(NAME_MAX - 3)}👩‍🏫`);
  });

  test('cleaned twice is cleaned once, stays well formed and within its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const name = cleanName(text);
        expect(cleanName(name)).toBe(name);
        expect([...name].length).toBeLessThanOrEqual(NAME_MAX);
        expect(name).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      }),
      { seed: 12, numRuns: 500 },
    );
  });

  test('is refused when nothing is left', () => {
    expect(nameProblem(cleanName(' \u200b '))?.problem).toBe('refusal.problem.name');
    expect(nameProblem('A')).toBeNull();
  });
});

describe('an address', () => {
  test.each(['c@example.org', 'prenom.nom+x@mediation.asso.fr', "o'neil@a-b.example"])(
    '%s is taken',
    (email) => {
      expect(emailProblem(email)).toBeNull();
    },
  );

  test.each([
    '',
    '@',
    'c@',
    'c@localhost',
    'c d@example.org',
    'a..b@example.org',
    'c@example.org, d@example.org',
    `${'a'.repeat(250)}@example.org`,
  ])('%j is refused', (email) => {
    expect(emailProblem(cleanEmail(email))?.problem).toBe('refusal.problem.email');
  });

  test('is compared without letter case or spaces around', () => {
    expect(cleanEmail(' \tC@EXAMPLE.Org\n')).toBe('c@example.org');
  });

  test('is taken exactly where the sign-in library takes it', () => {
    const piece = fc.string({ unit: fc.constantFrom(...'ab0.-_+\'@é "'), maxLength: 8 });
    const near = fc
      .tuple(piece, piece, fc.constantFrom('org', 'fr', 'o', 'example.org', ''))
      .map(([a, b, c]) => `${a}@${b}.${c}`);
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), near), (text) => {
        const email = cleanEmail(text);
        if (email.length > 254) return;
        expect(emailProblem(email) === null, email).toBe(z.email().safeParse(email).success);
      }),
      { seed: 7, numRuns: 2000 },
    );
  });
});

test.each([
  ['a'.repeat(PASSWORD_MIN), null],
  ['a'.repeat(PASSWORD_MIN - 1), 'refusal.problem.password-too-short'],
  ['é'.repeat(PASSWORD_MAX), null],
  ['👍'.repeat(PASSWORD_MAX), null],
  ['👍'.repeat(PASSWORD_MAX + 1), 'refusal.problem.password-too-long'],
  ['👍'.repeat(PASSWORD_MIN - 1), 'refusal.problem.password-too-short'],
  [' '.repeat(PASSWORD_MIN), null],
])('a password like %j: %s', (password, problem) => {
  expect(passwordProblem(password)?.problem ?? null).toBe(problem);
});
