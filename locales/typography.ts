// French spacing, applied when shown and exported, never forced into what is stored.
import type { Language, RichNode } from '#core/framework/interchange.ts';

const NARROW = '\u202f';
const NO_BREAK = '\u00a0';

/**
 * Sets the spaces of a language: in French a narrow no-break space before ; ? ! » and after «,
 * a no-break space before a colon that follows a space. Only spaces that are there are changed,
 * so that addresses, hours and code are left alone; other languages come back as they were.
 * Source: Lexique des règles typographiques en usage à l'Imprimerie nationale.
 */
export function typeset(language: Language, text: string): string {
  if (language !== 'fr') return text;
  return text
    .replace(/[ \u00a0\u202f]([;?!»])/g, `${NARROW}$1`)
    .replace(/«[ \u00a0\u202f]/g, `«${NARROW}`)
    .replace(/[ \u00a0\u202f]:(?=\s|$)/g, `${NO_BREAK}:`);
}

/** The same for rich text: each text node is set, nothing else is touched. */
export function typesetRich(language: Language, nodes: readonly RichNode[]): RichNode[] {
  return nodes.map((node) => ({
    ...node,
    ...(node.text === undefined ? {} : { text: typeset(language, node.text) }),
    ...(node.content === undefined ? {} : { content: typesetRich(language, node.content) }),
  }));
}
