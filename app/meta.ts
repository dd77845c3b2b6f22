// The title of a page, in the reader's language, for `meta` exports.
import type { MetaFunction } from '@remix-run/node';
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
 * A `meta` export: the words of `key` and the name of the application. `of` puts in what the page
 * is about, taken from its loader's data (undefined where the loader failed).
 */
export function pageMeta<Data>(key: MessageKey, of?: (data: Data) => string) {
  return ({ data, matches }: { data: unknown; matches: Matches }) => {
    const t = words(languageOf(matches));
    const about = of && data ? of(data as Data) : '';
    const title = about ? `${t(key)} · ${about}` : t(key);
    return [{ title: t('common.page-title', { title }) }];
  };
}
