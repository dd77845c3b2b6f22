// The mixes that are played: what people do beside typing, and what stands in the text when they begin.
import {
  aroundTitle,
  bold,
  enter,
  erase,
  eraseAcross,
  join,
  lists,
  redo,
  replaceAll,
  retype,
  type TextAct,
  tables,
  undo,
} from './acts.ts';
import { referenceActs, type StructuralAct, structuralActs } from './structure.ts';

export interface Mix {
  readonly name: string;
  /** Share of the acts that type one letter. */
  readonly typing: number;
  readonly text: readonly TextAct[];
  /** Acts on items as wholes, as often as those in the text. */
  readonly items?: readonly StructuralAct[];
  /** What is written in: one item, a preamble that is empty at first, or several items. */
  readonly start: 'item' | 'empty' | 'items';
  /** What the trial lost of so many typed characters over a server with rescue, and without. */
  readonly trial?: string;
}

/** Enter and Backspace more often than what rebuilds more. */
const MIXED: readonly TextAct[] = [
  ...[bold, enter, enter, aroundTitle, join, join],
  ...[erase, erase, eraseAcross, retype, lists, tables, replaceAll],
];

const beside = (name: string, text: readonly TextAct[], more: Partial<Mix> = {}): Mix => ({
  name,
  text,
  typing: text.length === 0 ? 1 : 0.6,
  start: 'item',
  ...more,
});

export const MIXES: readonly Mix[] = [
  beside('typing alone', [], { trial: '0' }),
  beside('bold', [bold], { trial: '0' }),
  beside('Enter', [enter], { trial: '7 of 7476' }),
  beside('Enter and Backspace at the title', [aroundTitle], { trial: '469 → 0 of 6687' }),
  beside('join', [join, join, enter], { trial: '936 → 0 of 7448' }),
  beside('delete', [erase, erase, eraseAcross], { trial: '980 → 0 of 7101' }),
  beside('title or paragraph', [retype], { trial: '1982 → 0 of 8571' }),
  beside('lists and quote', [lists], { trial: '1470 → 0 of 6007' }),
  beside('tables', [tables], { trial: '151 → 0 of 8066' }),
  beside('replace all', [replaceAll, erase, enter], { trial: '814 of 10672, without' }),
  beside('all mixed', MIXED, { typing: 0.47, trial: '1304 → 0 of 5765' }),
  beside('empty start, typing alone', [], { start: 'empty', trial: '0' }),
  beside('empty start, all mixed', MIXED, { start: 'empty', typing: 0.47, trial: '→ 0' }),
  beside('live', MIXED, { typing: 0.85, trial: '69 → 0 of 4878' }),
  beside('undo and redo', [undo, undo, redo, enter, join, erase], {}),
  beside('references and fields', [enter, join], { items: referenceActs, start: 'items' }),
  beside('items moved, split, merged', [enter, join], { items: structuralActs, start: 'items' }),
  beside('everything', [...MIXED, undo, redo], {
    items: [...structuralActs, ...referenceActs],
    start: 'items',
    typing: 0.5,
  }),
];
