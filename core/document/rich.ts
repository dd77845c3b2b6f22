// Rich text as plain JSON: reading it out of a shared fragment without a schema, and one normal form to compare.
import * as Y from 'yjs';
import { jcs, withoutEmpty } from '../framework/canonical.ts';
import type { RichNode } from '../framework/interchange.ts';
import { safeHref } from './links.ts';

export type RichMark = NonNullable<RichNode['marks']>[number];

/** Deeper nodes than these are not read: bytes may nest without end, and what reads them recurses. */
const MAX_NESTING = 100;

/** Nodes that stand in a line of text. */
const INLINE: readonly string[] = ['text', 'hardBreak'];
/** Nodes that hold a line of text. */
const TEXTBLOCKS: readonly string[] = ['paragraph', 'itemTitle'];

/** Attributes that say nothing, since the grammar takes them for granted. */
const DEFAULTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  orderedList: { start: 1, type: null },
  tableCell: { colspan: 1, rowspan: 1, colwidth: null, align: null },
  tableHeader: { colspan: 1, rowspan: 1, colwidth: null, align: null },
};

export function isInline(node: RichNode): boolean {
  return INLINE.includes(node.type);
}

export function isTextblock(node: RichNode): boolean {
  return TEXTBLOCKS.includes(node.type);
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

/** Marks that the binding keeps several of on one text carry a hash after their name. */
function markName(attribute: string): string {
  return /^(.*)--[a-zA-Z0-9+/=]{8}$/s.exec(attribute)?.[1] ?? attribute;
}

/** A run of a shared text as it is stored: the name of an attribute is a mark, with a hash where there are several. */
export interface TextRun {
  readonly text: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

export function textRuns(text: Y.XmlText): TextRun[] {
  return (text.toDelta() as { insert?: unknown; attributes?: unknown }[]).map((run) => ({
    // What is embedded in a text is no word, and takes one place in it.
    text: typeof run.insert === 'string' ? run.insert : EMBEDDED,
    attributes: record(run.attributes),
  }));
}

export const EMBEDDED = '\ufffc';

/** The marks that a run's attributes stand for. */
export function marksOf(attributes: Readonly<Record<string, unknown>>): RichMark[] {
  return Object.entries(attributes)
    .filter(([, attrs]) => attrs !== null && attrs !== undefined && attrs !== false)
    .map(([name, attrs]) => ({ type: markName(name), attrs: record(attrs) }));
}

/** A shared text as text nodes, not in normal form. */
export function textNodes(text: Y.XmlText): RichNode[] {
  return textRuns(text)
    .filter((run) => run.text !== '' && run.text !== EMBEDDED)
    .map((run) => {
      const marks = marksOf(run.attributes);
      return { type: 'text', text: run.text, ...(marks.length > 0 ? { marks } : {}) };
    });
}

/**
 * What stands in a shared fragment, as Tiptap JSON. Needs no schema, keeps what it does not know,
 * never throws and never writes (readers with a schema delete what they do not know).
 */
export function readFragment(fragment: Y.XmlFragment, nesting = 0): RichNode[] {
  if (nesting > MAX_NESTING) return [];
  const nodes: RichNode[] = [];
  for (const child of fragment.toArray()) {
    if (child instanceof Y.XmlText) nodes.push(...textNodes(child));
    else if (child instanceof Y.XmlElement) {
      const attrs = record(child.getAttributes());
      const content = readFragment(child, nesting + 1);
      nodes.push({
        type: child.nodeName,
        ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
        ...(content.length > 0 ? { content } : {}),
      });
    }
  }
  return nodes;
}

function normalAttrs(
  type: string,
  attrs: Record<string, unknown> | undefined,
): Record<string, unknown> {
  const defaults = DEFAULTS[type] ?? {};
  return Object.fromEntries(
    Object.entries(attrs ?? {}).filter(
      ([key, value]) =>
        value !== null && value !== undefined && jcs(value) !== jcs(defaults[key] ?? null),
    ),
  );
}

function normalMarks(marks: readonly RichMark[] | undefined): RichMark[] {
  const kept: RichMark[] = [];
  for (const mark of marks ?? []) {
    let attrs = normalAttrs(mark.type, mark.attrs);
    if (mark.type === 'link') {
      const href = safeHref(attrs.href);
      if (href === null) continue;
      attrs = { href };
    }
    kept.push({ type: mark.type, ...(Object.keys(attrs).length > 0 ? { attrs } : {}) });
  }
  const seen = new Map(kept.map((mark) => [jcs(mark), mark]));
  return [...seen.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mark]) => mark);
}

/**
 * The normal form of nodes: attributes that say nothing dropped, marks in one order, addresses that
 * may not be linked unlinked, texts with the same marks joined, empty texts gone, text that stands
 * between blocks in a paragraph of its own. What the grammar does not know stays as it is.
 */
export function normalNodes(
  nodes: readonly RichNode[],
  inside: 'blocks' | 'line' = 'blocks',
): RichNode[] {
  const out: RichNode[] = [];
  let line: RichNode[] = [];
  const closeLine = () => {
    if (line.length > 0) out.push({ type: 'paragraph', content: line });
    line = [];
  };
  for (const node of nodes) {
    const target = inside === 'blocks' && isInline(node) ? line : out;
    if (target === out) closeLine();
    if (node.type === 'text') {
      if (!node.text) continue;
      const marks = normalMarks(node.marks);
      const last = target.at(-1);
      if (last?.type === 'text' && jcs(last.marks ?? []) === jcs(marks)) {
        target[target.length - 1] = { ...last, text: `${last.text ?? ''}${node.text}` };
      } else target.push({ type: 'text', text: node.text, ...(marks.length > 0 ? { marks } : {}) });
      continue;
    }
    const attrs = normalAttrs(node.type, node.attrs);
    const content = normalNodes(
      node.content ?? [],
      isTextblock(node) || !isKnown(node.type) ? 'line' : 'blocks',
    );
    target.push({
      type: node.type,
      ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
      ...(content.length > 0 ? { content } : {}),
    });
  }
  closeLine();
  return out;
}

/** Blocks of the grammar that hold other blocks. */
const CONTAINERS: readonly string[] = [
  'doc',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'table',
  'tableRow',
  'tableCell',
  'tableHeader',
];

function isKnown(type: string): boolean {
  return INLINE.includes(type) || TEXTBLOCKS.includes(type) || CONTAINERS.includes(type);
}

/** Whether two texts in normal form are the same. */
export function sameNodes(a: readonly RichNode[], b: readonly RichNode[]): boolean {
  return jcs(withoutEmpty(a)) === jcs(withoutEmpty(b));
}

/** Blocks of an import: the content of a `doc`, or the node itself. */
export function blocksOf(node: RichNode): RichNode[] {
  return node.type === 'doc' ? (node.content ?? []) : [node];
}
