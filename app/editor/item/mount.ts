// The editor of the item in use: Tiptap over one shared fragment, mounted when the item is opened and gone after.
import { Editor, Extension } from '@tiptap/core';
import { type EditorState, Plugin } from '@tiptap/pm/state';
import { getRelativeSelection, ySyncPlugin, ySyncPluginKey } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { TextPosition } from '#core/document/edits/text.ts';
import { itemExtensions } from '#core/document/extensions.ts';
import { makeFirstTexts } from '#core/document/first-texts.ts';
import type { TitleTag } from '../title-tag.ts';
import type { RememberedSelection, Where } from '../where.ts';
import { othersCarets } from './carets.ts';
import {
  actOnTable,
  type Format,
  type FormattingState,
  formattingOf,
  insertTable,
  setLink,
  type TableAct,
  toggleFormat,
} from './formatting.ts';
import { COVERED, caretInSight } from './in-sight.ts';
import { caretKeeper } from './keep-caret.ts';
import { itemKeys, type Walk } from './keys.ts';
import { PASTE_LIMIT, pasteLimit } from './paste-limit.ts';
import { placeCaret, takeFocus } from './place.ts';
import { titleKeeper, withTitleTag } from './title.ts';

/** Origin of the binding's transactions, for the undo manager. */
export const BINDING: unknown = ySyncPluginKey;

export interface ItemEditorOptions {
  readonly host: HTMLElement;
  readonly fragment: Y.XmlFragment;
  readonly awareness: Awareness;
  readonly walk: Walk;
  /** Null for a preamble, which has no title. */
  readonly title: TitleTag | null;
  /** Accessible name, id of its description, language of the text. */
  readonly label: string;
  readonly describedBy: string;
  readonly language: string;
  readonly onFormatting: (state: FormattingState) => void;
  /** An input method begins or ends to compose. */
  readonly onComposing: (composing: boolean) => void;
  /** What follows is a step of its own for undo. */
  readonly cut: () => void;
  /** A paste over the limit was refused; both in characters. */
  readonly onTooLong: (length: number, limit: number) => void;
}

/** What the list may do with the editor of the item in use. */
export interface ItemEditor {
  place(where: Where): void;
  focus(): void;
  readonly hasFocus: boolean;
  /** Types text where the caret is; a line break is an Enter. */
  type(text: string): void;
  /** The selection before the last change, for undo to come back to. */
  selectionBefore(): RememberedSelection | null;
  /** Where the caret stands, for a split. */
  position(): TextPosition;
  toggle(format: Format): void;
  insertTable(): void;
  table(act: TableAct): void;
  link(href: string): void;
  destroy(): void;
}

function relative(state: EditorState): RememberedSelection | null {
  const binding = ySyncPluginKey.getState(state)?.binding;
  return binding ? getRelativeSelection(binding, state) : null;
}

function positionOf({ selection }: EditorState): TextPosition {
  const { $from } = selection;
  const path = Array.from({ length: $from.depth }, (_, depth) => $from.index(depth));
  return { path, offset: $from.parentOffset };
}

/** An Enter as the keyboard would have sent it. */
function pressEnter({ view }: Editor): void {
  const event = new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter' });
  view.someProp('handleKeyDown', (handle) => handle(view, event));
}

/** Mounts an editor into `host`. The fragment must be whole: nothing is seeded here. */
export function mountItem(options: ItemEditorOptions): ItemEditor {
  const { host, fragment, awareness, walk, title } = options;
  let before: RememberedSelection | null = null;
  const remember = new Plugin({
    state: {
      init: () => null,
      apply: (_tr, value, old) => {
        before = relative(old) ?? before;
        return value;
      },
    },
  });
  const shared = Extension.create({
    name: 'sharedText',
    priority: 1000,
    addProseMirrorPlugins: () => [
      ySyncPlugin(fragment),
      pasteLimit((length) => options.onTooLong(length, PASTE_LIMIT), options.cut),
      remember,
      caretKeeper(),
      ...othersCarets(awareness),
      ...(title ? [titleKeeper()] : []),
    ],
  });
  const editor = new Editor({
    element: host,
    // The page brings the few rules of style that an editor needs.
    injectCSS: false,
    extensions: [
      ...withTitleTag(itemExtensions(), title ?? 'h3'),
      shared,
      itemKeys(walk),
      caretInSight,
    ],
    editorProps: {
      attributes: {
        class: 'rich reading',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': options.label,
        'aria-describedby': options.describedBy,
        lang: options.language,
      },
      scrollThreshold: COVERED,
      scrollMargin: COVERED,
      handleDOMEvents: {
        compositionstart: () => options.onComposing(true),
        compositionend: () => options.onComposing(false),
      },
    },
    // The editor is handed over, since it speaks before its maker has it.
    onTransaction: ({ editor: speaking }) => options.onFormatting(formattingOf(speaking)),
  });
  options.onFormatting(formattingOf(editor));
  const { doc } = fragment;
  const firstTexts = (transaction: Y.Transaction) => {
    if (transaction.local && transaction.origin === BINDING) makeFirstTexts(transaction);
  };
  doc?.on('afterTransaction', firstTexts);
  return {
    place: (where) => placeCaret(editor, where),
    focus: () => takeFocus(editor),
    get hasFocus() {
      return editor.view.hasFocus();
    },
    type: (text) => {
      for (const [index, line] of text.split('\n').entries()) {
        if (index > 0) pressEnter(editor);
        if (line !== '') editor.view.dispatch(editor.state.tr.insertText(line).scrollIntoView());
      }
    },
    selectionBefore: () => before,
    position: () => positionOf(editor.state),
    toggle: (format) => toggleFormat(editor, format),
    insertTable: () => insertTable(editor),
    table: (act) => actOnTable(editor, act),
    link: (href) => setLink(editor, href),
    destroy: () => {
      doc?.off('afterTransaction', firstTexts);
      editor.destroy();
    },
  };
}
