// Whether a document may come in at all. What merely does not fit its template comes in, and is shown and repaired.
import { refusalsOf } from '#core/framework/check.ts';
import type { InterchangeDocument } from '#core/framework/interchange.ts';
import { templateOf } from '#core/framework/templates.ts';
import { type Refusal, refuse } from '#core/refusal.ts';

/** Why a document can't be taken in (unknown-template, document-invalid with where), or null. */
export function documentRefusal(document: InterchangeDocument): Refusal | null {
  const template = templateOf(document.framework.template);
  if (!template) return refuse('unknown-template');
  const errors = refusalsOf(document, template);
  return errors.length > 0 ? refuse('document-invalid', { errors }) : null;
}
