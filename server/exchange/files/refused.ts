// Why a file cannot be read: each reason has its words under `importing.problem.<reason>` in `locales/`.

export const FILE_PROBLEMS = [
  'unknown',
  'old-word',
  'pdf',
  'rtf',
  'broken',
  'too-much',
  'no-text',
] as const;
export type FileProblem = (typeof FILE_PROBLEMS)[number];

/** Thrown by what reads files; whoever asked for the reading makes a refusal of it. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  constructor(readonly problem: FileProblem) {
    super(`the file cannot be read: ${problem}`);
  }
}
