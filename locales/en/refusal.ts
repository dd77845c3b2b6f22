// English words: refusals.

import type { refusal as french } from '../fr/refusal.ts';
import type { Message } from '../message.ts';

export const refusal: Record<keyof typeof french, Message> = {
  'refusal.not-signed-in': 'Sign in to see this page or to do this.',
  'refusal.not-allowed':
    'Your role does not allow this. Somebody of the coordination can do it, or change your role.',
  'refusal.not-found':
    'There is nothing at this address. The address may be incomplete, or what it showed was removed.',
  'refusal.invalid-input': 'Something is missing or not right in what was sent.',
  'refusal.slug-taken': 'Another framework already has this address. Choose another one.',
  'refusal.label-taken':
    'A version already has this number. A published version never changes: choose another number.',
  'refusal.label-not-newer':
    'The number of a version must be greater than those already published, such as {previous}.',
  'refusal.already-published':
    'This framework has a published version and can no longer be deleted. You can archive it.',
  'refusal.already-withdrawn': 'This version is already withdrawn.',
  'refusal.archived':
    'This framework is archived: it can be read, not changed. The coordination can open it again.',
  'refusal.link-used-or-expired':
    'This link was used, has expired, or was replaced by a newer one. Ask for a new one.',
  'refusal.email-taken': 'There is already an account with this e-mail address.',
  'refusal.wrong-credentials':
    'The address or the password is not right. You can also receive a sign-in link by e-mail.',
  'refusal.too-many-attempts':
    'Too many attempts for this account. Try again in a few minutes, or ask for a sign-in link by e-mail.',
  'refusal.last-coordinator':
    'This is the only coordinator account. First give this role to somebody else, who has signed in.',
  'refusal.setup-done': 'The first coordinator account already exists. Sign in.',
  'refusal.document-invalid': 'This document cannot be read as a framework. Nothing was changed.',
  'refusal.file-unreadable': 'This file cannot be read. Nothing was changed.',
  'refusal.unknown-template': 'There is no such framework template.',
  'refusal.too-large': 'This is too large to be received. Nothing was changed.',
  'refusal.unsupported-format': 'This format is not supported.',
  'refusal.store-unavailable':
    'The server cannot save right now. Nothing was changed; try again in a moment.',
  'refusal.text-unreadable':
    'The text “{room}” cannot be opened: what is stored of it is damaged. Nothing in it was changed; a coordinator can put it right on its page.',
  'refusal.not-damaged': 'This text can be read: there is nothing to put right.',
  'refusal.nothing-to-recover': 'There is nothing of that kind to put this text right from.',

  'refusal.problem.name': 'Give a name.',
  'refusal.problem.email': 'This e-mail address is not right. It looks like: name@example.org',
  'refusal.problem.password-too-short': 'The password must have at least 12 characters.',
  'refusal.problem.password-too-long': 'The password must have at most 200 characters.',
  'refusal.problem.current-password': 'The present password is not right.',
  'refusal.problem.label':
    'The number of a version is two or three numbers parted by points, such as 0.2 or 1.0.',
  'refusal.problem.reason': 'Give the reason.',
  'refusal.problem.unknown-item': 'This item is not in this revision.',
  'refusal.problem.no-item': 'Choose at least one item.',
  'refusal.problem.other-template':
    'This document follows another template than this framework. Import it as a new framework.',
  'refusal.problem.other-language':
    'This document is in another language than this framework. Import it as a new framework.',
  'refusal.problem.no-words': 'Write something.',
  'refusal.problem.comment-too-long': 'A comment has 5,000 characters at most. Cut it in two.',
  'refusal.problem.words-gone': 'These words are not in this item, or are there more than once.',
  'refusal.problem.cursor': 'This part of the list does not exist. Start the list again.',
};
