// The comparison of two documents: what of each item changed, what became of what, how much in all.
import { nodesOfPreamble } from '../document/bodies.ts';
import type { InterchangeDocument, Language } from '../framework/interchange.ts';
import { numberItems } from '../framework/numbers.ts';
import { templateOf } from '../framework/templates.ts';
import { adoptIds } from './adopt.ts';
import type { Comparison, FieldChange, PreambleChange } from './comparison.ts';
import { fieldChange } from './facts.ts';
import { interleaved } from './interleave.ts';
import { type ComparedDocument, itemChange } from './item-change.ts';
import { movedItems } from './moves.ts';
import { namesOf } from './names.ts';
import { placedItems } from './placed.ts';
import { relationsOf } from './relations.ts';
import { richTextOf } from './rich-text.ts';
import { summaryOf } from './summary.ts';
import { compareRichTexts } from './texts.ts';

export interface CompareOptions {
  readonly baseRef: string;
  readonly headRef: string;
  /** Language of the numbers (M1, C2…). */
  readonly language: Language;
  /** `likeness` where head was read without ids: its own count for nothing then. `id` when left out. */
  readonly align?: 'id' | 'likeness';
}

/**
 * Compares two documents item by item, aligned by id (by likeness only when told so). Pure and total for any document of the right
 * shape; what no reader sees is no change, a number that follows from other changes neither. Changes
 * come in reading order: head's, what was removed where it stood. Takes 0.2 s for
 * 45,000 words with 200 edits and 0.3 s for 60,000 words wholly rewritten (`bench/comparison.ts`).
 */
export function compareDocuments(
  base: InterchangeDocument,
  head: InterchangeDocument,
  { baseRef, headRef, language, align = 'id' }: CompareOptions,
): Comparison {
  const adopted = align === 'likeness' ? adoptIds(base, head) : null;
  const before = sideOf(base, language);
  const after = sideOf(adopted?.document ?? head, language);
  const moved = movedItems(before.placed, after.placed);
  const keys = [...new Set([...head.sections, ...base.sections].map(({ key }) => key))];
  const changes = interleaved(before.placed, after.placed, keys).flatMap(
    (id) => itemChange(id, before, after, moved.has(id)) ?? [],
  );
  const relations = relationsOf(before.placed, after.placed);
  const framework = frameworkChanges(base, head);
  return {
    base: { ref: baseRef },
    head: { ref: headRef },
    summary: summaryOf(changes, after.placed.size),
    changes,
    preambles: preambleChanges(base, head, keys),
    relations,
    ...(framework.length > 0 ? { framework } : {}),
    names: namesOf(changes, relations, before, after),
    ...(adopted ? { pairs: [...adopted.pairs] } : {}),
  };
}

function sideOf(document: InterchangeDocument, language: Language): ComparedDocument {
  const template = templateOf(document.framework.template);
  return {
    slug: document.framework.slug,
    template,
    placed: placedItems(document),
    numbers: template ? numberItems(document.sections, template, language) : new Map(),
  };
}

function preambleChanges(
  base: InterchangeDocument,
  head: InterchangeDocument,
  keys: readonly string[],
): PreambleChange[] {
  const textOf = ({ sections }: InterchangeDocument, key: string) =>
    richTextOf(nodesOfPreamble(sections.find((section) => section.key === key) ?? {}));
  return keys.flatMap((section) => {
    const { same, words, blocks, formatting } = compareRichTexts(
      textOf(base, section),
      textOf(head, section),
    );
    if (same) return [];
    return [
      { section, words, ...(blocks ? { blocks } : {}), ...(formatting ? { formatting } : {}) },
    ];
  });
}

function frameworkChanges(base: InterchangeDocument, head: InterchangeDocument): FieldChange[] {
  return (['title', 'licence', 'notice'] as const).flatMap((name) =>
    fieldChange(name, base.framework[name], head.framework[name], name !== 'licence'),
  );
}
