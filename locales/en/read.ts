// English words: the reading page of a version.
import type { read as french } from '../fr/read.ts';
import type { Message } from '../message.ts';

export const read: Record<keyof typeof french, Message> = {
  'read.title': 'Read',
  'read.version': 'Version {label}',
  'read.revision': 'Revision {ref}',
  'read.published': 'Published on',
  'read.frozen': 'Frozen on',
  'read.changed': 'Changed on',
  'read.licence': 'licence {licence}',
  'read.withdrawn': 'Withdrawn on',
  'read.newer': 'There is a newer version.',
  'read.start': 'Read',
  'read.download': 'Download',
  'read.contents': 'Contents',
  'read.list': '{name}:',
  'read.elsewhere': 'Elsewhere',
  'read.lasting-link': 'Lasting link to {what}',
  'read.note': 'About this version',
  'read.changes-since': 'What changed since version {label}',
  'read.compare-all': 'Compare everything word by word',
  'read.cite': 'Cite this version',
  'read.citation': '{title}, {version}, {date}. {address}',
  'read.cited.consultation': 'version {label} for consultation',
  'read.cited.adopted': 'version {label}, adopted',
  'read.cited.withdrawn': 'version {label} (withdrawn)',
  'read.copy-citation': 'Copy the citation',
  'read.fingerprint': 'Fingerprint',
  'read.format.html': 'Page to print or send',
  'read.format.md': 'Plain text',
  'read.format.json': 'Data',
};
