// A file as people have it. What it is is told by what it holds, not by its name.
import type { SourceDocument } from '#core/importing/source.ts';
import { isDocxPart } from './docx/package.ts';
import { readDocx } from './docx/read.ts';
import { readMarkdown } from './markdown.ts';
import { isOdtPart, readOdt } from './odt/read.ts';
import { FileRefused } from './refused.ts';
import { unpack } from './zip.ts';

/** Interchange documents are told apart from all else, since their items are items already. */
export type ReadFile = { readonly source: SourceDocument } | { readonly json: string };

/** Characters that a file may bring: a book of a thousand pages has two million. */
const MOST_WORDS = 3_000_000;

const SIGNS: readonly [string, 'pdf' | 'rtf'][] = [
  ['%PDF', 'pdf'],
  ['{\\rtf', 'rtf'],
];
const ZIP = 'PK\u0003\u0004';
/** Word before 2007, and any Word file under a password. */
const OLE = '\u00d0\u00cf\u0011\u00e0';

function beginning(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 8));
}

/** Plain text in UTF-8, with its mark or without, else as old Windows programs wrote it. */
function textOf(bytes: Uint8Array): string {
  if (bytes.subarray(0, 4_096).includes(0)) throw new FileRefused('unknown');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function readZipped(bytes: Uint8Array): SourceDocument {
  const kind = unpack(bytes, (path) => path === 'mimetype').get('mimetype');
  const told = kind === null ? '' : new TextDecoder().decode(kind).trim();
  if (/^application\/vnd\.oasis\.opendocument\.text(-template)?$/.test(told))
    return readOdt(unpack(bytes, isOdtPart));
  if (told !== '') throw new FileRefused('unknown');
  const parts = unpack(bytes, isDocxPart);
  const { get } = parts;
  if (get('[Content_Types].xml') === null) throw new FileRefused('unknown');
  if (get('xl/workbook.xml') ?? get('ppt/presentation.xml')) throw new FileRefused('unknown');
  return readDocx(parts);
}

/** Reads a file. Throws FileRefused, with why in a word. */
export function readFile(bytes: Uint8Array): ReadFile {
  const start = beginning(bytes);
  const sign = SIGNS.find(([first]) => start.startsWith(first));
  if (sign) throw new FileRefused(sign[1]);
  if (start.startsWith(OLE)) throw new FileRefused('old-word');
  if (start.startsWith('PK') && !start.startsWith(ZIP)) throw new FileRefused('broken');
  const source = start.startsWith(ZIP) ? readZipped(bytes) : null;
  if (source) return { source: checked(source) };
  const text = textOf(bytes);
  if (/^\uFEFF?\s*[{[]/.test(text)) return { json: text };
  return { source: checked(readMarkdown(text)) };
}

function checked(source: SourceDocument): SourceDocument {
  const length = JSON.stringify(source).length;
  if (length > MOST_WORDS) throw new FileRefused('too-much');
  if (source.title === '' && source.blocks.length === 0) throw new FileRefused('no-text');
  return source;
}
