// A plan as a plain form sends it: one field for each choice; what is not sent, or does not fit, is guessed.
import { kindsOf } from '../framework/kinds.ts';
import type { Template } from '../framework/template.ts';
import { guessKinds, guessPlan } from './guess.ts';
import { AS_TEXT, type FieldNames, type ImportPlan } from './plan.ts';
import { isHeading, levelsOf, type SourceDocument } from './source.ts';

/** What a choice sends for AS_TEXT: an empty value would be one that was not sent. */
export const TEXT_CHOICE = 'text';

/** The names of the fields, in one place for who writes and who reads the form. */
export const PLAN_FIELDS = {
  title: 'title-heading',
  parts: 'parts',
  section: 'section',
  numbers: 'numbers',
  /** Sent with the form, so that a box without its tick is told from a form that never had it. */
  sent: 'plan',
  part: (index: number) => `part-${index}`,
  kind: (section: string, level: number) => `kind-${section}-${level}`,
} as const;

type Values = Readonly<Record<string, string>>;

/** The plan that these fields say. Total: without any it is the guess. */
export function planOfForm(
  values: Values,
  source: SourceDocument,
  template: Template,
  names: FieldNames,
): ImportPlan {
  const guess = guessPlan(source, template, names);
  // Fields of another template say nothing of this one.
  if (values[PLAN_FIELDS.sent] !== template.key) return guess;
  const levels = levelsOf(source);
  const keys = template.sections.map(({ key }) => key);
  const number = Number(values[PLAN_FIELDS.parts]);
  const parts = number === 0 || levels.includes(number) ? number : guess.parts;
  const chosen = values[PLAN_FIELDS.section] ?? '';
  const section = keys.includes(chosen) ? chosen : guess.section;
  const opened = source.blocks.filter(isHeading).filter(({ level }) => level === parts).length;
  const sections = Array.from({ length: opened }, (_, index) => {
    const value = values[PLAN_FIELDS.part(index)] ?? '';
    if (value === TEXT_CHOICE) return AS_TEXT;
    if (keys.includes(value)) return value;
    return parts === guess.parts ? (guess.sections[index] ?? AS_TEXT) : AS_TEXT;
  });
  const title = values[PLAN_FIELDS.title] === 'on';
  const guessed = guessKinds(template, names, source, { title, parts, section, sections });
  const kinds = Object.fromEntries(
    keys.map((key) => [
      key,
      Object.fromEntries(
        levels.map((level) => {
          const value = values[PLAN_FIELDS.kind(key, level)] ?? '';
          const known = kindsOf(template, key).some((kind) => kind.key === value);
          if (known) return [level, value];
          return [level, value === TEXT_CHOICE ? AS_TEXT : (guessed[key]?.[level] ?? AS_TEXT)];
        }),
      ),
    ]),
  );
  return {
    title,
    parts,
    section,
    sections,
    kinds,
    numbers: values[PLAN_FIELDS.numbers] === 'on',
  };
}
