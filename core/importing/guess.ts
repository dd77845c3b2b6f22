// What a file's headings most likely are: a first plan, which the person then changes.
import type { KindDefinition, Template } from '../framework/template.ts';
import { TEMPLATES } from '../framework/templates.ts';
import { folded, splitHeading } from './hand-numbers.ts';
import { AS_TEXT, type FieldNames, type ImportPlan, kindNames } from './plan.ts';
import {
  isHeading,
  levelsOf,
  type SourceDocument,
  type SourceHeading,
  titleHeading,
} from './source.ts';

/** A section is worth this much when its name is said, and 1 for each of its kinds. */
const NAMED = 3;

/** Words without accents, case and the s of the plural. */
function wordsOf(text: string): string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => (word.length > 3 ? word.replace(/s$/, '') : word));
}

/** Whether the first word of a name, which says most of it, is among these. */
function says(words: readonly string[], name: string | undefined): boolean {
  const [first] = wordsOf(name ?? '');
  return first !== undefined && words.includes(first);
}

/** The section that words speak of, or AS_TEXT. */
function sectionSaid(template: Template, names: FieldNames, text: string): string {
  const words = wordsOf(text);
  let best = { key: AS_TEXT, worth: 0 };
  for (const { key, kinds } of template.sections) {
    const told = kinds.filter((kind) => says(words, names.kinds[kind.key])).length;
    const worth = (says(words, names.sections[key]) ? NAMED : 0) + told;
    if (worth > best.worth) best = { key, worth };
  }
  return best.key;
}

/** The kind whose name a heading begins with (« Activité 2.1 : … »), or AS_TEXT. */
function kindSaid(kinds: readonly KindDefinition[], names: FieldNames, heading: string): string {
  const start = folded(heading);
  const said = kinds
    .map(({ key }) => ({ key, name: folded(names.kinds[key] ?? '') }))
    .filter(({ name }) => name !== '' && start.startsWith(name))
    .filter(({ name }) => !/^\p{L}/u.test(start.slice(name.length)))
    .sort((a, b) => b.name.length - a.name.length);
  return said[0]?.key ?? AS_TEXT;
}

/** Kinds one under the other, as long a row as the section has. */
function longestRow(kinds: readonly KindDefinition[], above = '', row: string[] = []): string[] {
  const rows = kinds
    .filter(({ key, under }) => under.includes(above) && !row.includes(key))
    .map(({ key }) => longestRow(kinds, key, [...row, key]));
  return rows.reduce((best, one) => (one.length > best.length ? one : best), row);
}

function rowOfKinds(kinds: readonly KindDefinition[], levels: number): string[] {
  if (levels !== 1) return longestRow(kinds).slice(0, levels);
  // One level only: not the kind that gathers others, but the last that stands by itself.
  const alone = kinds.filter(({ under }) => under.includes('')).at(-1);
  return alone ? [alone.key] : [];
}

/** What each level becomes in a section, by what its headings say, else in the template's order. */
function kindsByLevel(
  template: Template,
  key: string,
  names: FieldNames,
  headings: readonly SourceHeading[],
): Record<number, string> {
  const kinds = template.sections.find((section) => section.key === key)?.kinds ?? [];
  const levels = [...new Set(headings.map(({ level }) => level))].sort((a, b) => a - b);
  const row = rowOfKinds(kinds, levels.length);
  return Object.fromEntries(
    levels.map((level, depth) => {
      const here = headings.filter((one) => one.level === level);
      const said = here.map(({ heading }) => kindSaid(kinds, names, heading));
      const most = kinds.find(
        (kind) => said.filter((one) => one === kind.key).length * 2 > here.length,
      );
      return [level, most?.key ?? row[depth] ?? AS_TEXT];
    }),
  );
}

/** The headings of each part, by the level that parts are opened at; the first entry stands before all. */
function partsAt(headings: readonly SourceHeading[], level: number): SourceHeading[][] {
  const parts: SourceHeading[][] = [[]];
  for (const one of headings) {
    if (one.level === level) parts.push([one]);
    else if (one.level < level) parts.push([]);
    else parts.at(-1)?.push(one);
  }
  return parts;
}

/** The level whose headings name sections: at least two different ones, and not by counting kinds (« Mission 1 »). */
function levelOfParts(
  template: Template,
  names: FieldNames,
  headings: readonly SourceHeading[],
  levels: readonly number[],
): number {
  const kinds = kindNames(template, names);
  for (const level of levels) {
    const named = headings
      .filter((one) => one.level === level)
      .filter(({ heading }) => folded(splitHeading(heading, kinds).number).length < 6)
      .map(({ heading }) => sectionSaid(template, names, heading));
    if (new Set(named.filter((key) => key !== AS_TEXT)).size >= 2) return level;
  }
  return 0;
}

/** The part of headings with a typed number from which it looks meant. */
const MEANT = 0.3;

/** The plan that a person is shown first. Total; for a file without headings all is text of the first section. */
export function guessPlan(
  source: SourceDocument,
  template: Template,
  names: FieldNames,
): ImportPlan {
  const titleAt = titleHeading(source);
  const titled = source.blocks[titleAt];
  const headings = source.blocks.filter(isHeading).filter((one) => one !== titled);
  const levels = levelsOf(source).filter((level) => headings.some((one) => one.level === level));
  const parts = levelOfParts(template, names, headings, levels);
  const first = template.sections[0]?.key ?? '';
  const title = titled && isHeading(titled) ? titled.heading : source.title;
  const whole = headings.map(({ heading }) => heading).join('\n');
  const section =
    sectionSaid(template, names, title) || sectionSaid(template, names, whole) || first;
  const opened = headings.filter(({ level }) => level === parts);
  const sections = opened.map(({ heading }) => sectionSaid(template, names, heading));
  return {
    title: titleAt >= 0,
    parts,
    section: parts > 0 ? first : section,
    sections,
    kinds: guessKinds(template, names, source, { title: titleAt >= 0, parts, section, sections }),
    numbers: typedNumbers(source, kindNames(template, names)) > headings.length * MEANT,
  };
}

/** What the headings of each section become, where it is said which part is which section. */
export function guessKinds(
  template: Template,
  names: FieldNames,
  source: SourceDocument,
  plan: PlannedParts,
): Record<string, Record<number, string>> {
  const under = headingsUnder(source, plan);
  const all = [...under.values()].flat();
  return Object.fromEntries(
    template.sections.map(({ key }) => [
      key,
      kindsByLevel(template, key, names, under.get(key) ?? all),
    ]),
  );
}

type PlannedParts = Pick<ImportPlan, 'title' | 'parts' | 'section' | 'sections'>;

/** The headings that may become items, by the section that they stand in. */
export function headingsUnder(
  source: SourceDocument,
  { title, parts, section, sections }: PlannedParts,
): Map<string, SourceHeading[]> {
  const titled = title ? source.blocks[titleHeading(source)] : undefined;
  const headings = source.blocks.filter(isHeading).filter((one) => one !== titled);
  if (parts === 0) return new Map([[section, headings]]);
  const under = new Map<string, SourceHeading[]>();
  let at = 0;
  for (const [head, ...rest] of partsAt(headings, parts)) {
    if (head?.level !== parts) continue;
    const key = sections[at++] ?? AS_TEXT;
    if (key !== AS_TEXT) under.set(key, [...(under.get(key) ?? []), ...rest]);
  }
  return under;
}

/** How many headings have a number that somebody typed. */
export function typedNumbers(source: SourceDocument, names: readonly string[]): number {
  return source.blocks.filter(isHeading).filter((one) => splitHeading(one.heading, names).number)
    .length;
}

/** The template whose sections and kinds a file speaks of most; the first where it speaks of none. */
export function guessTemplate(source: SourceDocument, names: FieldNames): Template | undefined {
  const texts = [source.title, ...source.blocks.filter(isHeading).map(({ heading }) => heading)];
  const worth = (template: Template) =>
    texts.filter((text) => sectionSaid(template, names, text) !== AS_TEXT).length;
  const [first] = TEMPLATES;
  return TEMPLATES.reduce((best, one) => (best && worth(best) >= worth(one) ? best : one), first);
}
