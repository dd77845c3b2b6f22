// What is wrong with a document: what must be refused, and what is only shown so that somebody repairs it.
import type { InputProblem } from '../refusal.ts';
import type { DocumentItem, InterchangeDocument, Reference } from './interchange.ts';
import { fits, kindOfTemplate } from './kinds.ts';
import { referenceKey } from './references.ts';
import type { FieldDefinition, ReferenceDefinition, Template } from './template.ts';
import { MAX_DEPTH } from './tree.ts';
import { walkItems } from './walk.ts';

/** Something in a document that does not fit its template: it is kept, and shown beside the item. */
export interface DocumentNote {
  readonly item: string;
  readonly note:
    | 'kindUnknown'
    | 'kindMisplaced'
    | 'fieldUnknown'
    | 'fieldValue'
    | 'referenceGone'
    | 'referenceKind'
    | 'referenceLevel';
  /** The field, or the reference's key, that it is about. */
  readonly about?: string;
}

/** Two halves of a character that stand alone are no text: storing them would change them. */
const BROKEN = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Whether any text of a JSON value, member names too, holds half a character. */
export function holdsBrokenText(value: unknown): boolean {
  if (typeof value === 'string') return BROKEN.test(value);
  if (Array.isArray(value)) return value.some(holdsBrokenText);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, member]) => BROKEN.test(key) || holdsBrokenText(member));
}

/**
 * What makes a document unfit to be taken in, with where and a key of `locales/`: an id twice, a
 * reference of an item twice, a section twice or not of the template, items too deep, text that is not Unicode. Empty when it may
 * come in. Everything else that does not fit its template is only noted (`notesOn`).
 */
export function refusalsOf(document: InterchangeDocument, template: Template): InputProblem[] {
  const problems: InputProblem[] = [];
  const known = new Set(template.sections.map((section) => section.key));
  const sections = new Set<string>();
  for (const [index, section] of document.sections.entries()) {
    const path = `sections.${index}.key`;
    if (!known.has(section.key)) problems.push({ path, problem: 'document.unknownSection' });
    if (sections.has(section.key)) problems.push({ path, problem: 'document.sectionTwice' });
    sections.add(section.key);
  }
  const ids = new Set<string>();
  for (const { item, section, path } of walkItems<DocumentItem>(document.sections)) {
    const where = [section, ...path, item.id].join('.');
    if (ids.has(item.id)) problems.push({ path: where, problem: 'document.idTwice' });
    ids.add(item.id);
    if (path.length === MAX_DEPTH) problems.push({ path: where, problem: 'document.tooDeep' });
    const targets = (item.references ?? []).map(referenceKey);
    if (new Set(targets).size < targets.length) {
      problems.push({ path: where, problem: 'document.referenceTwice' });
    }
  }
  if (holdsBrokenText(document)) problems.push({ path: '', problem: 'document.brokenText' });
  return problems;
}

function fieldNote(
  definition: FieldDefinition | undefined,
  value: unknown,
): DocumentNote['note'] | null {
  if (!definition) return 'fieldUnknown';
  if (value === '') return null;
  switch (definition.type) {
    case 'text':
      return typeof value === 'string' ? null : 'fieldValue';
    case 'number':
      return typeof value === 'number' && value >= 0 ? null : 'fieldValue';
    case 'choice':
      return definition.choices?.some((choice) => choice === value) ? null : 'fieldValue';
  }
}

/**
 * What in a document does not fit its template or points nowhere, item by item in reading order.
 * Targets in other frameworks are not looked up.
 */
export function notesOn(document: InterchangeDocument, template: Template): DocumentNote[] {
  const notes: DocumentNote[] = [];
  const kinds = new Map<string, string>();
  for (const { item } of walkItems<DocumentItem>(document.sections)) kinds.set(item.id, item.kind);
  for (const { item, section, parent } of walkItems<DocumentItem>(document.sections)) {
    const kind = kindOfTemplate(template, section, item.kind);
    if (!kind) notes.push({ item: item.id, note: 'kindUnknown' });
    else if (!fits(template, section, parent?.kind ?? '', item.kind)) {
      notes.push({ item: item.id, note: 'kindMisplaced' });
    }
    for (const [name, value] of Object.entries(item.fields ?? {})) {
      const definition = kind?.fields.find((field) => field.key === name);
      const note = fieldNote(definition, value);
      if (note) notes.push({ item: item.id, note, about: name });
    }
    for (const reference of item.references ?? []) {
      const own =
        reference.framework === undefined || reference.framework === document.framework.slug;
      const target = own ? kinds.get(reference.item) : undefined;
      const note = referenceNote(reference, own, target, kind?.references ?? []);
      if (note) notes.push({ item: item.id, note, about: referenceKey(reference) });
    }
  }
  return notes;
}

function referenceNote(
  reference: Reference,
  own: boolean,
  target: string | undefined,
  allowed: readonly Pick<ReferenceDefinition, 'to' | 'level'>[],
): DocumentNote['note'] | null {
  if (own && target === undefined) return 'referenceGone';
  const fitting = allowed.filter((one) => target === undefined || one.to.includes(target));
  if (fitting.length === 0) return 'referenceKind';
  const levels = fitting.some((one) => one.level) || reference.level === undefined;
  return levels ? null : 'referenceLevel';
}
