// The hashes that make a version something one can cite and check: of its document, and of the version itself.
import { createHash } from 'node:crypto';
import { canonicalJson, jcs } from '#core/framework/canonical.ts';
import type { InterchangeDocument } from '#core/framework/interchange.ts';
import type { Note } from '#db/versions.ts';

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** A document as it is frozen: its canonical form and the hash of that. */
export function freeze(document: InterchangeDocument): { document: string; hash: string } {
  const canonical = canonicalJson(document);
  return { document: canonical, hash: sha256(canonical) };
}

export interface Sealed {
  /** Hash of the version before it in its framework, or ''. */
  readonly previous: string;
  /** Hash of its document's canonical form. */
  readonly document: string;
  readonly label: string;
  /** As first published. */
  readonly status: 'consultation' | 'adopted';
  readonly publishedAt: Date;
  readonly note: Note;
}

/** Hash of a version: SHA-256 of RFC 8785 of {previous, document, label, status, publishedAt, note}. */
export function sealOf({ previous, document, label, status, publishedAt, note }: Sealed): string {
  const instant = publishedAt.toISOString();
  return sha256(jcs({ previous, document, label, status, publishedAt: instant, note }));
}
