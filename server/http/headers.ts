// What every answer says to the browser about safety, and the policy of what a page may load.

export interface Policy {
  readonly nonce: string;
  /** Pages from their sources: Vite puts styles into the page by itself. */
  readonly development: boolean;
  readonly secure: boolean;
}

/**
 * The Content-Security-Policy of pages. Scripts and styles only from here, or with the answer's nonce;
 * `style-src-attr` alone is loose, for popovers that are placed by script.
 */
export function contentSecurityPolicy({ nonce, development, secure }: Policy): string {
  const styles = development ? `'self' 'unsafe-inline'` : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src ${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

/**
 * Puts the headers of every answer. `Referrer-Policy: same-origin` keeps one-time links out of other
 * sites; `no-referrer` would too, but makes browsers send `Origin: null` with our own forms.
 */
export function secureHeaders(headers: Headers, policy: Policy): void {
  const fixed: Record<string, string> = {
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  };
  for (const [name, value] of Object.entries(fixed)) headers.set(name, value);
  if (policy.secure) headers.set('Strict-Transport-Security', 'max-age=31536000');
  if (!headers.has('Content-Security-Policy')) {
    headers.set('Content-Security-Policy', contentSecurityPolicy(policy));
  }
}
