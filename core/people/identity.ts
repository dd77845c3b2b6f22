// What a person's name, address and password may be: cleaned or refused here, once, for pages, API and command line.
import type { InputProblem } from '../refusal.ts';

/** In characters as Unicode counts them (code points). */
export const NAME_MAX = 80;
/** Twelve, as the ANSSI advises where nothing else is asked; no rule about digits or signs. */
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;
const EMAIL_MAX = 254;

/**
 * What may not stand in a name: controls, private characters, halves of surrogate pairs, what steers the
 * direction or hides (category Cf: overrides, marks, zero-width space), letters drawn as nothing. The
 * zero-width joiners stay: some scripts and emoji are written with them.
 */
const UNWANTED = /[\p{Cc}\p{Co}\p{Cs}\u115f\u1160\u2800\u3164\uffa0]|(?![\u200c\u200d])\p{Cf}/gu;
const JOINERS_AT_EDGES = /^[\u200c\u200d]+|[\u200c\u200d]+$/g;

/**
 * A name as it is kept: composed (NFC), on one line, without what UNWANTED names, single spaces,
 * cut after NAME_MAX characters and never inside one that people see as one. May be empty.
 */
export function cleanName(text: string): string {
  const clean = text
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .replace(UNWANTED, '')
    .normalize('NFC')
    .replace(/ {2,}/g, ' ')
    .trim()
    .replace(JOINERS_AT_EDGES, '')
    .trim();
  if ([...clean].length <= NAME_MAX) return clean;
  let kept = '';
  let length = 0;
  for (const { segment } of new Intl.Segmenter('fr').segment(clean)) {
    length += [...segment].length;
    if (length > NAME_MAX) break;
    kept += segment;
  }
  return kept.trim();
}

/** An address as it is kept and compared: trimmed and in lower case. */
export function cleanEmail(text: string): string {
  return text.trim().toLowerCase();
}

/** The same addresses as better-auth admits (zod's rule), or somebody would be invited who cannot sign in. */
const EMAIL = /^(?!\.)(?!.*\.\.)([a-z0-9_'+\-.]*)[a-z0-9_+-]@([a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/;

/** What is wrong with a cleaned name, or null. */
export function nameProblem(name: string): InputProblem | null {
  return name === '' ? { path: 'name', problem: 'refusal.problem.name' } : null;
}

/** What is wrong with a cleaned address, or null. */
export function emailProblem(email: string): InputProblem | null {
  return email.length <= EMAIL_MAX && EMAIL.test(email)
    ? null
    : { path: 'email', problem: 'refusal.problem.email' };
}

/** What is wrong with a new password, or null. Spaces, accents and signs all count, as they are typed. */
export function passwordProblem(password: string): InputProblem | null {
  const length = [...password.normalize('NFKC')].length;
  if (length < PASSWORD_MIN)
    return { path: 'password', problem: 'refusal.problem.password-too-short' };
  if (length > PASSWORD_MAX)
    return { path: 'password', problem: 'refusal.problem.password-too-long' };
  return null;
}
