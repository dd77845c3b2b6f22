// Words of a described change.
import { isMessageKey, type Translate } from '#locales/catalogue.ts';

export function say(t: Translate, part: { key: string }): string {
  return isMessageKey(part.key) ? t(part.key) : part.key;
}
