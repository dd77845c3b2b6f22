// Fields of items in the reader's words: their names, the words of a choice, the unit of a number.
import type { FieldValue } from '#core/framework/interchange.ts';
import { isMessageKey, type Translate } from './catalogue.ts';

/** The name of a field; a field that no template of ours names keeps its own. */
export function fieldLabel(t: Translate, name: string): string {
  const key = `field.${name}`;
  return isMessageKey(key) ? t(key) : name;
}

/** The value of a field: a choice in words, a number with its unit, a text as it stands. */
export function fieldText(t: Translate, name: string, value: FieldValue): string {
  const choice = `field.${name}.${value}`;
  if (isMessageKey(choice)) return t(choice);
  const unit = `field.${name}.value`;
  if (typeof value === 'number' && isMessageKey(unit)) return t(unit, { count: value });
  return String(value);
}
