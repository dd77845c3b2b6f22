// Keys inside an item: walking on into the next one, and what Enter and Backspace do around a title.
import { type Editor, Extension } from '@tiptap/core';
import { Plugin, Selection, TextSelection } from '@tiptap/pm/state';
import { END, START, type Where } from '../where.ts';

/** What the editor asks of the list it stands in. Each says whether it did something. */
export interface Walk {
  next(where: Where): boolean;
  previous(where: Where): boolean;
  /** A new item after this one, with the caret in it. */
  add(): boolean;
  /** Puts this item, which is empty, into the bin and goes on at the end of the one before. */
  removeEmpty(): boolean;
  undo(): boolean;
  redo(): boolean;
  /** Out of the text, to the item as a whole. */
  leave(): boolean;
}

type Side = 'up' | 'down' | 'left' | 'right';

function atEdge({ state, view }: Editor, side: Side): boolean {
  const { selection, doc } = state;
  if (!selection.empty || !(selection instanceof TextSelection)) return false;
  const forward = side === 'down' || side === 'right';
  const edge = forward ? Selection.atEnd(doc) : Selection.atStart(doc);
  if (!selection.$from.sameParent(edge.$from)) return false;
  if (side === 'left' || side === 'right') return selection.from === edge.from;
  return view.endOfTextblock(side);
}

/** The caret's x, where the next item's first or last line is entered. */
function column({ state, view }: Editor, line: 'first' | 'last'): Where {
  return { at: 'point', x: view.coordsAtPos(state.selection.from).left, y: 0, line };
}

/** Enter in a title makes a paragraph of what follows, never a second title. */
function splitTitle({ state, view }: Editor): boolean {
  const { $from } = state.selection;
  const { paragraph } = state.schema.nodes;
  if ($from.parent.type.name !== 'itemTitle' || !paragraph) return false;
  const { tr } = state;
  tr.deleteSelection();
  tr.split(tr.selection.from, 1, [{ type: paragraph }]);
  view.dispatch(tr.scrollIntoView());
  return true;
}

/** Enter in an empty last paragraph takes it away and goes on in a new item. */
function leaveByEnter(editor: Editor, walk: Walk): boolean {
  const { $from, empty } = editor.state.selection;
  const { doc } = editor.state;
  const last = doc.lastChild;
  const here = empty && $from.depth === 1 && $from.parent === last && doc.childCount > 1;
  if (!here || last?.type.name !== 'paragraph' || last.content.size > 0) return false;
  const end = doc.content.size;
  editor.view.dispatch(editor.state.tr.delete(end - last.nodeSize, end));
  return walk.add();
}

/** Joins the block after a title into it: the title keeps being one, and nobody's words are rebuilt elsewhere. */
function joinIntoTitle(editor: Editor, boundary: number): boolean {
  const { doc, tr } = editor.state;
  const $boundary = doc.resolve(boundary);
  if ($boundary.depth > 0 || $boundary.nodeBefore?.type.name !== 'itemTitle') return false;
  if (!$boundary.nodeAfter?.isTextblock) return true;
  editor.view.dispatch(tr.join(boundary).scrollIntoView());
  return true;
}

function backspace(editor: Editor, walk: Walk, repeated: boolean): boolean {
  const { doc, selection } = editor.state;
  const { $from, empty } = selection;
  if (!empty || $from.parentOffset > 0) return false;
  if (selection.from === Selection.atStart(doc).from && $from.depth === 1) {
    const words = doc.textContent !== '' || doc.childCount > 1;
    // A key held down must stop at the item's edge, not eat its way through the section.
    return words || repeated ? true : walk.removeEmpty();
  }
  return $from.depth === 1 ? joinIntoTitle(editor, $from.before()) : false;
}

function deleteAhead(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection;
  const atEnd = empty && $from.parentOffset === $from.parent.content.size;
  if (!atEnd || $from.depth !== 1 || $from.parent.type.name !== 'itemTitle') return false;
  return $from.after() >= editor.state.doc.content.size || joinIntoTitle(editor, $from.after());
}

/** The keymap of an item. Keys of marks and lists come with the grammar's own extensions. */
export function itemKeys(walk: Walk): Extension {
  return Extension.create({
    name: 'itemKeys',
    priority: 1000,
    addKeyboardShortcuts() {
      const { editor } = this;
      return Object.fromEntries<() => boolean>([
        ['Mod-z', () => walk.undo()],
        ['Mod-y', () => walk.redo()],
        ['Shift-Mod-z', () => walk.redo()],
        ['ArrowDown', () => atEdge(editor, 'down') && walk.next(column(editor, 'first'))],
        ['ArrowRight', () => atEdge(editor, 'right') && walk.next(START)],
        ['ArrowUp', () => atEdge(editor, 'up') && walk.previous(column(editor, 'last'))],
        ['ArrowLeft', () => atEdge(editor, 'left') && walk.previous(END)],
        ['Enter', () => splitTitle(editor) || leaveByEnter(editor, walk)],
        ['Mod-Enter', () => walk.add()],
        ['Delete', () => deleteAhead(editor)],
        ['Escape', () => walk.leave()],
      ]);
    },
    addProseMirrorPlugins() {
      const { editor } = this;
      return [
        new Plugin({
          props: {
            handleDOMEvents: {
              keydown: (view, event) => {
                // Browsers tell of a caret moved by a key a moment later; the next key may come before.
                if (event.key.length > 1 && !event.isComposing && !view.composing)
                  view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
                return false;
              },
            },
            handleKeyDown: (view, event) =>
              event.key === 'Backspace' &&
              !event.isComposing &&
              !view.composing &&
              !event.ctrlKey &&
              !event.metaKey &&
              !event.altKey &&
              backspace(editor, walk, event.repeat),
          },
        }),
      ];
    },
  });
}
