// The reader's language: how a component gets its words, dates and numbers.
import { useRouteLoaderData } from '@remix-run/react';
import type { Language } from '#core/framework/interchange.ts';
import { type Translate, translator } from '#locales/catalogue.ts';
import type { loader } from './root.tsx';

/** Translators are made once: components may use them as dependencies of hooks. */
const TRANSLATORS: Record<Language, Translate> = { fr: translator('fr'), en: translator('en') };

/** What the root loader knows of who reads; undefined only where it failed. */
export function useRoot() {
  return useRouteLoaderData<typeof loader>('root');
}

export function useLanguage(): Language {
  return useRoot()?.language ?? 'fr';
}

/** The words of the reader's language. */
export function useT(): Translate {
  return TRANSLATORS[useLanguage()];
}

/** For loaders, actions and `meta`, which are no components. */
export function words(language: Language): Translate {
  return TRANSLATORS[language];
}
