// English words: the editor of a section.
import type { section as french } from '../fr/section.ts';
import type { Message } from '../message.ts';

export const section: Record<keyof typeof french, Message> = {
  'section.write': 'Write',
  'section.canvas': 'Ideal system',
  'section.outline': 'Outline',
  'section.outline.skip': 'Skip the outline',
  'section.outline.open': 'Go to…',
  'section.preamble': 'Introduction',
  'section.preamble.empty': 'A few words of introduction',
  'section.untitled': 'Untitled',
  'section.text-of': 'Text: {name}',
  'section.help':
    'Escape leaves the text. Enter comes back to it. Up and down arrows go from one item to the next. Alt, Shift and an arrow move the item.',
  'section.empty': 'Nothing here yet.',
  'section.empty.read': 'This section has no items yet.',

  'section.add': 'Add {kind}',
  'section.menu': 'Actions on {name}',
  'section.menu.keys': 'Keyboard shortcuts',
  'section.remove': 'Move to the bin',
  'section.remove.named': 'Move to the bin: {name}',
  'section.level.up': 'Move up one level',
  'section.level.down': 'Move down one level',
  'section.shift.earlier': 'Move before',
  'section.shift.later': 'Move after',
  'section.move': 'Move to…',
  'section.split': 'Split in two at the caret',
  'section.merge': 'Join to the one before',
  'section.kind': 'Kind of item',
  'section.kind.set': 'Make it {kind}',
  'section.add-below': 'Add {kind} below',

  'section.move.title': 'Move {name}',
  'section.move.under': 'Under',
  'section.move.section': '{section} (top level)',
  'section.move.place': 'Place',
  'section.move.first': 'At the start',
  'section.move.after': 'After {name}',
  'section.move.do': 'Move',

  'section.said.removed': {
    one: '“{name}” is in the bin.',
    other: '“{name}” and what is under it ({count} items) are in the bin.',
  },
  'section.said.gone':
    '“{name}”, where you were writing, was just moved to the bin. Your words are kept there.',
  'section.said.put-back': '“{name}” is back in its place.',
  'section.said.moved': 'Moved: {name}',
  'section.said.not-moved': 'Nowhere to move it on that side.',
  'section.said.merged': 'Joined to “{name}”.',
  'section.said.lost': 'There is no connection: these words could not be placed: “{words}”',
  'section.said.too-long':
    'Too long to be pasted at once: {length} characters, the limit is {limit}. The text has not changed; paste it in several parts.',
  'section.said.closed':
    'This text holds words where the editor cannot put them: it is shown without being opened, so that nothing is lost.',
  'section.said.repair': 'Repair',
  'section.said.not-repaired': 'This version of the application cannot repair this text.',
  'section.said.joined': { one: '{name} is here.', other: '{name} are here.' },

  'section.recovered': 'Recovered words.',
  'section.recovered.why':
    'Their paragraph was rebuilt or deleted while they were being written; they now stand here, by themselves: “{words}”',
  'section.recovered.seen': 'I have read them',

  'section.bin': 'Bin ({count})',
  'section.bin.title': 'Bin',
  'section.bin.empty': 'The bin is empty.',
  'section.bin.hint': 'Nothing is lost: what is here can go back to its place.',
  'section.bin.put-back': 'Put back',
  'section.bin.put-back.named': 'Put back {name}',

  'section.tools': 'Formatting',
  'section.tool.bold': 'Bold',
  'section.tool.italic': 'Italic',
  'section.tool.strike': 'Strikethrough',
  'section.tool.bulletList': 'Bulleted list',
  'section.tool.orderedList': 'Numbered list',
  'section.tool.blockquote': 'Quote',
  'section.tool.link': 'Link',
  'section.tool.table': 'Table',
  'section.tool.undo': 'Undo',
  'section.tool.redo': 'Redo',
  'section.tool.more': 'More tools',
  'section.tool.not-in-title': '{tool} (in the text, not in the title)',
  'section.table.insert': 'Insert a table',
  'section.table.rowBefore': 'Row above',
  'section.table.rowAfter': 'Row below',
  'section.table.rowDelete': 'Delete row',
  'section.table.columnBefore': 'Column left',
  'section.table.columnAfter': 'Column right',
  'section.table.columnDelete': 'Delete column',
  'section.table.headerRow': 'Header row',
  'section.table.tableDelete': 'Delete table',

  'section.link.title': 'Link',
  'section.link.address': 'Address',
  'section.link.hint': 'https://…, an e-mail address, or a telephone number (tel:…).',
  'section.link.wrong': 'Only https, http, mailto and tel addresses can be linked.',
  'section.link.set': 'Link',
  'section.link.unset': 'Remove the link',

  'section.field.none': 'not stated',
  'section.field.hours.hint': 'hours',
  'section.field.hours.wrong': 'A number of hours, such as 7 or 3.5.',

  'section.references': 'References of {name}',
  'section.reference.add': 'Add a reference',
  'section.reference.gone': 'The target no longer exists',
  'section.reference.unknown': 'Looking up the target',
  'section.reference.menu': 'Reference to {name}',
  'section.reference.open': 'See the target',
  'section.reference.remove': 'Remove the reference',
  'section.reference.level': 'Level {level} of 4',
  'section.reference.more': { one: 'and {count} more', other: 'and {count} more' },
  'section.picker.title': 'Refer from {name}',
  'section.picker.search': 'Search by title or number',
  'section.picker.none': 'Nothing matches.',
  'section.picker.offline': 'Searching needs a connection.',
  'section.picker.level': 'Expected level',
  'section.picker.level.reached': 'Level it trains to',
  'section.reference.level.unsaid': 'No level',
  'section.picker.add': 'Refer',

  'section.people': { one: 'You are alone here', other: '{count} people here' },
  'section.people.unknown': 'Offline: the page cannot know who is here.',
  'section.people.list': 'People here',
  'section.people.you': '{name} (you)',
  'section.people.writes': 'writes in {place}',
  'section.people.with-you': 'with you, {place}',
  'section.people.reads-at': 'reads {place}',
  'section.people.reads': 'reads',
  'section.people.go': 'Go to {place}, where {name} is',
  'section.writes-here': { one: '{names} writes here', other: '{names} write here' },
  'section.here-short': { one: '{count} here', other: '{count} here' },

  'section.read-only': 'You are reading this section. Writing it takes an editor’s right.',
  'section.archived': 'This framework is archived: it can be read, no longer written.',
  'section.late': 'Not saved yet: the server is taking its time to save.',
  'section.cause.offline': 'Offline.',
  'section.cause.unreachable': 'There is no connection to the shared text.',
  'section.cause.restarting': 'The server is restarting.',
  'section.cause.unavailable': 'The server cannot read this text for now.',
  'section.cause.unreadable':
    'What the server has stored of this text is damaged. Nothing is written over it; a coordinator can put it right by reloading this page.',
  'section.cause.put-right': 'A coordinator is putting this text right.',
  'section.cause.slow': 'This connection is too slow to follow all that is written here.',
  'section.cause.too-many-pages':
    'You have too many pages open at once. Close one to go on in this one.',
  'section.cause.too-many-people': 'Too many people have this text open at once.',
  'section.cause.anothers-words':
    'This page shows words of another person that the server does not have: it takes them only from that person.',
  'section.cause.too-many-changes': 'Too many changes came from this page at once.',
  'section.not-loaded':
    'You are reading the text as it was when the page opened; it cannot be changed for now. Trying again.',
  'section.go-on':
    'You can go on writing: your words are kept on this device and will be saved as soon as possible.',
  'section.go-on.writing':
    'You can go on writing: this device is storing your words, which will be saved as soon as possible.',
  'section.go-on.page':
    'You can go on writing: your words are kept in this page and will be saved as soon as possible. Do not close it.',
  'section.read-on':
    'You are reading the text as it was a moment ago; it will catch up when the connection is back.',
  'section.back': 'The connection is back.',
  'section.back.saved': 'All is saved.',
  'section.stopped.4401': 'Your session has ended. Sign in again to go on writing.',
  'section.stopped.again':
    'Another session was opened in your name in this browser. Reload the page to go on writing.',
  'section.stopped.somebody-else':
    'Somebody else has signed in in this browser since this page was opened. Reload it to write in their name.',
  'section.stopped.somebody':
    'This page was opened by {me}, and it is {name} who is now signed in in this browser. Reload it to write in the name of {name}.',
  'section.stopped.kept': 'What is not saved stays on this device.',
  'section.stopped.kept-for':
    'What {me} had not saved yet waits on this device, and will leave with {me} only.',
  'section.stopped.page': 'What is not saved is in this page only: copy it before you close it.',
  'section.stopped.4403':
    'Your rights have changed: you no longer have the right to write here. The text can still be read in this page.',
  'section.stopped.archived':
    'This framework has just been archived: it can be read and no longer written.',
  'section.stopped.4404': 'This section no longer exists at this address.',
  'section.stopped.text-replaced':
    'This text was damaged; a coordinator let it go on from a revision or a version. This page still shows the old one: reload it to write in the new one.',
  'section.stopped.4409':
    'This page is from another version of the application. Reload it to go on.',
  'section.stopped.4413':
    'What was just sent is too large to be taken at once: the limit is {limit} MB. The shared text has not changed.',
  'section.stopped.1009':
    'What was just sent is too large to be taken at once: the limit is {limit} MB. The shared text has not changed.',
  'section.stopped.read-only': 'Your rights have changed: you can read, no longer write.',
  'section.stopped.clash':
    'Your last words were not taken: in their place the server has others, which came in the name of this very page. Nothing was mixed. Copy your words, then reload the page to write them again.',
  'section.stopped.room-full':
    'This section is full: it cannot take anything more. The coordinators can split it in two or lighten it.',
  'section.stopped.other': 'The server closed the connection.',
  'section.reload': 'Reload the page',
  'section.sign-in-again': 'Sign in again',
  'section.unsaved': {
    one: 'One item holds words that are not saved:',
    other: '{count} items hold words that are not saved:',
  },
  'section.unsaved.copy': 'Copy these words',

  'section.leave.title': 'Some words are not saved yet',
  'section.leave.kept':
    'They are kept on this device. If you leave the page, they leave from here as soon as the server takes them, while you are signed in here.',
  'section.leave.page':
    'They are in this page only: leaving it now would lose them. You can copy them.',
  'section.leave.stay': 'Stay',
  'section.leave.go': 'Leave all the same',

  'section.keys.title': 'Keyboard shortcuts',
  'section.keys.write': 'Write in the item',
  'section.keys.leave': 'Leave the text',
  'section.keys.walk': 'Item before, item after',
  'section.keys.new': 'New item',
  'section.keys.level': 'One level up, one level down',
  'section.keys.shift': 'Move before, move after',
  'section.keys.bin': 'Move to the bin (outside the text)',
  'section.keys.undo': 'Undo, redo',
  'section.keys.format': 'Bold, italic, strikethrough',
  'section.keys.link': 'Link',

  'key.mod': 'Ctrl',
  'key.alt': 'Alt',
  'key.shift': 'Shift',
  'key.enter': 'Enter',
  'key.escape': 'Esc',
  'key.delete': 'Del',
  'key.up': '↑',
  'key.down': '↓',
  'key.left': '←',
  'key.right': '→',
};
