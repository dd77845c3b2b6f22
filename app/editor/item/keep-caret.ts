// Keeps one's caret at its words when another person rebuilds the paragraph around it (splits or joins it).
import type { Node as DocNode } from '@tiptap/pm/model';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

/** Characters looked at on each side of the caret; fewer where the longer ones are not found. */
const CONTEXTS = [16, 8, 4] as const;

interface Context {
  readonly left: string;
  readonly right: string;
}

/** A leaf in a line (a hard break) counts as one character, as it does in positions. */
function lineOf(block: DocNode): string {
  return block.textBetween(0, block.content.size, undefined, '\ufffc');
}

function contextAt(doc: DocNode, position: number, length: number): Context | null {
  const $position = doc.resolve(Math.min(position, doc.content.size));
  if (!$position.parent.isTextblock) return null;
  const line = lineOf($position.parent);
  const at = $position.parentOffset;
  return { left: line.slice(Math.max(0, at - length), at), right: line.slice(at, at + length) };
}

function places(doc: DocNode, { left, right }: Context): number[] {
  const found: number[] = [];
  const wanted = left + right;
  doc.descendants((block, start) => {
    if (!block.isTextblock) return true;
    const line = lineOf(block);
    for (let at = line.indexOf(wanted); at >= 0; at = line.indexOf(wanted, at + 1))
      found.push(start + 1 + at + left.length);
    return false;
  });
  return found;
}

/**
 * Where a caret that stood at `before` in the old text belongs in the new one, given that the
 * binding put it at `now`: there, unless the words around it stand in exactly one other place.
 */
export function caretAfter(old: DocNode, before: number, text: DocNode, now: number): number {
  for (const length of CONTEXTS) {
    const had = contextAt(old, before, length);
    if (!had || had.left + had.right === '') return now;
    const has = contextAt(text, now, length);
    const sameLeft = had.left !== '' && has?.left === had.left;
    const sameRight = had.right !== '' && has?.right === had.right;
    if (sameLeft || sameRight) return now;
    const [only, second] = places(text, had);
    if (only !== undefined && second === undefined) return only;
  }
  return now;
}

/** Looks after each change from outside. */
export function caretKeeper(): Plugin {
  return new Plugin({
    appendTransaction: (transactions, before, { doc, selection, tr }) => {
      const outside = transactions.some(
        (one) => one.docChanged && one.getMeta(ySyncPluginKey)?.isChangeOrigin,
      );
      const undoing = transactions.some((one) => one.getMeta(ySyncPluginKey)?.isUndoRedoOperation);
      const caret = before.selection.empty && before.selection instanceof TextSelection;
      if (!outside || undoing || !caret || !selection.empty) return null;
      const place = caretAfter(before.doc, before.selection.from, doc, selection.from);
      return place === selection.from
        ? null
        : tr.setSelection(TextSelection.near(doc.resolve(place)));
    },
  });
}
