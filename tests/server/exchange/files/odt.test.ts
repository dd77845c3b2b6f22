// OpenDocument texts: the same things as in Word files, as LibreOffice writes them.
import { describe, expect, it } from 'vitest';
import type { RichNode } from '#core/framework/interchange.ts';
import type { SourceDocument } from '#core/importing/source.ts';
import { readFile } from '#server/exchange/files/read-file.ts';
import { odtFile } from './written.ts';

const STYLES = `
  <style:style style:name="Heading_20_1" style:family="paragraph" style:default-outline-level="1"/>
  <style:style style:name="Activite" style:family="paragraph" style:parent-style-name="Heading_20_1" style:default-outline-level="2"/>
  <style:style style:name="Title" style:family="paragraph"/>`;
const AUTOMATIC = `
  <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
  <style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
  <style:style style:name="T2" style:family="text"><style:text-properties fo:font-style="italic" style:text-line-through-style="solid"/></style:style>
  <text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/><text:list-level-style-bullet text:level="2"/></text:list-style>
  <text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/></text:list-style>`;

function read(text: string): SourceDocument {
  const found = readFile(odtFile(text, AUTOMATIC, STYLES));
  if (!('source' in found)) throw new Error('no document');
  return found.source;
}
const nodesOf = (source: SourceDocument) =>
  source.blocks.flatMap((block) => ('nodes' in block ? [...block.nodes] : []));
const para = (...content: (RichNode | string)[]): RichNode => ({
  type: 'paragraph',
  content: content.map((one) => (typeof one === 'string' ? { type: 'text', text: one } : one)),
});
const li = (...content: RichNode[]): RichNode => ({ type: 'listItem', content });

describe('an OpenDocument text', () => {
  it('has headings by level and by style, also inside a list that numbers them, and a title', () => {
    const source = read(
      `<text:p text:style-name="P1">Référentiel</text:p>
       <text:h text:style-name="Heading_20_1" text:outline-level="1">Missions</text:h>
       <text:p text:style-name="Activite">Accueillir</text:p>
       <text:list text:style-name="L1"><text:list-item><text:h text:outline-level="3">Écouter</text:h></text:list-item></text:list>`,
    );
    expect(source.title).toBe('Référentiel');
    expect(source.blocks).toEqual([
      { level: 1, heading: 'Missions' },
      { level: 2, heading: 'Accueillir' },
      { level: 3, heading: 'Écouter' },
    ]);
  });

  it('keeps marks, links, spaces and breaks, and puts notes in brackets', () => {
    const source = read(
      `<text:p>Du <text:span text:style-name="T1">gras</text:span><text:s text:c="2"/><text:span text:style-name="T2">barré</text:span><text:line-break/><text:a xlink:href="https://a.org">site</text:a><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Loi.</text:p></text:note-body></text:note></text:p>`,
    );
    expect(nodesOf(source)).toEqual([
      para(
        'Du ',
        { type: 'text', text: 'gras', marks: [{ type: 'bold' }] },
        '  ',
        { type: 'text', text: 'barré', marks: [{ type: 'italic' }, { type: 'strike' }] },
        { type: 'hardBreak' },
        { type: 'text', text: 'site', marks: [{ type: 'link', attrs: { href: 'https://a.org' } }] },
        ' [Loi.]',
      ),
    ]);
    expect(source.notes).toEqual({ footnotes: 1 });
  });

  it('nests lists, restarts and goes on with their numbers', () => {
    const item = (content: string, attributes = '') =>
      `<text:list-item${attributes}>${content}</text:list-item>`;
    const source = read(
      `<text:list text:style-name="L1">${item(`<text:p>un</text:p><text:list>${item('<text:p>sous</text:p>')}</text:list>`)}${item('<text:p>deux</text:p>')}</text:list>
       <text:p>Entre</text:p>
       <text:list text:style-name="L1" text:continue-numbering="true">${item('<text:p>trois</text:p>')}${item('<text:p>sept</text:p>', ' text:start-value="7"')}</text:list>`,
    );
    const ol = (start: number, ...content: RichNode[]) => ({
      type: 'orderedList',
      ...(start === 1 ? {} : { attrs: { start } }),
      content,
    });
    expect(nodesOf(source)).toEqual([
      ol(1, li(para('un'), { type: 'bulletList', content: [li(para('sous'))] }), li(para('deux'))),
      para('Entre'),
      ol(3, li(para('trois'))),
      ol(7, li(para('sept'))),
    ]);
  });

  it('keeps tables with their heads and wide cells', () => {
    const cell = (text: string, attributes = '') =>
      `<table:table-cell${attributes}><text:p>${text}</text:p></table:table-cell>`;
    const source = read(
      `<table:table><table:table-column/><table:table-header-rows><table:table-row>${cell('A', ' table:number-columns-spanned="2"')}<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row>${cell('b')}${cell('c')}</table:table-row></table:table>`,
    );
    expect(nodesOf(source)).toEqual([
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableHeader', attrs: { colspan: 2 }, content: [para('A')] }],
          },
          {
            type: 'tableRow',
            content: [
              { type: 'tableCell', content: [para('b')] },
              { type: 'tableCell', content: [para('c')] },
            ],
          },
        ],
      },
    ]);
  });

  it('leaves deleted text, contents, comments and pictures out, and says so', () => {
    const source = read(
      `<text:tracked-changes><text:changed-region><text:deletion><text:p>parti</text:p></text:deletion></text:changed-region></text:tracked-changes>
       <text:table-of-content><text:index-body><text:p>Accueillir 2</text:p></text:index-body></text:table-of-content>
       <text:p>Texte<office:annotation><text:p>À revoir</text:p></office:annotation><draw:frame><draw:image/></draw:frame></text:p>
       <text:section><text:p>Dedans</text:p></text:section>
       <text:p><draw:frame><draw:text-box><text:p>Encadré</text:p></draw:text-box></draw:frame></text:p>`,
    );
    expect(nodesOf(source)).toEqual([para('Texte'), para('Dedans'), para('Encadré')]);
    expect(source.notes).toEqual({ deletions: 1, contents: 1, comments: 1, pictures: 1 });
    expect(source.left).toEqual([{ note: 'comments', text: 'À revoir' }]);
  });
});
