// English words: what stands in exported files around the network's own text.
import type { exporting as french } from '../fr/export.ts';
import type { Message } from '../message.ts';

export const exporting: Record<keyof typeof french, Message> = {
  'export.version.consultation': 'Version {label}, out for consultation since {date}',
  'export.version.adopted': 'Version {label}, adopted on {date}',
  'export.version.withdrawn':
    'Version {label}, published on {date}, withdrawn on {withdrawn}: {reason}',
  'export.revision':
    'Revision {ref} of {date}: a kept state of the working text, without the standing of a version',
  'export.working': 'Working text as of {date}: it was not published',
  'export.licence': 'Licence: {licence}',
  'export.address': 'Address: {address}',
  'export.seal': 'Hash of the version (SHA-256): {hash}',
  'export.note': 'Release note',
  'export.contents': 'Contents',
  'export.untitled': '(untitled)',
  'export.field': '{name}: {value}',
  'export.references': 'References',
  'export.reference.level': '{title} (level {level})',
  'export.reference.framework': '{title}, in “{framework}”',
  'export.reference.gone': '{id} (an item that no longer exists or is not public)',
  'export.name.working': 'working text',
};
