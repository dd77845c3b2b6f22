// The grammar of an item's text: the one list of Tiptap extensions, without views, for browser and server.
import { type Extensions, getSchema, Node } from '@tiptap/core';
import { Link } from '@tiptap/extension-link';
import { ListItem } from '@tiptap/extension-list';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { safeHref } from './links.ts';

/*
 * Permissive on purpose: two valid texts may merge into any sequence of blocks, and what the grammar
 * calls invalid the binding deletes for everyone. So every container takes any block, every textblock
 * takes any mark, and only local commands are strict. Raise GRAMMAR in wire.ts with every change here.
 */

const ItemDocument = Node.create({
  name: 'doc',
  topNode: true,
  // `block` first, so that what fills an empty text is a paragraph.
  content: '(block | itemTitle)+',
});

/** The title of an item: its first one; further ones are paragraphs of the body to every reader. */
export const ItemTitle = Node.create({
  name: 'itemTitle',
  content: 'inline*',
  marks: '_',
  defining: true,
  parseHTML: () => [{ tag: 'h3[data-item-title]', priority: 60 }],
  renderHTML: () => ['h3', { 'data-item-title': '', dir: 'auto' }, 0],
});

/** A list item that takes any block: with `paragraph block*` a merge that puts a list first would be invalid. */
const AnyListItem = ListItem.extend({ content: 'block+' });

/** A link with an address and nothing else. */
const PlainLink = Link.extend({
  addAttributes() {
    return {
      href: { default: null, parseHTML: (element) => element.getAttribute('href') },
    };
  },
}).configure({
  openOnClick: false,
  autolink: true,
  defaultProtocol: 'https',
  HTMLAttributes: { target: null, rel: 'noopener nofollow ugc', class: null },
  isAllowedUri: (url) => safeHref(url) !== null,
});

/**
 * Extensions of an item's text (and of a preamble): paragraphs, titles, lists, quotes, tables, hard
 * breaks; bold, italic, strike, links. Without undo, cursors or other views: the editor adds its own.
 */
export function itemExtensions(): Extensions {
  return [
    ItemDocument,
    ItemTitle,
    StarterKit.configure({
      document: false,
      heading: false,
      code: false,
      codeBlock: false,
      horizontalRule: false,
      underline: false,
      link: false,
      listItem: false,
      undoRedo: false,
      trailingNode: false,
      dropcursor: false,
      gapcursor: false,
      paragraph: { HTMLAttributes: { dir: 'auto' } },
    }),
    AnyListItem,
    PlainLink,
    Table.configure({ resizable: false }),
    TableRow,
    TableHeader,
    TableCell,
  ];
}

/** The ProseMirror schema of an item's text. */
export const itemSchema = getSchema(itemExtensions());
