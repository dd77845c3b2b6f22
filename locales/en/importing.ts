// English words: bringing a file in, as a new framework or in place of a working text.
import type { importing as french } from '../fr/importing.ts';
import type { Message } from '../message.ts';

export const importing: Record<keyof typeof french, Message> = {
  'importing.title': 'Import a framework',
  'importing.lead': 'A file exported from Triptyque (data, JSON) becomes a new, private framework.',
  'importing.file': 'File',
  'importing.file-hint': 'A .json file exported from a Triptyque, 10 MB at most.',
  'importing.too-large': 'This file is over 10 MB: it cannot be received.',
  'importing.no-file': 'Choose a file.',
  'importing.check': 'Check the file',
  'importing.found': 'What the file holds',
  'importing.template': 'Template',
  'importing.language': 'Language',
  'importing.content': 'Content',
  'importing.empty': 'No items.',
  'importing.whole': 'the file',
  'importing.notes': 'What does not fit the template',
  'importing.notes-hint':
    'Everything is taken as it is; these places will be shown in the text, to be repaired.',
  'importing.note': '{text} ({count})',
  'importing.fine': 'Everything fits the template.',
  'importing.create': 'Create the framework',
  'importing.other-file': 'Choose another file',
  'importing.from-new': 'Do you have a file already?',
  'importing.from-new-link': 'Import a framework',
  'importing.replace.title': 'Replace the working text',
  'importing.replace.lead':
    'With what a file holds. What would change is shown first; the present state is kept as a revision and can be put back.',
  'importing.replace.link': 'Replace with a file',
  'importing.replace.would': 'What would change',
  'importing.replace.nothing': 'The file says the same as the working text: nothing would change.',
  'importing.replace.head': 'The title, licence and notice follow the file too.',
  'importing.replace.more': {
    one: '… and {count} more change.',
    other: '… and {count} more changes.',
  },
  'importing.replace.now': 'Keep a revision and replace',
  'importing.replace.done': 'The working text is replaced.',
};
