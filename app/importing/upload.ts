// What a form with a file sends: the text of the file, or the text that was checked already and came back.
import type { FormState } from '../forms.ts';

export interface Upload {
  /** The other fields, trimmed. */
  readonly values: Readonly<Record<string, string>>;
  /** The file's text, else what the field `document` held; '' where there is neither. */
  readonly text: string;
}

/** Reads a multipart form. A file wins over a text sent back. */
export async function readUpload(request: Request): Promise<Upload> {
  const values: Record<string, string> = {};
  let text = '';
  let kept = '';
  for (const [name, value] of await request.formData()) {
    if (typeof value !== 'string') text = await value.text();
    else if (name === 'document') kept = value;
    else values[name] = value.trim();
  }
  return { values, text: text === '' ? kept : text };
}

/** The answer where no file was chosen. */
export function noFile(problem: string): FormState {
  return { intent: 'check', values: {}, errors: { file: problem }, message: '' };
}
