// The editor's code as one piece, loaded when somebody is about to write: what needs the grammar comes with it, not before.
import { mergeItem, repairText, splitItem } from '#core/document/edits/text.ts';
import { mayBeEdited } from '#core/document/fit.ts';
import { BINDING, mountItem } from './mount.ts';

export const editorModule = {
  BINDING,
  mountItem,
  mayBeEdited,
  splitItem,
  mergeItem,
  repairText,
};
