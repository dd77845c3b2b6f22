// English words: a text whose stored bytes are damaged, and how it is put right.
import type { recovery as french } from '../fr/recovery.ts';
import type { Message } from '../message.ts';

export const recovery: Record<keyof typeof french, Message> = {
  'recovery.source.readable': 'what could still be read',
  'recovery.source.revision': 'revision {ref}',
  'recovery.source.version': 'version {ref}',

  'recovery.title': 'This section cannot be opened',
  'recovery.what':
    'What the server has stored of this section is damaged. Nothing was written over it, and nothing will be.',
  'recovery.lost': {
    one: '{count} change can no longer be read.',
    other: '{count} changes can no longer be read.',
  },
  'recovery.lost.unknown': 'How many changes can no longer be read is not known.',
  'recovery.last-lost': 'The last was made on',
  'recovery.works': 'Published versions and revisions can be read as always.',
  'recovery.works.others':
    'The other sections, the published versions and the revisions work as always.',
  'recovery.ask':
    'A coordinator can put this section right, on this very page. What you wrote in it and was not saved yet stays on your device.',
  'recovery.read-version': 'Read version {label}',

  'recovery.see-revisions': 'See the revisions',

  'recovery.question': 'What to go on from?',
  'recovery.choice.readable': 'What can still be read',
  'recovery.choice.revision': 'The last revision, {ref}',
  'recovery.choice.version': 'The last published version, {ref}',
  'recovery.choice.empty': 'An empty section',
  'recovery.choice.empty.hint':
    'Nothing of the section can be read, and there is neither a revision nor a published version of it.',
  'recovery.dated.readable': 'Just before what is damaged: as of',
  'recovery.dated.revision': 'As of',
  'recovery.dated.version': 'Published on',
  'recovery.holds-nothing': 'No item',
  'recovery.look': 'Look at this text',
  'recovery.after':
    'What is damaged is set aside, without a byte of it changing. Pages that were left open give back by themselves what they still hold of it, where they can. Whoever is writing just then is told, and comes back at once.',
  'recovery.do': 'Put the section right',

  'recovery.done': 'The section is put right from {from}. What was damaged is set aside.',
  'recovery.done-before':
    'This section had been put right already: {by} did so from {from}, on {at}. Your choice changed nothing.',

  'recovery.left-out': {
    one: '{sections}: this section cannot be opened, since what is stored of it is damaged. The rest is complete.',
    other:
      '{sections}: these sections cannot be opened, since what is stored of them is damaged. The rest is complete.',
  },
  'recovery.left-out.compared': {
    one: '{sections}: this section is not compared, since what is stored of it is damaged.',
    other: '{sections}: these sections are not compared, since what is stored of them is damaged.',
  },
  'recovery.panel': 'This section cannot be opened: what is stored of it is damaged.',
  'recovery.way.coordinator': 'Put it right',
  'recovery.way': 'See why',
};
