// Labels of versions: "0.2", "1.0", "1.2.1": their order, and which one comes next.

export const LABEL = /^\d+(\.\d+){1,2}$/;

function parts(label: string): [number, number, number] {
  const [major = 0, minor = 0, patch = 0] = label.split('.').map(Number);
  return [major, minor, patch];
}

/** Negative where `a` comes before `b`, 0 where they say the same ("1.0" and "1.0.0"), by number and not by letter. */
export function compareLabels(a: string, b: string): number {
  const [one, other] = [parts(a), parts(b)];
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}

/**
 * The label to propose after `last` ('' before the first): the next minor one for a consultation
 * (0.1, 0.2, 1.1), the next whole one for an adoption (1.0, 2.0).
 */
export function nextLabel(last: string, status: 'consultation' | 'adopted'): string {
  const [major, minor] = last === '' ? [0, 0] : parts(last);
  return status === 'adopted' ? `${major + 1}.0` : `${major}.${minor + 1}`;
}
