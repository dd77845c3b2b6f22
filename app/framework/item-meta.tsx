// The small line under a lit item: a skill's type and level, a module's hours and mode, what it is for.
import { isMessageKey } from '#locales/catalogue.ts';
import { Level } from '../components/level.tsx';
import { useT } from '../language.tsx';
import type { ViewItem } from './view.ts';

/** A field as words: "savoir-faire", "7 h", "à distance"; long texts are left to the item's own page. */
function useFieldWords(item: ViewItem): string[] {
  const t = useT();
  return Object.entries(item.fields).flatMap(([name, value]) => {
    if (typeof value === 'number') {
      const key = `field.${name}.value`;
      return isMessageKey(key) ? [t(key, { count: value })] : [];
    }
    const key = `field.${name}.${String(value)}`;
    return isMessageKey(key) ? [t(key)] : [];
  });
}

/** `via` are the numbers of the items in between. */
export function ItemMeta({
  item,
  level,
  via = [],
}: {
  readonly item: ViewItem;
  readonly level?: number | undefined;
  readonly via?: readonly string[];
}) {
  const t = useT();
  const words = useFieldWords(item);
  if (via.length > 0) words.push(t('framework.lit.for', { numbers: via.join(', ') }));
  if (words.length === 0 && level === undefined) return null;
  return (
    <span className="row small quiet">
      {words.length > 0 && <span>{words.join(' · ')}</span>}
      {level !== undefined && <Level level={level} />}
    </span>
  );
}
