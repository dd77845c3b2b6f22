// Word files: what stands in them comes out as headings, texts, lists, tables and notes, and nothing is silently lost.
import { describe, expect, it, test } from 'vitest';
import type { RichNode } from '#core/framework/interchange.ts';
import type { SourceDocument } from '#core/importing/source.ts';
import { readFile } from '#server/exchange/files/read-file.ts';
import { HEADING_STYLES, listed, p, run, type WordParts, wordFile } from './written.ts';

function read(parts: WordParts): SourceDocument {
  const found = readFile(wordFile({ styles: HEADING_STYLES, ...parts }));
  if (!('source' in found)) throw new Error('no document');
  return found.source;
}
const body = (content: string, more: Partial<WordParts> = {}) => read({ body: content, ...more });
const nodesOf = (source: SourceDocument) =>
  source.blocks.flatMap((block) => ('nodes' in block ? [...block.nodes] : []));
const para = (...content: (RichNode | string)[]): RichNode => ({
  type: 'paragraph',
  content: content.map((one) => (typeof one === 'string' ? { type: 'text', text: one } : one)),
});
const text = (words: string, ...types: string[]): RichNode => ({
  type: 'text',
  text: words,
  marks: types.map((type) => ({ type })),
});
const li = (...content: RichNode[]): RichNode => ({ type: 'listItem', content });
const ul = (...content: RichNode[]): RichNode => ({ type: 'bulletList', content });
const ol = (start: number, ...content: RichNode[]): RichNode => ({
  type: 'orderedList',
  ...(start === 1 ? {} : { attrs: { start } }),
  content,
});

describe('headings', () => {
  test.each([
    ['by the style of that name', p('Accueillir', 'Titre1'), 1],
    ['by a style of the network based on one', p('Accueillir', 'Activite'), 2],
    ['by the outline level of the paragraph', p('Accueillir', '', '<w:outlineLvl w:val="2"/>'), 3],
  ])('%s', (_how, xml, level) => {
    expect(body(xml).blocks).toEqual([{ level, heading: 'Accueillir' }]);
  });

  it('are none where the paragraph says that it is text', () => {
    const xml = p('Accueillir', 'Titre1', '<w:outlineLvl w:val="9"/>');
    expect(nodesOf(body(xml))).toEqual([para('Accueillir')]);
  });

  it('lose no word to a line break or a tab, and are left out where they are blank', () => {
    const xml = p(
      `${run('M1')}<w:r><w:tab/></w:r>${run('Accueillir')}<w:r><w:br/></w:r>${run('toujours')}`,
      'Titre1',
    );
    expect(body(xml + p(' ', 'Titre2')).blocks).toEqual([
      { level: 1, heading: 'M1 Accueillir toujours' },
    ]);
  });

  it('take the title of the whole from its style, once', () => {
    const source = body(p('Référentiel', 'Titre') + p('Sous-titre', 'Titre'));
    expect(source.title).toBe('Référentiel');
    expect(nodesOf(source)).toEqual([para('Sous-titre')]);
  });
});

describe('lines', () => {
  it('keep bold, italic, strike, by themselves and by style, and links', () => {
    const xml = p(
      [
        run('gras', '<w:b/>'),
        run(' et ', '<w:b w:val="0"/>'),
        run('italique', '<w:i/>'),
        run(' barré', '<w:strike/>'),
        run(' fort', '<w:rStyle w:val="Fort"/>'),
        `<w:hyperlink r:id="l1">${run(' site')}</w:hyperlink>`,
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://b.org" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        run(' champ'),
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
      ].join(''),
    );
    const link = (href: string) => [{ type: 'link', attrs: { href } }];
    expect(nodesOf(body(xml, { links: { l1: 'https://a.org/' } }))).toEqual([
      para(
        text('gras', 'bold'),
        ' et ',
        text('italique', 'italic'),
        text(' barré', 'strike'),
        text(' fort', 'bold'),
        { type: 'text', text: ' site', marks: link('https://a.org/') },
        { type: 'text', text: ' champ', marks: link('https://b.org') },
      ),
    ]);
  });

  it('take tracked changes as accepted, moved text too, and say so', () => {
    const source = body(
      p(
        `${run('On ')}<w:del>${run('réagit').replaceAll('w:t', 'w:delText')}</w:del><w:ins>${run('intervient')}</w:ins><w:moveFrom>${run(' ici')}</w:moveFrom><w:moveTo>${run(' là')}</w:moveTo>`,
      ),
    );
    expect(nodesOf(source)).toEqual([para('On intervient là')]);
    expect(source.notes).toMatchObject({ deletions: 2, insertions: 2 });
  });

  it('join two paragraphs whose parting was deleted', () => {
    const source = body(p('Un ', '', '<w:rPr><w:del/></w:rPr>') + p('deux'));
    expect(nodesOf(source)).toEqual([para('Un deux')]);
  });

  it('put footnotes in brackets; those of a heading stand under it', () => {
    const footnotes =
      '<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>' +
      `<w:footnote w:id="2">${p('Loi de 2013.')}${p('Article 3.')}</w:footnote>`;
    const ref = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const source = body(p(run('École') + ref + run(' ouverte')) + p(run('Titre') + ref, 'Titre1'), {
      footnotes,
    });
    expect(source.blocks).toEqual([
      { nodes: [para('École [Loi de 2013. Article 3.] ouverte')] },
      { level: 1, heading: 'Titre' },
      { nodes: [para('[Loi de 2013. Article 3.]')] },
    ]);
    expect(source.notes.footnotes).toBe(2);
  });

  it('leave comments, margins, hidden words and pictures out, and show their words', () => {
    const source = body(
      p(
        `${run('Texte')}<w:r><w:commentReference w:id="1"/></w:r><w:r><w:drawing/></w:r>${run('caché', '<w:vanish/>')}`,
      ),
      {
        comments: `<w:comment w:id="1">${p('À revoir')}</w:comment>`,
        header: p('Document de travail'),
      },
    );
    expect(nodesOf(source)).toEqual([para('Texte')]);
    expect(source.notes).toEqual({ comments: 1, headers: 1, hidden: 1, pictures: 1 });
    expect(source.left).toEqual([
      { note: 'comments', text: 'À revoir' },
      { note: 'hidden', text: 'caché' },
      { note: 'headers', text: 'Document de travail' },
    ]);
  });

  it('take text boxes after the paragraph that holds them, once', () => {
    const box = `<w:txbxContent>${p('Encadré')}</w:txbxContent>`;
    const drawing = `<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(nodesOf(body(p(run('Avant') + drawing)))).toEqual([para('Avant'), para('Encadré')]);
  });

  it('leave a table of contents out, whatever form it has', () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const source = body(
      p(
        `${field('begin')}<w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>${field('separate')}${run('Accueillir 2')}`,
      ) +
        p(run('Former 3')) +
        p(`${field('end')}${run('Après')}`) +
        `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('Former 3')}</w:sdtContent></w:sdt>`,
    );
    expect(nodesOf(source)).toEqual([para('Après')]);
    expect(source.notes.contents).toBe(2);
  });
});

describe('lists', () => {
  const numbering = `
    <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>
    <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
  const lists = (content: string) => nodesOf(body(content, { numbering }));

  it('nest by their level', () => {
    expect(lists(listed('un', 2) + listed('deux', 2, 1) + listed('trois', 2))).toEqual([
      ul(li(para('un'), ul(li(para('deux')))), li(para('trois'))),
    ]);
  });

  it('begin anew where the numbers do, and go on where they do', () => {
    expect(
      lists(listed('a', 1) + listed('b', 1) + listed('c', 3) + p('Entre') + listed('d', 3)),
    ).toEqual([
      ol(1, li(para('a')), li(para('b'))),
      ol(1, li(para('c'))),
      para('Entre'),
      ol(2, li(para('d'))),
    ]);
  });

  it('keep bullets inside numbers and a level that is skipped', () => {
    expect(lists(listed('a', 1) + listed('b', 2, 1) + listed('c', 1))).toEqual([
      ol(1, li(para('a'), ul(li(para('b')))), li(para('c'))),
    ]);
    expect(lists(listed('a', 2, 1))).toEqual([ul(li(para('a')))]);
  });
});

describe('tables', () => {
  const tc = (content: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
  const tr = (cells: string, properties = '') =>
    `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;

  it('keep heads, wide cells and high cells, and drop deleted rows', () => {
    const source = body(
      `<w:tbl>${tr(tc(p('Missions'), '<w:gridSpan w:val="2"/>'), '<w:tblHeader/>')}${tr(tc(p('a'), '<w:vMerge w:val="restart"/>') + tc(p('b')))}${tr(tc('<w:p/>', '<w:vMerge/>') + tc(p('c')))}${tr(tc(p('parti')), '<w:del/>')}</w:tbl>`,
    );
    const cell = (type: string, attrs: object, ...content: RichNode[]) => ({
      type,
      ...attrs,
      content,
    });
    expect(nodesOf(source)).toEqual([
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [cell('tableHeader', { attrs: { colspan: 2 } }, para('Missions'))],
          },
          {
            type: 'tableRow',
            content: [
              cell('tableCell', { attrs: { rowspan: 2 } }, para('a')),
              cell('tableCell', {}, para('b')),
            ],
          },
          { type: 'tableRow', content: [cell('tableCell', {}, para('c'))] },
        ],
      },
    ]);
  });

  it('are frames where they have one cell, and hold headings as bold words where they have more', () => {
    const one = body(`<w:tbl>${tr(tc(p('Accueillir', 'Titre1') + p('Texte')))}</w:tbl>`);
    expect(one.blocks).toEqual([{ level: 1, heading: 'Accueillir' }, { nodes: [para('Texte')] }]);
    const two = body(`<w:tbl>${tr(tc(p('Accueillir', 'Titre1')) + tc(p('Texte')))}</w:tbl>`);
    expect(JSON.stringify(two.blocks)).toContain('"text":"Accueillir","marks":[{"type":"bold"}]');
  });
});
