// The title of a page, in the reader's language, for `meta` exports.
import type { MetaFunction, SerializeFrom } from '@remix-run/node';
import type { MessageKey } from '#locales/catalogue.ts';
import { words } from './language.tsx';
import type { loader as rootLoader } from './root.tsx';

type Matches = Parameters<MetaFunction>[0]['matches'];

function languageOf(matches: Matches) {
  const root = matches.find((match) => match.id === 'root')?.data as
    | Awaited<ReturnType<typeof rootLoader>>
    | undefined;
  return root?.language ?? 'fr';
}

/**
 * A `meta` export: the words of `key` and the name of the application. `of` gives a title of the
 * page's own instead, from its loader's data, where the loader did not fail.
 */
export function pageMeta<Loader = unknown>(
  key: MessageKey,
  of?: (data: SerializeFrom<Loader>) => string,
) {
  return ({ data, matches }: { data: unknown; matches: Matches }) => {
    const t = words(languageOf(matches));
    const about = of && data ? of(data as SerializeFrom<Loader>) : '';
    const title = about || t(key);
    return [{ title: t('common.page-title', { title }) }];
  };
}
