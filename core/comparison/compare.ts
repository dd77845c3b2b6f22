// The comparison of two documents: what of each item changed, what became of what, how much in all.
import { nodesOfBody, nodesOfPreamble } from '../document/bodies.ts';
import type { DocumentItem, InterchangeDocument, Language } from '../framework/interchange.ts';
import { numberItems } from '../framework/numbers.ts';
import { templateOf } from '../framework/templates.ts';
import type {
  ChangeKind,
  ComparedSide,
  Comparison,
  FieldChange,
  ItemChange,
  PreambleChange,
} from './comparison.ts';
import { fieldChange, fieldChanges, referenceChanges } from './facts.ts';
import { interleaved } from './interleave.ts';
import { movedItems } from './moves.ts';
import { namesOf } from './names.ts';
import { type PlacedItem, placedItems } from './placed.ts';
import { relationsOf } from './relations.ts';
import { type RichText, richTextOf } from './rich-text.ts';
import { summaryOf } from './summary.ts';
import { compareRichTexts, compareTexts } from './texts.ts';

export interface CompareOptions {
  readonly baseRef: string;
  readonly headRef: string;
  /** Language of the numbers (M1, C2…). */
  readonly language: Language;
}

interface Side {
  readonly document: InterchangeDocument;
  readonly placed: ReadonlyMap<string, PlacedItem>;
  readonly numbers: ReadonlyMap<string, string>;
}

/**
 * Compares two documents item by item, aligned by id. Pure and total for any document of the right
 * shape; what no reader sees is no change, a number that follows from other changes neither. Changes
 * come in reading order: head's, what was removed where it stood. Takes about a third of a second
 * for 40,000 words with 200 edits, and stays under two for 60,000 words wholly rewritten.
 */
export function compareDocuments(
  base: InterchangeDocument,
  head: InterchangeDocument,
  { baseRef, headRef, language }: CompareOptions,
): Comparison {
  const before = sideOf(base, language);
  const after = sideOf(head, language);
  const moved = movedItems(before.placed, after.placed);
  const keys = [...new Set([...head.sections, ...base.sections].map(({ key }) => key))];
  const isText = textFields(head);
  const changes = interleaved(before.placed, after.placed, keys).flatMap((id): ItemChange[] => {
    const change = itemChange(id, before, after, moved.has(id), isText);
    return change.changes.length > 0 ? [change] : [];
  });
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
  };
}

function sideOf(document: InterchangeDocument, language: Language): Side {
  const template = templateOf(document.framework.template);
  return {
    document,
    placed: placedItems(document),
    numbers: template ? numberItems(document.sections, template, language) : new Map(),
  };
}

/** Whether a field holds prose, as the template says. */
function textFields({ framework }: InterchangeDocument): (name: string) => boolean {
  const kinds = templateOf(framework.template)?.sections.flatMap((section) => section.kinds) ?? [];
  const texts = new Set(
    kinds.flatMap(({ fields }) =>
      fields.filter(({ type }) => type === 'text').map(({ key }) => key),
    ),
  );
  return (name) => texts.has(name);
}

function itemChange(
  id: string,
  before: Side,
  after: Side,
  moved: boolean,
  isText: (name: string) => boolean,
): ItemChange {
  const was = before.placed.get(id);
  const is = after.placed.get(id);
  const placed = is ?? was;
  if (!was || !is) {
    const none = { id, kind: placed?.item.kind ?? '' };
    const fields = fieldChanges(was?.item ?? none, is?.item ?? none, isText);
    const references = referenceChanges(was?.item ?? none, is?.item ?? none, '', '');
    return {
      item: id,
      kind: none.kind,
      section: placed?.section ?? '',
      changes: [is ? 'added' : 'removed'],
      ...(fields.length > 0 ? { fields } : {}),
      ...(references ? { references } : {}),
      ...(was ? { before: comparedSide(was, before, title(was), bodyOf(was.item).text) } : {}),
      ...(is ? { after: comparedSide(is, after, title(is), bodyOf(is.item).text) } : {}),
    };
  }
  const titles = compareTexts(title(was), title(is));
  const sameBody = was.item.body === is.item.body && !was.item.bodyDoc && !is.item.bodyDoc;
  const rich = bodyOf(is.item);
  const bodies = compareRichTexts(sameBody ? rich : bodyOf(was.item), rich);
  const reworded = !titles.same || !(sameBody || bodies.same);
  const fields = fieldChanges(was.item, is.item, isText);
  const references = referenceChanges(
    was.item,
    is.item,
    before.document.framework.slug,
    after.document.framework.slug,
  );
  const changes: ChangeKind[] = [
    ...(moved ? (['moved'] as const) : []),
    ...(reworded ? (['reworded'] as const) : []),
    ...(fields.length > 0 ? (['fields'] as const) : []),
    ...(references ? (['references'] as const) : []),
  ];
  return {
    item: id,
    kind: is.item.kind,
    section: is.section,
    changes,
    before: comparedSide(was, before, titles.before, bodies.before),
    after: comparedSide(is, after, titles.after, bodies.after),
    ...(reworded ? { words: { title: titles.words, body: bodies.words } } : {}),
    ...(reworded && bodies.blocks ? { blocks: bodies.blocks } : {}),
    ...(reworded && bodies.formatting ? { formatting: bodies.formatting } : {}),
    ...(titles.coarse || bodies.coarse ? { coarse: true } : {}),
    ...(fields.length > 0 ? { fields } : {}),
    ...(references ? { references } : {}),
  };
}

function title({ item }: PlacedItem): string {
  return item.title ?? '';
}

function bodyOf(item: DocumentItem): RichText {
  return richTextOf(nodesOfBody(item));
}

function comparedSide(placed: PlacedItem, side: Side, words: string, body: string): ComparedSide {
  return {
    path: [...placed.path],
    index: placed.index,
    number: side.numbers.get(placed.id) ?? '',
    title: words,
    body,
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
