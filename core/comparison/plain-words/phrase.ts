// A message still to be worded: its key in `locales/`, and what goes into it.

export type PhraseValue = string | number | Phrase;

/**
 * `locales/say.ts` words it. Values may be phrases themselves. `agree` is a kind of item whose gender
 * the words take: the message is then `key.f` or `key.m`. `or` is what is said where no message has
 * that key (kinds and fields of templates that are gone).
 */
export interface Phrase {
  readonly key: string;
  readonly values?: Readonly<Record<string, PhraseValue>>;
  readonly agree?: string;
  readonly or?: string;
}

/** A number in words up to ten, in figures beyond. `values.count` beside it chooses the plural. */
export function numeral(count: number): Phrase {
  return { key: `numeral.${count}`, values: { count }, or: String(count) };
}

/** The word for a kind; `several` for more than one. */
export function kindWord(kind: string, several = false): Phrase {
  return { key: `${several ? 'kinds' : 'kind'}.${kind}`, or: kind };
}

/** Words between quotation marks. */
export function quoted(text: string): Phrase {
  return { key: 'change.quoted', values: { text } };
}

/** Parts said one after the other, between commas; at least one. */
export function listed(parts: readonly [Phrase, ...Phrase[]]): Phrase {
  return parts.reduceRight((rest, first) => ({ key: 'change.comma', values: { first, rest } }));
}

/** Names put together: « M3, M4 et M5 »; at least one. */
export function together(parts: readonly [Phrase, ...Phrase[]]): Phrase {
  const [first, ...others] = parts;
  const last = others.pop();
  if (!last) return first;
  return { key: 'change.and', values: { first: listed([first, ...others]), last } };
}
