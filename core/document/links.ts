// Which addresses a link may have: asked by the editor, by every reader and by every export.

const SCHEMES: readonly string[] = ['http', 'https', 'mailto', 'tel'];
/** Schemes that act, or read, where a link is followed. */
const HARMFUL: readonly string[] = ['javascript', 'vbscript', 'data', 'blob', 'file', 'filesystem'];
/** What browsers skip inside and around an address before they look for its scheme. */
const SKIPPED = /[\s\p{Cc}\p{Cf}]/gu;
/** Character references, which a careless reader of HTML might resolve once more. */
const CHARACTER_REFERENCES = /&#?\w+;?/g;

function schemeOf(address: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
}

/** The address as it may stand in a document, or null where it may not: http, https, mailto, tel, and relative ones. */
export function safeHref(href: unknown): string | null {
  if (typeof href !== 'string') return null;
  const bare = href.replace(SKIPPED, '');
  const scheme = schemeOf(bare) ?? schemeOf(bare.replace(CHARACTER_REFERENCES, ''));
  const allowed = scheme === undefined ? bare !== '' : SCHEMES.includes(scheme);
  return allowed ? href.trim() : null;
}

/** Whether an address would do something where it is followed, whoever follows it. */
export function isHarmfulHref(href: unknown): boolean {
  if (typeof href !== 'string') return false;
  const bare = href.replace(SKIPPED, '');
  return [bare, bare.replace(CHARACTER_REFERENCES, '')].some((address) =>
    HARMFUL.includes(schemeOf(address) ?? ''),
  );
}
