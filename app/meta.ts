// The title of a page, in the reader's language, for `meta` exports.
import type { MetaFunction, SerializeFrom } from '@remix-run/node';
import type { MessageKey, Translate } from '#locales/catalogue.ts';
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
 * A `meta` export: the words of `key`, what the page is about, and the name of the application: a
 * history and a row of tabs must tell the pages of one framework apart. `about` is read from the
 * loader's data where it did not fail; `name` gives words of the page's own instead of `key`'s, ''
 * where what it is about says all.
 */
export function pageMeta<Loader = unknown>(
  key: MessageKey,
  about?: (data: SerializeFrom<Loader>) => string,
  name?: (data: SerializeFrom<Loader>, t: Translate) => string,
) {
  return ({ data, matches }: { data: unknown; matches: Matches }) => {
    const t = words(languageOf(matches));
    const known = data ? (data as SerializeFrom<Loader>) : null;
    const parts = [known && name ? name(known, t) : t(key), known && about ? about(known) : ''];
    const title = parts.filter((part) => part !== '').join(' · ');
    return [{ title: t('common.page-title', { title }) }];
  };
}
