// Which addresses a link may have: asked by the editor, by every reader and by every export.

const SCHEMES: readonly string[] = ['http', 'https', 'mailto', 'tel'];
/** What browsers skip inside and around an address before they look for its scheme. */
const SKIPPED = /[\s\p{Cc}\p{Cf}]/gu;

/**
 * The address as it may stand in a document, or null where it may not: only http, https, mailto and
 * tel, and addresses inside the same site (`/…`, `../…`, `#…`, `?…`, `page.html`).
 */
export function safeHref(href: unknown): string | null {
  if (typeof href !== 'string') return null;
  const bare = href.replace(SKIPPED, '');
  if (bare === '') return null;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase();
  if (scheme !== undefined) return SCHEMES.includes(scheme) ? href.trim() : null;
  return /^(?:[/#?]|[\w%~.-]+(?:[/?#]|$))/.test(bare) ? href.trim() : null;
}
