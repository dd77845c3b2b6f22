// Where the caret goes when an item is opened: at an end, under the pointer, or where undo remembers it.
import type { Editor } from '@tiptap/core';
import { Selection, TextSelection } from '@tiptap/pm/state';
import { relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap';
import type { Where } from '../where.ts';

function resolveRelative(editor: Editor, position: unknown): number | null {
  const sync = ySyncPluginKey.getState(editor.state);
  if (!sync?.binding || position === null || position === undefined) return null;
  return relativePositionToAbsolutePosition(sync.doc, sync.type, position, sync.binding.mapping);
}

/** Position under a point of the window; the point is first brought inside the text. */
function positionAt({ view, state }: Editor, where: Extract<Where, { at: 'point' }>): number {
  const box = view.dom.getBoundingClientRect();
  const edge = where.line === 'last' ? Selection.atEnd(state.doc) : Selection.atStart(state.doc);
  const line = view.coordsAtPos(edge.from);
  const top = where.line ? (line.top + line.bottom) / 2 : where.y;
  const left = Math.min(Math.max(where.x, box.left + 1), box.right - 1);
  return view.posAtCoords({ left, top })?.pos ?? edge.from;
}

/** A line is looked up by what stands on the screen, so it must stand there first. */
function bringLine({ view, state }: Editor, where: Where): void {
  if (where.at !== 'point' || !where.line) return;
  const edge = where.line === 'last' ? Selection.atEnd(state.doc) : Selection.atStart(state.doc);
  view.dispatch(state.tr.setSelection(edge).scrollIntoView());
}

/**
 * Focuses the text. ProseMirror takes a caret that goes to the start within 200 ms of a focus for a
 * browser's slip and puts it back; who walks with arrows held down does just that, so it is told
 * that there was no focus.
 */
export function takeFocus({ view }: Editor): void {
  view.focus();
  const input: unknown = Reflect.get(view, 'input');
  if (typeof input === 'object' && input !== null) Reflect.set(input, 'lastFocus', 0);
}

/** Puts the caret (or the remembered selection) there, brings it into view and takes the focus. */
export function placeCaret(editor: Editor, where: Where): void {
  bringLine(editor, where);
  const { view, state } = editor;
  const { doc, tr } = state;
  const selection = (): Selection => {
    if (where.at === 'start') return Selection.atStart(doc);
    if (where.at === 'end') return Selection.atEnd(doc);
    if (where.at === 'point') return Selection.near(doc.resolve(positionAt(editor, where)));
    const anchor = resolveRelative(editor, where.selection.anchor);
    const head = resolveRelative(editor, where.selection.head);
    const from = anchor ?? head;
    if (from === null) return Selection.atEnd(doc);
    const inside = (position: number) =>
      doc.resolve(Math.min(Math.max(position, 0), doc.content.size));
    return TextSelection.between(inside(from), inside(head ?? from));
  };
  view.dispatch(tr.setSelection(selection()).scrollIntoView());
  takeFocus(editor);
}
