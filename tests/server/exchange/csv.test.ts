// Tables as files: what a spreadsheet opens as it is, and runs nothing of.
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { csvText } from '#server/exchange/csv.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

it('begins with the mark of UTF-8, says no separator, ends lines as spreadsheets do', () => {
  const text = csvText('fr', [
    ['É', 1],
    [null, 'b'],
  ]);
  expect([...bytes(text)].slice(0, 5)).toEqual([0xef, 0xbb, 0xbf, 0xc3, 0x89]);
  expect(text).toBe('\ufeffÉ;1\r\n;b\r\n');
  expect(csvText('en', [['a', 'b', 2]])).toBe('\ufeffa,b,2\r\n');
});

test.each([
  ['=HYPERLINK("http://evil.example";"x")', `"'=HYPERLINK(""http://evil.example"";""x"")"`],
  ['+33 1 00', "'+33 1 00"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', `"'\t=1"`],
  ['\r=1', `"'\r=1"`],
  ['  =1', "'  =1"],
  ['＝1', "'＝1"],
  ['Évaluer ; réguler', '"Évaluer ; réguler"'],
  ['dit "oui"', '"dit ""oui"""'],
  ['deux\nlignes', '"deux\nlignes"'],
  ['a = b', 'a = b'],
  ['M1.1', 'M1.1'],
])('%j', (given, expected) => {
  expect(csvText('fr', [[given]])).toBe(`\ufeff${expected}\r\n`);
});

/** Reads what was written, as a spreadsheet does. */
function read(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  const cells = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^${separator}"\\r\\n]*))(${separator}|\\r\\n)`,
    'gy',
  );
  cells.lastIndex = 1;
  for (let cell = cells.exec(text); cell; cell = cells.exec(text)) {
    rows.at(-1)?.push(cell[1]?.replaceAll('""', '"') ?? cell[2] ?? '');
    if (cell[3] === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

it('is read back as it was, but for the apostrophe, whatever the texts', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<'fr' | 'en'>('fr', 'en'),
      fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), { maxLength: 4 }),
      (language, rows) => {
        const back = read(csvText(language, rows), language === 'fr' ? ';' : ',');
        expect(back.map((row) => row.map((cell) => cell.replace(/^'/, '')))).toEqual(
          rows.map((row) => row.map((cell) => cell.replace(/^'/, ''))),
        );
        for (const cell of back.flat()) expect(cell).not.toMatch(/^[\s\u00a0]*[=+\-@]/);
      },
    ),
    { seed: 20261, numRuns: 500 },
  );
});
