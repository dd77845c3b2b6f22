// The names by which the headings of a file are known: sections and kinds of all templates, in the language of the file.
import type { Language } from '#core/framework/interchange.ts';
import { TEMPLATES } from '#core/framework/templates.ts';
import type { FieldNames } from '#core/importing/plan.ts';
import { isMessageKey, translator } from './catalogue.ts';

/** What `core/importing` compares headings with. */
export function importNames(language: Language): FieldNames {
  const t = translator(language);
  const said = (prefix: 'section' | 'kind', key: string): [string, string] => {
    const name = `${prefix}.${key}`;
    return [key, isMessageKey(name) ? t(name) : key];
  };
  const sections = TEMPLATES.flatMap((template) => template.sections);
  return {
    sections: Object.fromEntries(sections.map(({ key }) => said('section', key))),
    kinds: Object.fromEntries(
      sections.flatMap(({ kinds }) => kinds.map(({ key }) => said('kind', key))),
    ),
  };
}
