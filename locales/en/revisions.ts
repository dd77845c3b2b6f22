// English words: the list of revisions.
import type { revisions as french } from '../fr/revisions.ts';
import type { Message } from '../message.ts';

export const revisions: Record<keyof typeof french, Message> = {
  'revisions.title': 'Revisions',
  'revisions.lead':
    'A revision is a frozen copy of the working text. It can be read, compared and put back.',
  'revisions.frozen': 'Revision {ref} frozen.',
  'revisions.same': 'Nothing has changed since {ref}: no further revision.',
  'revisions.named': 'Nothing has changed since {ref}: it now bears this name.',
  'revisions.has-name':
    'Nothing has changed since {ref}, which already bears the name “{name}”: no further revision.',
  'revisions.restored': 'The text of {ref} has been put back.',
  'revisions.kept': 'What stood before is kept as {ref}.',
  'revisions.name': 'Name of the revision',
  'revisions.name-hint': 'For example “after the March workshop”.',
  'revisions.freeze': 'Freeze a revision',
  'revisions.none': 'No revision yet.',
  'revisions.column.ref': 'Revision',
  'revisions.column.name': 'Name',
  'revisions.column.at': 'Frozen',
  'revisions.column.acts': 'Actions',
  'revisions.restore': 'Put back',
  'revisions.reason.manual': 'Unnamed',
  'revisions.reason.published': 'For a version',
  'revisions.reason.before-replace': 'Before a replacement',
  'revisions.reason.before-restore': 'Before a restore',
  'revisions.reason.after-recovery': 'After a damaged section was put right',
  'revisions.reason.quiet': 'Automatic, after a while without changes',
  'revisions.reason.import': 'At import',
};
