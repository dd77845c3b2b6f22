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
  const first = view.coordsAtPos(Selection.atStart(state.doc).from);
  const last = view.coordsAtPos(Selection.atEnd(state.doc).to);
  const line = where.line === 'first' ? first : where.line === 'last' ? last : null;
  const top = line ? (line.top + line.bottom) / 2 : where.y;
  const left = Math.min(Math.max(where.x, box.left + 1), box.right - 1);
  return view.posAtCoords({ left, top })?.pos ?? Selection.atStart(state.doc).from;
}

/** Puts the caret (or the remembered selection) there, brings it into view and takes the focus. */
export function placeCaret(editor: Editor, where: Where): void {
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
  view.focus();
}
