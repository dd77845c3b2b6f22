// Reading a document that somebody sent: from its bytes to something the commands take, or a refusal that says where it is wrong.
import {
  type InterchangeDocument,
  interchangeDocumentSchema,
} from '#core/framework/interchange.ts';
import { accept, type Result, refuse } from '#core/refusal.ts';
import type { Translate } from '#locales/catalogue.ts';
import { readJson } from '../http/api/body.ts';
import { wordIssues } from '../http/input.ts';

/**
 * Reads `text` in `format` (`json`, the interchange document). Refuses other formats, text that is
 * not JSON, and JSON that is no document, naming the first places that are wrong.
 */
export function readDocument(
  format: string,
  text: string,
  t: Translate,
): Result<InterchangeDocument> {
  if (format !== 'json') return refuse('unsupported-format');
  const json = readJson(text);
  if (json === null) {
    return refuse('document-invalid', {
      errors: [{ path: '', problem: 'api.detail.body-json' }],
    });
  }
  const parsed = interchangeDocumentSchema.safeParse(json.value, { reportInput: true });
  if (parsed.success) return accept(parsed.data);
  return refuse('document-invalid', {
    errors: wordIssues(t, parsed.error).map(({ path, detail }) => ({ path, problem: detail })),
  });
}
