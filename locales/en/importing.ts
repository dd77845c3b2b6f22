// English words: bringing a file in, as a new framework or in place of a working text.
import type { importing as french } from '../fr/importing.ts';
import type { Message } from '../message.ts';

export const importing: Record<keyof typeof french, Message> = {
  'importing.title': 'Import a framework',
  'importing.lead':
    'A Word, LibreOffice or Markdown document, or a file exported from Triptyque, becomes a new, private framework.',
  'importing.file': 'File',
  'importing.file-hint':
    'Word (.docx), LibreOffice (.odt), Markdown (.md) or Triptyque data (.json), 50 MB at most.',
  'importing.too-large':
    'This file is over 50 MB: it cannot be received. Without its pictures a document is much lighter.',
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
  'importing.replace.title': 'Bring in a file',
  'importing.replace.lead':
    'A Word, LibreOffice or Markdown document, or a file of Triptyque, comes into the working text. What would change is shown first; the present state is kept as a revision and can be put back.',
  'importing.replace.link': 'Bring in a file',
  'importing.replace.would': 'What would change',
  'importing.replace.nothing': 'The file says the same as the working text: nothing would change.',
  'importing.replace.head': 'The title, licence and notice follow the file too.',
  'importing.replace.now': 'Keep a revision and apply',
  'importing.replace.done': 'The file has come into the working text.',
  'importing.replace.kept':
    'The present state is kept as a revision. What others write while you read this stays as they wrote it.',
  'importing.reading': 'Reading the file…',
  'importing.compare': 'See what would change',
  'importing.back': 'Back to the choices',

  'importing.way': 'What the file does to the present text',
  'importing.way.update': 'It brings it up to date',
  'importing.way.update.hint':
    'Items that are recognised stay the same, with their fields and references; those the file no longer has go to the bin. Sections it does not speak of stay.',
  'importing.way.add': 'It adds to it',
  'importing.way.add.hint': 'Its items come after the present ones; nothing is taken away.',

  'importing.plan': 'What headings become',
  'importing.plan.lead':
    'Say what each level of headings becomes; the preview follows. Nothing is saved yet.',
  'importing.plan.no-headings':
    'This file has no headings: lines in bold are none. Give them a style “Heading 1”, “Heading 2”… in your word processor, then choose it again; or bring it in as it is, all of it will be text.',
  'importing.plan.title': 'The first heading, “{heading}”, is the title of the whole',
  'importing.plan.parts': 'Headings that name the sections',
  'importing.plan.parts.none': 'none: all goes into one section',
  'importing.plan.section': 'Section',
  'importing.plan.part': '“{heading}” opens',
  'importing.plan.part.none': 'no section: its text stays text',
  'importing.plan.level': 'Level {level} headings',
  'importing.plan.level.hint': {
    one: '{count} heading: “{heading}”',
    other: '{count} headings, such as “{heading}”',
  },
  'importing.plan.as-text': 'text, in bold',
  'importing.plan.numbers': 'Take off numbers typed by hand',
  'importing.plan.numbers.hint': 'Here numbers are worked out; the preview shows those that go.',
  'importing.plan.show': 'Update the preview',

  'importing.outline': 'Preview',
  'importing.outline.none': 'No heading becomes an item.',
  'importing.outline.opened': 'Heading in the file: “{heading}”',
  'importing.outline.preamble': 'Preamble',
  'importing.outline.words': { one: '{count} word', other: '{count} words' },

  'importing.left': 'What comes differently, or not at all',
  'importing.left.words': 'Read these words',
  'importing.left.title':
    'The title of the file, “{title}”, is not taken: that of the framework stays.',
  'importing.left.footnotes': {
    one: '{count} footnote is put in brackets in the text.',
    other: '{count} footnotes are put in brackets in the text.',
  },
  'importing.left.insertions': {
    one: '{count} tracked insertion is taken as accepted.',
    other: '{count} tracked insertions are taken as accepted.',
  },
  'importing.left.deletions': {
    one: '{count} tracked deletion is taken as accepted: those words do not come.',
    other: '{count} tracked deletions are taken as accepted: those words do not come.',
  },
  'importing.left.comments': {
    one: '{count} comment does not come into the text.',
    other: '{count} comments do not come into the text.',
  },
  'importing.left.headers': {
    one: '{count} page header or footer does not come.',
    other: '{count} page headers and footers do not come.',
  },
  'importing.left.hidden': {
    one: '{count} hidden passage does not come.',
    other: '{count} hidden passages do not come.',
  },
  'importing.left.contents': {
    one: '{count} table of contents does not come: it is made anew from the text.',
    other: '{count} tables and indexes do not come: they are made anew from the text.',
  },
  'importing.left.pictures': {
    one: '{count} picture does not come.',
    other: '{count} pictures do not come.',
  },
  'importing.left.formulas': {
    one: '{count} formula comes as plain characters, or not at all.',
    other: '{count} formulas come as plain characters, or not at all.',
  },
  'importing.left.symbols': {
    one: '{count} sign of a symbol font does not come.',
    other: '{count} signs of a symbol font do not come.',
  },
  'importing.left.marks': {
    one: '{count} underlined or highlighted passage comes without that mark.',
    other: '{count} underlined or highlighted passages come without that mark.',
  },

  'importing.problem.unknown':
    'This is neither a Word (.docx) nor a LibreOffice (.odt) document, nor Markdown, nor a file of Triptyque.',
  'importing.problem.old-word':
    'This is an old Word document (.doc), or one protected by a password. Open it and save it as .docx, without a password.',
  'importing.problem.pdf':
    'This is a PDF: it does not say where headings are. Bring the document it was made from, as .docx or .odt.',
  'importing.problem.rtf': 'This is an RTF document. Open it and save it as .docx or .odt.',
  'importing.problem.broken':
    'This file is damaged or incomplete. Open it in your word processor and save it again.',
  'importing.problem.too-much':
    'This file holds more than a framework can. Divide it into several documents.',
  'importing.problem.no-text': 'This file holds no text.',
};
