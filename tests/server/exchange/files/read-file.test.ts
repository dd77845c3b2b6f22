// Files of every kind: what they are is told by what they hold; what cannot be read is refused with why, and never does harm.
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { createFileReader } from '#server/exchange/file-reader.ts';
import { readFile } from '#server/exchange/files/read-file.ts';
import { FileRefused } from '#server/exchange/files/refused.ts';
import { workOnFile } from '#server/exchange/files/work.ts';
import { p, wordFile, zipped } from './written.ts';

const bytes = (text: string) => new Uint8Array(strToU8(text));

function problem(file: Uint8Array): string {
  try {
    readFile(file);
    return 'none';
  } catch (error) {
    if (error instanceof FileRefused) return error.problem;
    throw error;
  }
}

describe('what cannot be read', () => {
  const word = wordFile({ body: p('Texte') });
  const withDocument = (xml: string) =>
    zipped({ '[Content_Types].xml': '<a/>', 'word/document.xml': xml });
  const nested = (depth: number) => `${'<w:p>'.repeat(depth)}${'</w:p>'.repeat(depth)}`;
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

  test.each([
    ['a PDF', bytes('%PDF-1.7 …'), 'pdf'],
    ['a rich text file', bytes('{\\rtf1 …}'), 'rtf'],
    ['an old Word file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'old-word'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13), 'unknown'],
    ['a zip of something else', zipped({ 'a.txt': 'a' }), 'unknown'],
    ['a workbook', zipped({ '[Content_Types].xml': '<a/>', 'xl/workbook.xml': '<a/>' }), 'unknown'],
    [
      'an OpenDocument table',
      zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
      'unknown',
    ],
    ['a file cut off', word.subarray(0, word.length - 40), 'broken'],
    ['a Word file without its text', zipped({ '[Content_Types].xml': '<a/>' }), 'broken'],
    ['XML that is not well made', withDocument(`<w:document ${W}><w:body>`), 'broken'],
    [
      'XML with entities of its own',
      withDocument(`<!DOCTYPE a [<!ENTITY b "c">]><w:document ${W}>&b;</w:document>`),
      'broken',
    ],
    [
      'XML nested without end',
      withDocument(`<w:document ${W}><w:body>${nested(5_000)}</w:body></w:document>`),
      'too-much',
    ],
    ['a file without words', wordFile({ body: p(' ') }), 'no-text'],
    ['an empty text', bytes('  \n'), 'no-text'],
  ])('%s', (_what, file, why) => {
    expect(problem(file)).toBe(why);
  });

  it('a bomb: a part that unpacks to a thousand times its size', () => {
    const bomb = zipSync({
      '[Content_Types].xml': strToU8('<a/>'),
      'word/document.xml': new Uint8Array(40 * 2 ** 20).fill(32),
    });
    expect(bomb.length).toBeLessThan(100_000);
    expect(problem(bomb)).toBe('too-much');
  });

  it('a list of contents that tells sizes that are not so: no more is unpacked than it says', () => {
    const file = wordFile({ body: p('mot '.repeat(20_000)) });
    const view = new DataView(file.buffer);
    // The central entry of the largest part says 100 bytes where there are 80,000.
    for (let at = 0; at + 46 < file.length; at++) {
      if (view.getUint32(at, true) !== 0x02014b50) continue;
      if (view.getUint32(at + 24, true) > 50_000) view.setUint32(at + 24, 100, true);
    }
    expect(problem(file)).toBe('broken');
  });

  it('is told as a refusal at the field of the file, and whatever fails unforeseen is no accident of the server', async () => {
    const warned: string[] = [];
    const log = { warn: (message: string) => void warned.push(message) };
    const at = (ask: () => Promise<ReturnType<typeof workOnFile>>) =>
      createFileReader(log, { ask, async end() {} }).read(bytes('a'));
    expect(await at(async () => workOnFile({ do: 'read', bytes: bytes('%PDF') }))).toEqual({
      ok: false,
      code: 'file-unreadable',
      errors: [{ path: 'file', problem: 'importing.problem.pdf' }],
    });
    expect(warned).toEqual([]);
    expect(await at(() => Promise.reject(new Error('out of memory')))).toMatchObject({
      errors: [{ problem: 'importing.problem.too-much' }],
    });
    expect(warned).toHaveLength(1);
  });
});

describe('what can be read', () => {
  it('interchange documents stay as they are', () => {
    expect(readFile(bytes('\uFEFF {"format":1}'))).toEqual({ json: ' {"format":1}' });
  });

  it('Markdown keeps its headings; those inside quotes are bold words', () => {
    const found = readFile(bytes('# Missions\n\nMots\n\nAccueillir\n---\n\n> ## Cité\n'));
    expect(found).toMatchObject({
      source: {
        blocks: [
          { level: 1, heading: 'Missions' },
          { nodes: [{ type: 'paragraph' }] },
          { level: 2, heading: 'Accueillir' },
          { nodes: [{ type: 'blockquote' }] },
        ],
      },
    });
  });

  it('a text of an old Windows program has its accents', () => {
    const found = readFile(Uint8Array.of(0x23, 0x20, 0xc9, 0x63, 0x6f, 0x6c, 0x65));
    expect(found).toMatchObject({ source: { blocks: [{ level: 1, heading: 'École' }] } });
  });

  it('is read in a thread, by as many as ask at once', async () => {
    const reader = createFileReader({ warn() {} });
    const titles = ['Un', 'Deux', 'Trois'];
    const read = await Promise.all(titles.map((title) => reader.read(bytes(`# ${title}`))));
    expect(read).toMatchObject(
      titles.map((heading) => ({
        ok: true,
        value: { source: { blocks: [{ level: 1, heading }] } },
      })),
    );
    await reader.close();
  });
});
