// Writing rich text into a live shared fragment as the fewest edits: what is equal stays, with whoever's caret is in it.
import * as Y from 'yjs';
import { jcs } from '../framework/canonical.ts';
import type { RichNode } from '../framework/interchange.ts';
import { align } from './align.ts';
import { isTextblock } from './first-texts.ts';
import { plainText } from './plain.ts';
import { normalNodes, readFragment, textNodes } from './rich.ts';
import { attributesOf, writeText } from './write-text.ts';

type Child = Y.XmlText | Y.XmlElement;
/** Texts side by side are one shared text; everything else is one element. */
type Unit = { readonly texts: readonly RichNode[] } | { readonly element: RichNode };

function unitsOf(nodes: readonly RichNode[]): Unit[] {
  const units: Unit[] = [];
  let texts: RichNode[] = [];
  for (const node of nodes) {
    if (node.type === 'text') {
      if (texts.length === 0) units.push({ texts });
      texts.push(node);
    } else {
      texts = [];
      units.push({ element: node });
    }
  }
  return units;
}

/** Attributes hold any JSON value, as the binding stores them; the library's type knows only strings. */
function setAttribute(element: Y.XmlElement, key: string, value: unknown): void {
  element.setAttribute(key, value as string);
}

function build(unit: Unit): Child {
  if ('texts' in unit) {
    const text = new Y.XmlText();
    text.applyDelta(
      unit.texts.map((node) => ({
        insert: node.text ?? '',
        attributes: attributesOf(node.marks),
      })),
    );
    return text;
  }
  const element = new Y.XmlElement(unit.element.type);
  for (const [key, value] of Object.entries(unit.element.attrs ?? {})) {
    setAttribute(element, key, value);
  }
  const children = unitsOf(unit.element.content ?? []).map(build);
  const isBare = children.length === 0 && isTextblock(unit.element.type);
  element.insert(0, isBare ? [new Y.XmlText()] : children);
  return element;
}

function nodesOfUnit(unit: Unit): readonly RichNode[] {
  return 'texts' in unit ? unit.texts : [unit.element];
}

/** One child as normal nodes, whatever it stands in. */
function nodesOfChild(child: Child): RichNode[] {
  if (child instanceof Y.XmlText) return normalNodes(textNodes(child), 'line');
  return normalNodes(
    [{ type: child.nodeName, attrs: child.getAttributes(), content: readFragment(child) }],
    'line',
  );
}

function writeElement(element: Y.XmlElement, wanted: RichNode): void {
  const [normal] = nodesOfChild(element);
  const now = normal?.attrs ?? {};
  const goal = wanted.attrs ?? {};
  for (const [key, value] of Object.entries(goal)) {
    if (jcs(now[key] ?? null) !== jcs(value)) setAttribute(element, key, value);
  }
  for (const key of Object.keys(now)) if (!(key in goal)) element.removeAttribute(key);
  const content = wanted.content ?? [];
  const text = element.toArray().find((child) => child instanceof Y.XmlText);
  // Emptied, not deleted: who begins to write there meanwhile writes in the same shared text as everybody.
  if (content.length === 0 && element.length === 1 && text) writeText(text, []);
  else writeChildren(element, content);
}

/** How much of two texts is alike, from their ends: 0 to 1. */
function alike(a: string, b: string): number {
  const most = Math.max(a.length, b.length);
  if (most === 0) return 1;
  const least = Math.min(a.length, b.length);
  let start = 0;
  while (start < least && a[start] === b[start]) start++;
  let end = 0;
  while (end < least - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return (start + end) / most;
}

/** Some 450 changed blocks against as many; beyond, the changed part is replaced as one. */
const MOST_BLOCK_PAIRS = 200_000;

function writeChildren(parent: Y.XmlFragment, nodes: readonly RichNode[]): void {
  const units = unitsOf(nodes);
  const children = parent
    .toArray()
    .map((child) => ({ child: child as Child, nodes: nodesOfChild(child as Child) }))
    .map((one) => ({ ...one, text: jcs(one.nodes), words: plainText(one.nodes) }));
  const goals = units.map((unit) => {
    const own = nodesOfUnit(unit);
    return { unit, text: jcs(own), words: plainText(own) };
  });
  const sameKind = (child: Child, unit: Unit) =>
    'texts' in unit
      ? child instanceof Y.XmlText
      : child instanceof Y.XmlElement && child.nodeName === unit.element.type;
  const pairs = align(
    children,
    goals,
    (x, y) => x.text === y.text,
    (x, y) => {
      if (x.text === y.text) return 2;
      return sameKind(x.child, y.unit) ? 0.1 + alike(x.words, y.words) : 0;
    },
    MOST_BLOCK_PAIRS,
  );
  let i = 0;
  let j = 0;
  let at = 0;
  for (const [nextI, nextJ] of [...pairs, [children.length, goals.length] as const]) {
    if (nextI > i) parent.delete(at, nextI - i);
    const come = goals.slice(j, nextJ).map((goal) => build(goal.unit));
    if (come.length > 0) parent.insert(at, come);
    at += come.length;
    const kept = children[nextI];
    const goal = goals[nextJ];
    if (kept && goal && kept.text !== goal.text) {
      if ('texts' in goal.unit && kept.child instanceof Y.XmlText) {
        writeText(kept.child, goal.unit.texts);
      } else if ('element' in goal.unit && kept.child instanceof Y.XmlElement) {
        writeElement(kept.child, goal.unit.element);
      }
    }
    at += 1;
    i = nextI + 1;
    j = nextJ + 1;
  }
}

/**
 * Makes a shared fragment hold `nodes` (put into normal form first) with as few edits as can be:
 * equal blocks and words are not touched. Needs no schema; call it inside a transaction.
 */
export function writeFragment(fragment: Y.XmlFragment, nodes: readonly RichNode[]): void {
  writeChildren(fragment, normalNodes(nodes));
}
