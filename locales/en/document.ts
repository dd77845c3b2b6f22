// English words: what is wrong with a document that is brought in, and what in a text does not fit its template.
import type { document as french } from '../fr/document.ts';
import type { Message } from '../message.ts';

export const document: Record<keyof typeof french, Message> = {
  'document.unknownSection': 'The template of this framework has no such section.',
  'document.sectionTwice': 'This section stands twice in the document.',
  'document.idTwice': 'This identifier stands twice in the document.',
  'document.referenceTwice': 'This item refers twice to the same item.',
  'document.tooDeep': 'Items are nested too deeply here.',
  'document.brokenText': 'A text of the document holds half a character: it is damaged.',
  'note.kindUnknown': 'This section has no such kind of item.',
  'note.kindMisplaced': 'This kind of item does not usually stand here.',
  'note.fieldUnknown': 'This kind of item has no such field.',
  'note.fieldValue': 'This value does not suit this field.',
  'note.referenceGone': 'The item it points at is no longer in the framework.',
  'note.referenceKind': 'This kind of item does not usually refer to that one.',
  'note.referenceLevel': 'This reference does not usually carry a level.',
};
