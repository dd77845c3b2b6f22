// What took the place of a damaged text, in words.
import type { Translate } from './catalogue.ts';

/** `replacedBy` is `readable`, `rN` or a version's label. */
export function recoverySource(t: Translate, replacedBy: string): string {
  if (replacedBy === 'readable') return t('recovery.source.readable');
  const isRevision = /^r\d+$/.test(replacedBy);
  return t(isRevision ? 'recovery.source.revision' : 'recovery.source.version', {
    ref: replacedBy,
  });
}
