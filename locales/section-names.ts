// The names of sections in a sentence.
import { isMessageKey, type Translate } from './catalogue.ts';

/** "Missions, Compétences"; a section that no template names goes by its key. */
export function sectionNames(t: Translate, keys: readonly string[]): string {
  return keys
    .map((key) => {
      const name = `section.${key}`;
      return isMessageKey(name) ? t(name) : key;
    })
    .join(', ');
}
