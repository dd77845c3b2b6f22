// Carets and selections of the others in the item in use: a dot, the name on hover, and at the end of a line by itself.
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import { cursorOf } from '../cursor.ts';
import { personOf } from '../people.ts';

/** The name is drawn by the style sheet: it is no part of the text, and is not copied with it. */
function caret(user: unknown): HTMLElement {
  const person = personOf(user);
  const element = document.createElement('span');
  element.className = 'caret';
  element.style.setProperty('--person', person.colour);
  element.dataset.name = person.name;
  element.setAttribute('aria-hidden', 'true');
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
    yCursorPlugin(awareness, {
      cursorBuilder: caret,
      selectionBuilder: selection,
      awarenessStateFilter: (own: number, client: number, state: { cursor?: unknown }) =>
        own !== client && cursorOf(awareness.doc, state?.cursor) !== null,
    }),
    new Plugin({
      view: (view) => {
        markLineEnds(view);
        return { update: markLineEnds };
      },
    }),
  ];
}
