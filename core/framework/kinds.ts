// Which kinds fit where, as the template says.
import type { FieldDefinition, KindDefinition, Template } from './template.ts';

/** Kinds of a section, none for a section the template does not know. */
export function kindsOf(template: Template, section: string): readonly KindDefinition[] {
  return template.sections.find((one) => one.key === section)?.kinds ?? [];
}

/** A kind of a section, or undefined. */
export function kindOfTemplate(
  template: Template,
  section: string,
  kind: string,
): KindDefinition | undefined {
  return kindsOf(template, section).find((one) => one.key === kind);
}

/** Kinds that may stand under a kind (`''` is the section itself). */
export function kindsUnder(
  template: Template,
  section: string,
  parentKind: string,
): readonly KindDefinition[] {
  return kindsOf(template, section).filter((one) => one.under.includes(parentKind));
}

/** Whether that kind may stand there. */
export function fits(
  template: Template,
  section: string,
  parentKind: string,
  kind: string,
): boolean {
  return kindOfTemplate(template, section, kind)?.under.includes(parentKind) ?? false;
}

/**
 * The kind an item takes when it is moved there: its own where that fits, else the first that may
 * stand there, else its own: what does not fit is shown, never refused.
 */
export function fittingKind(
  template: Template,
  section: string,
  parentKind: string,
  kind: string,
): string {
  if (fits(template, section, parentKind, kind)) return kind;
  return kindsUnder(template, section, parentKind)[0]?.key ?? kind;
}

/** The choice by which items of a kind are sorted into groups (a skill's type), if it has one. */
export function sortingField(template: Template, kind: string): FieldDefinition | undefined {
  return template.sections
    .flatMap((section) => section.kinds)
    .find((one) => one.key === kind)
    ?.fields.find((field) => field.type === 'choice' && field.key.endsWith('Type'));
}
