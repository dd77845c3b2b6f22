// The toolbar's acts on the text, and what of them is on at the caret.
import type { Editor } from '@tiptap/core';

export const FORMATS = [
  'bold',
  'italic',
  'strike',
  'bulletList',
  'orderedList',
  'blockquote',
] as const;
export type Format = (typeof FORMATS)[number];

export const TABLE_ACTS = [
  'rowBefore',
  'rowAfter',
  'rowDelete',
  'columnBefore',
  'columnAfter',
  'columnDelete',
  'headerRow',
  'tableDelete',
] as const;
export type TableAct = (typeof TABLE_ACTS)[number];

export interface FormattingState {
  readonly on: readonly Format[];
  /** Lists, quotes and tables stand beside a title, not in it. */
  readonly inTitle: boolean;
  readonly inTable: boolean;
  /** Address of the link at the caret, '' where there is none. */
  readonly link: string;
  /** Whether words are selected. */
  readonly selected: boolean;
}

export const NO_FORMATTING: FormattingState = {
  on: [],
  inTitle: false,
  inTable: false,
  link: '',
  selected: false,
};

/** What stands at the caret. */
export function formattingOf(editor: Editor): FormattingState {
  const { selection } = editor.state;
  const { href } = editor.getAttributes('link');
  return {
    on: FORMATS.filter((format) => editor.isActive(format)),
    inTitle: selection.$from.parent.type.name === 'itemTitle',
    inTable: editor.isActive('table'),
    link: typeof href === 'string' ? href : '',
    selected: !selection.empty,
  };
}

/** Turns a format on or off at the selection, and gives the focus back to the text. */
export function toggleFormat(editor: Editor, format: Format): void {
  const chain = editor.chain().focus();
  switch (format) {
    case 'bold':
      chain.toggleBold().run();
      return;
    case 'italic':
      chain.toggleItalic().run();
      return;
    case 'strike':
      chain.toggleStrike().run();
      return;
    case 'bulletList':
      chain.toggleBulletList().run();
      return;
    case 'orderedList':
      chain.toggleOrderedList().run();
      return;
    case 'blockquote':
      chain.toggleBlockquote().run();
  }
}

export function insertTable(editor: Editor): void {
  editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
}

export function actOnTable(editor: Editor, act: TableAct): void {
  const chain = editor.chain().focus();
  switch (act) {
    case 'rowBefore':
      chain.addRowBefore().run();
      return;
    case 'rowAfter':
      chain.addRowAfter().run();
      return;
    case 'rowDelete':
      chain.deleteRow().run();
      return;
    case 'columnBefore':
      chain.addColumnBefore().run();
      return;
    case 'columnAfter':
      chain.addColumnAfter().run();
      return;
    case 'columnDelete':
      chain.deleteColumn().run();
      return;
    case 'headerRow':
      chain.toggleHeaderRow().run();
      return;
    case 'tableDelete':
      chain.deleteTable().run();
  }
}

/** Links the selection, or the whole link at the caret; without either the address itself is written. '' unlinks. */
export function setLink(editor: Editor, href: string): void {
  const chain = editor.chain().focus().extendMarkRange('link');
  if (href === '') chain.unsetLink().run();
  else if (editor.state.selection.empty && !editor.isActive('link'))
    editor
      .chain()
      .focus()
      .insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
      .run();
  else chain.setLink({ href }).run();
}
