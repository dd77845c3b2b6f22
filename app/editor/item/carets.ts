// Carets and selections of the others in the item in use: a dot, the name on hover, and at the end of a line by itself.
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import { personOf } from '../people.ts';

function caret(user: unknown): HTMLElement {
  const person = personOf(user);
  const element = document.createElement('span');
  element.className = 'caret';
  element.style.setProperty('--person', person.colour);
  const name = document.createElement('span');
  name.textContent = person.name;
  // A name is text of its own, whichever way it is written.
  name.dir = 'auto';
  // Two joiners keep the browser from breaking the line, or a word, at the caret.
  element.append('\u2060', name, '\u2060');
  return element;
}

function selection(user: unknown) {
  return { class: 'others-selection', style: `--person: ${personOf(user).colour}` };
}

/** A name stands open only where nothing follows on the line, since there it hides nothing. */
function markLineEnds(view: EditorView): void {
  for (const element of view.dom.querySelectorAll<HTMLElement>('.caret')) {
    let next = element.nextSibling;
    while (next instanceof HTMLElement && next.matches('.caret, .ProseMirror-trailingBreak, img'))
      next = next.nextSibling;
    element.toggleAttribute('data-end', next === null);
  }
}

/** Plugins that draw the others' carets and publish one's own. */
export function othersCarets(awareness: Awareness): Plugin[] {
  return [
    yCursorPlugin(awareness, { cursorBuilder: caret, selectionBuilder: selection }),
    new Plugin({
      view: (view) => {
        markLineEnds(view);
        return { update: markLineEnds };
      },
    }),
  ];
}
