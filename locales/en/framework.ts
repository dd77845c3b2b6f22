// English words: a framework's own pages: the triptych, its tabs, its settings.

import type { framework as french } from '../fr/framework.ts';
import type { Message } from '../message.ts';

export const framework: Record<keyof typeof french, Message> = {
  'framework.nav': 'Pages of the framework',
  'framework.tab.triptych': 'Triptych',
  'framework.tab.canvas': 'Canvas',
  'framework.tab.list': 'Recommendations',
  'framework.tab.compare': 'Compare',
  'framework.tab.versions': 'Versions',
  'framework.tab.revisions': 'Revisions',
  'framework.tab.settings': 'Settings',
  'framework.publish': 'Publish a version',
  'framework.write': 'Write',
  'framework.write.section': 'Write: {section}',
  'framework.read-version': 'Read version {label}',
  'framework.archived': 'Archived: can be read, no longer written',

  'framework.sections': 'Sections',
  'framework.empty.section': 'Nothing here yet.',
  'framework.empty.start': 'Start writing',
  'framework.empty.nothing-public.title': 'Nothing published yet',
  'framework.empty.nothing-public.text':
    'This framework is still being written. Its first version can be read here.',
  'framework.focus.leave': 'Back to the whole',
  'framework.focus.here': 'Write here',
  'framework.focus.assessment': 'Assessment: {text}',
  'framework.focus.criteria': { one: '{count} criterion', other: '{count} criteria' },
  'framework.focus.nothing': 'Nothing is linked to this item.',
  'framework.lit.needs': {
    one: '{number} needs {count} skill',
    other: '{number} needs {count} skills',
  },
  'framework.lit.trains': {
    one: '{number} trains {count} skill',
    other: '{number} trains {count} skills',
  },
  'framework.lit.prepared': {
    one: '{number}: {count} module prepares for it',
    other: '{number}: {count} modules prepare for it',
  },
  'framework.lit.used': {
    one: '{number} serves {count} activity',
    other: '{number} serves {count} activities',
  },
  'framework.lit.linked': {
    one: '{number}: {count} linked item',
    other: '{number}: {count} linked items',
  },
  'framework.lit.count': { one: '{count} item', other: '{count} items' },
  'framework.addressee': 'Addressed to: {who}',
  'framework.page': 'Framework',
  'framework.repairs': {
    one: '{count} item to look at: it does not fit the template',
    other: '{count} items to look at: they do not fit the template',
  },
  'framework.rests-on': 'Rests on',
  'framework.untitled': 'Untitled',
  'framework.lit.for': 'for {numbers}',

  'framework.licence.CC-BY-SA-4.0': 'CC BY-SA 4.0: free to share, cited, on the same terms',
  'framework.licence.CC-BY-4.0': 'CC BY 4.0: free to share, cited',
  'framework.licence.CC0-1.0': 'CC0 1.0: public domain',
  'framework.licence.none': 'None: all rights reserved',

  'framework.settings.title': 'Settings',
  'framework.settings.details': 'Title, address, licence',
  'framework.settings.slug.hint': 'Links to the old address will no longer work.',
  'framework.settings.notice': 'Notice',
  'framework.settings.notice.hint': 'One sentence shown at the top of every page and export.',
  'framework.settings.saved': 'The settings are saved.',
  'framework.settings.readers': 'Readers',
  'framework.settings.readers.public':
    'Everybody reads published versions, without an account. The working text stays with members.',
  'framework.settings.readers.private': 'Only members of the network see this framework.',
  'framework.settings.make-private': 'Keep to members',
  'framework.settings.make-public': 'Open to everybody',
  'framework.settings.now-public': 'Published versions can now be read without an account.',
  'framework.settings.now-private': 'Only members now see this framework.',
  'framework.settings.archive': 'Archive',
  'framework.settings.archive.text':
    'An archived framework can still be read and cited, but nobody writes in it any more.',
  'framework.settings.archive.do': 'Archive',
  'framework.settings.archive.undo': 'Reopen',
  'framework.settings.now-archived': 'The framework is archived.',
  'framework.settings.now-open': 'The framework is open again.',
  'framework.settings.delete': 'Deletion',
  'framework.settings.delete.why-not':
    'A version was published: it must stay citable, so the framework can no longer be deleted. Archiving puts it aside.',
  'framework.settings.delete.text':
    'Texts and revisions are erased for good. This cannot be undone.',
  'framework.settings.delete.type': 'To confirm, type “{slug}”',
  'framework.settings.delete.do': 'Delete for good',
  'framework.settings.delete.not-typed': 'This is not what is written above.',
};
