// The direction in which a text is read: that of its first letter, as browsers take it for `dir="auto"`.
import type { RichNode } from '../framework/interchange.ts';
import { plainText } from './plain.ts';

const LETTER = /\p{L}/u;
/** Scripts written from right to left. */
const RIGHT_TO_LEFT =
  /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]$/u;

/** Whether the first letter of a text is written from right to left. */
export function isRightToLeft(text: string): boolean {
  const first = LETTER.exec(text)?.[0];
  return first !== undefined && RIGHT_TO_LEFT.test(first);
}

/** Whether these nodes are read from right to left: where the bullets of a list and the first column of a table stand. */
export function readsRightToLeft(nodes: readonly RichNode[]): boolean {
  return isRightToLeft(plainText(nodes));
}
