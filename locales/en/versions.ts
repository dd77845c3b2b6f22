// English words: the list of versions.
import type { versions as french } from '../fr/versions.ts';
import type { Message } from '../message.ts';

export const versions: Record<keyof typeof french, Message> = {
  'versions.title': 'Versions',
  'versions.lead':
    'A published version never changes. It can be cited, and withdrawn, but not rewritten.',
  'versions.publish': 'Publish a version',
  'versions.none': 'No version published yet.',
  'versions.status.consultation': 'For consultation',
  'versions.status.adopted': 'Adopted',
  'versions.status.withdrawn': 'Withdrawn',
  'versions.members-only': 'Members only',
  'versions.published-by': 'Published by {name} on',
  'versions.from-revision': 'revision {ref}',
  'versions.read': 'Read',
  'versions.compare-with': 'Compare with {label}',
  'versions.compare-working': 'Compare with the working text',
  'versions.withdraw': 'Withdraw this version…',
  'versions.withdraw-hint':
    'It stays readable and cited, marked as withdrawn, with this reason. A withdrawal cannot be undone.',
  'versions.reason': 'Reason',
  'versions.withdraw-now': 'Withdraw version {label}',
  'versions.more': 'Older ones',
};
