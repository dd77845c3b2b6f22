// Every way to say no has words, and they say the numbers that the rules hold.
import { expect, test } from 'vitest';
import { PASSWORD_MAX, PASSWORD_MIN } from '#core/people/identity.ts';
import { REFUSALS } from '#core/refusal.ts';
import { isMessageKey, translator } from '#locales/catalogue.ts';

test.each(Object.keys(REFUSALS))('%s is worded', (code) => {
  expect(isMessageKey(`refusal.${code}`)).toBe(true);
});

test.each(['fr', 'en'] as const)('lengths of a password are said as they are (%s)', (language) => {
  const say = translator(language);
  expect(say('refusal.problem.password-too-short')).toContain(String(PASSWORD_MIN));
  expect(say('refusal.problem.password-too-long')).toContain(String(PASSWORD_MAX));
});
