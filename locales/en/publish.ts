// English words: publishing a version.
import type { publish as french } from '../fr/publish.ts';
import type { Message } from '../message.ts';

export const publish: Record<keyof typeof french, Message> = {
  'publish.title': 'Publish a version',
  'publish.lead':
    'A published version never changes again. It can be cited, and withdrawn, but not rewritten.',
  'publish.private': 'This framework is private: only members will read the version.',
  'publish.open-settings': 'Settings',
  'publish.unchanged': 'Nothing has changed since version {label}.',
  'publish.label': 'Label',
  'publish.first': 'This will be the first.',
  'publish.previous': 'The previous one is {label}.',
  'publish.status': 'Status',
  'publish.consultation': 'For consultation',
  'publish.consultation-hint': 'Readers are invited to respond.',
  'publish.adopted': 'Adopted',
  'publish.adopted-hint': 'Decided by the network. Customary label: {label}.',
  'publish.public': 'Open to everybody',
  'publish.public-hint':
    'Without this, only members read a consultation version. An adopted version is always open.',
  'publish.what-is-public':
    'Once open, the version is read, downloaded and compared without an account, with its note. The working text, revisions and members-only versions stay with the members.',
  'publish.question': 'What do readers have to know?',
  'publish.question-hint': 'The note stands at the head of the version, before the comparison.',
  'publish.note-fr': 'Release note, in French',
  'publish.note-en': 'Release note, in English',
  'publish.now': 'Publish',
  'publish.sending': 'Publishing…',
  'publish.from-to': 'From {label} to the working text',
  'publish.read-comparison': 'Read the whole comparison',
  'publish.problem.note': 'A few words are enough; they cannot be added later.',
  'publish.problem.label': 'Numbers separated by dots, like 0.2 or 1.0.',
};
