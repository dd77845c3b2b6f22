// What one end of a comparison is called: "version 0.2", "révision r3", "texte de travail".
import type { Translate } from '#locales/catalogue.ts';

/** `ref` is a version's label, `rN` or `working`. */
export function refName(t: Translate, ref: string): string {
  if (ref === 'working') return t('common.working');
  return /^r\d+$/.test(ref) ? t('read.revision', { ref }) : t('read.version', { label: ref });
}
