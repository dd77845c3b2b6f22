// What changed in one item.
import { nodesOfBody } from '../document/bodies.ts';
import type { DocumentItem } from '../framework/interchange.ts';
import type { Template } from '../framework/template.ts';
import type { ChangeKind, ComparedSide, ItemChange } from './comparison.ts';
import { fieldChanges, referenceChanges } from './facts.ts';
import type { PlacedItem } from './placed.ts';
import { type RichText, richTextOf } from './rich-text.ts';
import { compareRichTexts, compareTexts } from './texts.ts';

/** One side of a comparison, read once. */
export interface ComparedDocument {
  readonly slug: string;
  readonly template: Template | undefined;
  readonly placed: ReadonlyMap<string, PlacedItem>;
  readonly numbers: ReadonlyMap<string, string>;
}

/** The change of an item that is on either side or on both, or null where there is none. */
export function itemChange(
  id: string,
  before: ComparedDocument,
  after: ComparedDocument,
  moved: boolean,
): ItemChange | null {
  const was = before.placed.get(id);
  const is = after.placed.get(id);
  if (was && is) return changeOfBoth(was, is, before, after, moved);
  const [placed, side] = is ? [is, after] : [was, before];
  return placed ? changeOfOne(placed, side, is ? 'added' : 'removed') : null;
}

/** An item that is on one side only, with all its fields and references. */
function changeOfOne(
  placed: PlacedItem,
  side: ComparedDocument,
  change: 'added' | 'removed',
): ItemChange {
  const { id, item, section } = placed;
  const none: DocumentItem = { id, kind: item.kind };
  const [was, is] = change === 'added' ? [none, item] : [item, none];
  const fields = fieldChanges(was, is, (name) => isProse(side, name));
  const references = referenceChanges(was, is, side.slug, side.slug);
  const compared = comparedSide(placed, side, item.title ?? '', bodyOf(item).text);
  return {
    item: id,
    kind: item.kind,
    section,
    changes: [change],
    ...(change === 'added' ? { after: compared } : { before: compared }),
    ...(fields.length > 0 ? { fields } : {}),
    ...(references ? { references } : {}),
  };
}

function changeOfBoth(
  was: PlacedItem,
  is: PlacedItem,
  before: ComparedDocument,
  after: ComparedDocument,
  moved: boolean,
): ItemChange | null {
  const titles = compareTexts(was.item.title ?? '', is.item.title ?? '');
  const fields = fieldChanges(was.item, is.item, (name) => isProse(after, name));
  const references = referenceChanges(was.item, is.item, before.slug, after.slug);
  const written =
    was.item.body === is.item.body &&
    JSON.stringify(was.item.bodyDoc) === JSON.stringify(is.item.bodyDoc);
  // Most items of most comparisons: their bodies need not even be read.
  if (written && titles.same && fields.length === 0 && !references && !moved) return null;
  const rich = bodyOf(is.item);
  const bodies = compareRichTexts(written ? rich : bodyOf(was.item), rich);
  const reworded = !titles.same || !bodies.same;
  const changes: ChangeKind[] = [];
  if (moved) changes.push('moved');
  if (reworded) changes.push('reworded');
  if (fields.length > 0) changes.push('fields');
  if (references) changes.push('references');
  if (changes.length === 0) return null;
  return {
    item: is.id,
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

/** Whether a field holds prose, as the template says. */
function isProse({ template }: ComparedDocument, name: string): boolean {
  return (template?.sections ?? []).some(({ kinds }) =>
    kinds.some(({ fields }) => fields.some(({ key, type }) => key === name && type === 'text')),
  );
}

function bodyOf(item: DocumentItem): RichText {
  return richTextOf(nodesOfBody(item));
}

function comparedSide(
  placed: PlacedItem,
  side: ComparedDocument,
  title: string,
  body: string,
): ComparedSide {
  return {
    path: [...placed.path],
    index: placed.index,
    number: side.numbers.get(placed.id) ?? '',
    title,
    body,
  };
}
