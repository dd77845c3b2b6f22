// English words: what is kept on this device until the server has it.
import type { device as french } from '../fr/device.ts';
import type { Message } from '../message.ts';

export const device: Record<keyof typeof french, Message> = {
  'device.title': 'On this device',
  'device.text':
    'What you have written and the server does not have yet waits here, in this browser, and leaves as soon as it can.',
  'device.none': 'Nothing waits here',
  'device.none.text': 'All that you have written with this browser is saved on the server.',
  'device.signed-out': 'Sign in to see what waits for you on this device.',
  'device.unreadable':
    'This browser keeps nothing on the device (private browsing, no space left, or access refused). What you write offline is kept in the open page only.',
  'device.others':
    'Words of another person wait on this device too. They will leave with that person only, once signed in here.',
  'device.reading': 'Reading what waits…',
  'device.sending': 'Sending what was waiting on this device…',
  'device.sent': {
    one: 'What was waiting on this device has arrived: {name}.',
    other: 'What was waiting on this device has arrived in {count} texts: {name}.',
  },
  'device.waits': {
    one: 'Words that you wrote are waiting on this device, for one text.',
    other: 'Words that you wrote are waiting on this device, for {count} texts.',
  },
  'device.see': 'See what waits',

  'device.why.away':
    'The server cannot be reached for now. These words leave as soon as it answers.',
  'device.why.signed-out': 'Your session has ended. Sign in again, and these words will leave.',
  'device.why.somebody-else':
    'Another person is signed in in this browser. These words will leave with you only.',
  'device.why.no-right':
    'You no longer have the right to read this text. These words stay here: you can copy them.',
  'device.why.read-only':
    'You no longer have the right to write in this text. These words stay here: you can copy them.',
  'device.why.archived':
    'This framework is archived and can no longer be written. These words stay here: you can copy them.',
  'device.why.no-room':
    'This text no longer exists, or is no longer open to you. These words stay here: you can copy them.',
  'device.why.grammar':
    'These words were written with another version of the application, and can no longer be put in place by themselves. You can copy them.',
  'device.why.too-large':
    'It is too large to be taken at once: the server takes {limit} MB at most. These words stay here: you can copy them.',
  'device.why.unfit':
    'The server cannot read these changes. The words stay here: you can copy them.',
  'device.why.clash':
    'In place of these words the server has others, which came in the name of the same page: it does not mix them. Copy them to write them again.',
  'device.why.room-full':
    'This section is full and takes nothing more. These words stay here: you can copy them.',

  'device.not-me': 'This is not me',
  'device.leave.sign-out': 'Sign out',
  'device.leave.not-me': 'Leave this device',
  'device.leave.sending': 'Sending what was waiting on this device: text {done} of {of}…',
  'device.leave.leaving': 'Closing the session…',
  'device.leave.unsent': {
    one: 'Words that you wrote have not reached the server.',
    other: 'Words that you wrote in {count} texts have not reached the server.',
  },
  'device.leave.words': 'The words that have not arrived',
  'device.leave.unreadable': 'This browser could not tell whether it keeps more words for you.',
  'device.leave.away':
    'The server cannot be reached: the session is not closed, and this device stays signed in to your account. Nothing was erased.',
  'device.leave.refused':
    'The server could not close the session: this device stays signed in to your account. Nothing was erased.',
  'device.leave.stay': 'Stay',
  'device.leave.keep': 'Sign out and keep them here',
  'device.leave.keep.text':
    'If you sign out all the same, they stay on this device and leave when you sign in here again. On a shared device, rather copy them.',
  'device.leave.lose': 'Sign out and lose them',
  'device.leave.lose.text':
    'They are in this page only, which this browser cannot keep. Copy or download them: if you leave, you lose them.',
  'device.leave.erase': 'Erase them and leave',
  'device.leave.erase.text':
    'They are on this device only. Copy or download them before you leave: once erased, nobody can find them again.',

  'device.written-at': 'Written, by the clock of this device:',
  'device.preamble': 'Introduction',
  'device.untitled': 'Untitled',
  'device.before': 'Before:',
  'device.not-words':
    'The words of this item have not changed: only its place, its fields or its links.',
  'device.no-words': 'The details of these changes could not be kept.',
  'device.copy': 'Copy these words',
  'device.copy-all': 'Copy all',
  'device.download': 'Download',
  'device.download-all': 'Download all',
  'device.file': 'waiting-words.txt',
  'device.again': 'Try to send',
  'device.open': 'Open the text',
  'device.discard': 'Throw away',
  'device.discard.title': 'Throw these words away?',
  'device.discard.text':
    'They are nowhere else. Once thrown away, nobody will be able to find them.',
  'device.discard.keep': 'Keep them',
  'device.discard.do': 'Throw away',
  'device.discarded': 'Thrown away: {name}',
};
