// What people do in an item, each as the page does it: keys that are pressed, tools that are used, words typed over others.
import type { Editor } from '@tiptap/core';
import { type Node as DocNode, Fragment, Slice } from '@tiptap/pm/model';
import { AllSelection, TextSelection } from '@tiptap/pm/state';
import { TABLE_ACTS } from '#app/editor/item/formatting.ts';
import type { Person } from './person.ts';

/** One act of a person in the editor of the item in use. */
export type TextAct = (person: Person, editor: Editor) => void;

export function pick<T>(random: () => number, list: readonly T[]): T | undefined {
  return list[Math.floor(random() * list.length)];
}

interface Line {
  readonly node: DocNode;
  /** Position of its first character. */
  readonly start: number;
}

function linesOf(editor: Editor): Line[] {
  const lines: Line[] = [];
  editor.state.doc.descendants((node, at) => {
    if (node.isTextblock) lines.push({ node, start: at + 1 });
    return !node.isTextblock;
  });
  return lines;
}

function select(editor: Editor, from: number, to = from): void {
  const { doc, tr } = editor.state;
  editor.view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(from), doc.resolve(to))));
}

/** Puts the caret somewhere by chance. False where there is no line at all. */
export function putCaret(person: Person, editor: Editor): boolean {
  const line = pick(person.random, linesOf(editor));
  if (!line) return false;
  select(editor, line.start + Math.floor(person.random() * (line.node.content.size + 1)));
  return true;
}

function selectSome(person: Person, editor: Editor): boolean {
  const line = pick(
    person.random,
    linesOf(editor).filter((one) => one.node.content.size > 0),
  );
  if (!line) return false;
  const { size } = line.node.content;
  const from = Math.floor(person.random() * size);
  const length = 1 + Math.floor(person.random() * Math.min(6, size - from));
  select(editor, line.start + from, line.start + from + length);
  return true;
}

/** A key as the keyboard sends it; what no keymap takes, the browser would do by itself, as far as it counts here. */
function press(editor: Editor, key: string, more: KeyboardEventInit = {}): void {
  const event = new KeyboardEvent('keydown', {
    key,
    code: key,
    bubbles: true,
    cancelable: true,
    ...more,
  });
  const taken = editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event));
  const { selection, tr } = editor.state;
  if (taken || !selection.empty || (key !== 'Backspace' && key !== 'Delete')) return;
  const { parentOffset, parent } = selection.$from;
  const [from, to] = key === 'Backspace' ? [-1, 0] : [0, 1];
  if (parentOffset + from < 0 || parentOffset + to > parent.content.size) return;
  editor.view.dispatch(tr.delete(selection.from + from, selection.from + to));
}

export const bold: TextAct = (person, editor) => {
  if (selectSome(person, editor))
    person.mounted?.toggle(pick(person.random, ['bold', 'italic']) ?? 'bold');
};

export const enter: TextAct = (person, editor) => {
  if (putCaret(person, editor)) press(editor, 'Enter');
};

/** Enter in the title, or Backspace after it. */
export const aroundTitle: TextAct = (person, editor) => {
  const lines = linesOf(editor);
  const title = lines.find((line) => line.node.type.name === 'itemTitle');
  const next = title && lines[lines.indexOf(title) + 1];
  if (title && (person.random() < 0.5 || !next)) {
    select(editor, title.start + Math.floor(person.random() * (title.node.content.size + 1)));
    press(editor, 'Enter');
  } else if (next) {
    select(editor, next.start);
    press(editor, 'Backspace');
  }
};

export const join: TextAct = (person, editor) => {
  const line = pick(person.random, linesOf(editor).slice(1));
  if (!line) return;
  if (person.random() < 0.7) {
    select(editor, line.start);
    press(editor, 'Backspace');
  } else {
    select(editor, line.start + line.node.content.size);
    press(editor, 'Delete');
  }
};

export const erase: TextAct = (person, editor) => {
  const some = person.random() < 0.5 ? selectSome(person, editor) : putCaret(person, editor);
  if (some) press(editor, 'Backspace');
};

/** From one line into another: what a selection over several paragraphs takes away. */
export const eraseAcross: TextAct = (person, editor) => {
  const lines = linesOf(editor);
  const at = Math.floor(person.random() * Math.max(1, lines.length - 1));
  const [first, second] = [lines[at], lines[at + 1]];
  if (!first || !second) return;
  const from = first.start + Math.floor(person.random() * (first.node.content.size + 1));
  const to = second.start + Math.floor(person.random() * (second.node.content.size + 1));
  select(editor, from, to);
  press(editor, 'Backspace');
};

/** A line becomes a title or a paragraph again: the binding writes a new element. */
export const retype: TextAct = (person, editor) => {
  if (putCaret(person, editor)) editor.commands.toggleNode('itemTitle', 'paragraph');
};

export const lists: TextAct = (person, editor) => {
  if (!putCaret(person, editor)) return;
  const list = editor.isActive('listItem');
  if (list && person.random() < 0.4) press(editor, 'Tab', { shiftKey: person.random() < 0.5 });
  else {
    const format = pick(person.random, ['bulletList', 'orderedList', 'blockquote'] as const);
    person.mounted?.toggle(format ?? 'bulletList');
  }
};

export const tables: TextAct = (person, editor) => {
  if (!putCaret(person, editor)) return;
  if (!editor.isActive('table')) {
    if (person.random() < 0.3) person.mounted?.insertTable();
    return;
  }
  // To take the whole table away is rarer than its rows and columns.
  const acts = person.random() < 0.9 ? TABLE_ACTS.slice(0, -1) : TABLE_ACTS;
  person.mounted?.table(pick(person.random, acts) ?? 'rowAfter');
};

/** All selected, and something else pasted or typed over it. */
export const replaceAll: TextAct = (person, editor) => {
  const { doc, schema, tr } = editor.state;
  const select = tr.setSelection(new AllSelection(doc));
  const { itemTitle, paragraph } = schema.nodes;
  if (person.random() < 0.3 || !itemTitle || !paragraph) {
    editor.view.dispatch(select.insertText(person.letter()));
    return;
  }
  const words = () => schema.text(`${person.letter()}${person.letter()}`);
  const blocks = [itemTitle.create(null, words()), paragraph.create(null, words())];
  editor.view.dispatch(select.replaceSelection(new Slice(Fragment.from(blocks), 0, 0)));
};

export const undo: TextAct = (person) => person.step('undo');
export const redo: TextAct = (person) => person.step('redo');
