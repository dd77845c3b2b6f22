// Keeping the caret out from behind what stands over the text: the bar, a notice below it, the tools of a phone.
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** Height in CSS pixels that the bar may cover at the top, and the tools of a phone at the foot. */
const BAR = 72;
/** Between the notice and the caret, in CSS pixels. */
const AIR = 12;

/** For ProseMirror, which scrolls when it changes the text. Asked each time: a notice comes and goes. */
export const COVERED = {
  get top() {
    const notice = document.querySelector('[data-standing]');
    return Math.max(BAR, (notice?.getBoundingClientRect().bottom ?? 0) + AIR);
  },
  bottom: BAR,
  left: 0,
  right: 0,
};

/** Keys with which the browser itself walks with the caret: it scrolls, but knows of nothing that covers the text. */
const WALKS: readonly string[] = ['ArrowUp', 'ArrowLeft', 'PageUp', 'Home'];

function comeOut(view: EditorView): void {
  if (view.isDestroyed || !view.hasFocus()) return;
  const hidden = COVERED.top - view.coordsAtPos(view.state.selection.head).top;
  if (hidden > 0) window.scrollBy({ top: -hidden, behavior: 'instant' });
}

/** Brings the caret out where one has walked behind what covers the text. */
export const caretInSight = Extension.create({
  name: 'caretInSight',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown: (view, { key }) => {
            if (WALKS.includes(key)) requestAnimationFrame(() => comeOut(view));
            return false;
          },
        },
      },
    }),
  ],
});
