// Labels of versions: what they look like and which one is newer.

/** Two or three numbers parted by points: "0.2", "1.0", "1.0.1". */
export const LABEL = /^\d+(\.\d+){1,2}$/;
export const LABEL_MAX = 30;

/**
 * Orders two labels number by number, a missing third counting as 0; negative where `a` is the older.
 * Numbers of any length: compared as text once their leading zeros are gone.
 */
export function compareLabels(a: string, b: string): number {
  const left = a.split('.').map(plainNumber);
  const right = b.split('.').map(plainNumber);
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const one = left[at] ?? '0';
    const other = right[at] ?? '0';
    if (one.length !== other.length) return one.length - other.length;
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

function plainNumber(digits: string): string {
  return digits.replace(/^0+(?=.)/, '');
}

/**
 * The label to propose after `last` ('' before the first): the next minor one for a consultation
 * (0.1, 0.2, 1.1), the next whole one for an adoption (1.0, 2.0).
 */
export function nextLabel(last: string, status: 'consultation' | 'adopted'): string {
  const [major = 0, minor = 0] = last === '' ? [] : last.split('.').map(Number);
  return status === 'adopted' ? `${major + 1}.0` : `${major}.${minor + 1}`;
}
