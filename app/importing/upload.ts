// What a form with a file sends: the file, or what was read of it before and came back.
import type { FormState } from '../forms.ts';

export interface Upload {
  /** The other fields, trimmed. */
  readonly values: Readonly<Record<string, string>>;
  /** The file that was chosen now; null where none was. */
  readonly file: Uint8Array<ArrayBuffer> | null;
  /** What came back of one that was read before: an interchange document, headings and text, how a text stood. */
  readonly document: string;
  readonly source: string;
  readonly seen: string;
}

/** Reads a multipart form. */
export async function readUpload(request: Request): Promise<Upload> {
  const values: Record<string, string> = {};
  const back: Record<string, string> = {};
  let file: Uint8Array<ArrayBuffer> | null = null;
  for (const [name, value] of await request.formData()) {
    if (typeof value !== 'string') {
      if (value.size > 0) file = new Uint8Array(await value.arrayBuffer());
    } else if (['document', 'source', 'seen'].includes(name)) back[name] = value;
    else values[name] = value.trim();
  }
  const { document = '', source = '', seen = '' } = back;
  return { values, file, document, source, seen };
}

/** The answer where no file was chosen. */
export function noFile(problem: string): FormState {
  return { intent: 'check', values: {}, errors: { file: problem }, message: '' };
}
