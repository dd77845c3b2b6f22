// What a person types into a number field, read as a number.

/** A number of zero or more, with a comma or a point; '' for nothing; undefined for what is none. */
export function numberOf(text: string): number | '' | undefined {
  const trimmed = text.trim().replace(/[\s\u00a0\u202f]/g, '');
  if (trimmed === '') return '';
  if (!/^\d{1,6}([.,]\d{1,3})?$/.test(trimmed)) return undefined;
  return Number(trimmed.replace(',', '.'));
}
