// Word and OpenDocument files as tests write them: a zip of XML, with no more in it than a case needs.
import { strToU8, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const M = 'http://schemas.openxmlformats.org/officeDocument/2006/math';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

export function zipped(parts: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const bytes = zipSync(
    Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])),
  );
  return new Uint8Array(bytes);
}

export interface WordParts {
  /** What stands in the body. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly comments?: string;
  readonly header?: string;
  /** Addresses of links by id. */
  readonly links?: Readonly<Record<string, string>>;
}

const part = (name: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${name} xmlns:w="${W}" xmlns:r="${R}" xmlns:mc="${MC}" xmlns:m="${M}">${content}</w:${name}>`;

/** The styles that Word itself names, with a French id, as a French Word writes them. */
export const HEADING_STYLES = `
  <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
  <w:style w:type="paragraph" w:styleId="Titre"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style>
  <w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="Titre2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="Titre3"><w:name w:val="heading 3"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="Activite"><w:name w:val="Activité RNMS"/><w:basedOn w:val="Titre2"/></w:style>
  <w:style w:type="paragraph" w:styleId="Citation"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/></w:style>
  <w:style w:type="character" w:styleId="Fort"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>`;

export function wordFile(parts: WordParts): Uint8Array<ArrayBuffer> {
  const more = ['styles', 'numbering', 'footnotes', 'comments', 'header'] as const;
  const there = more.filter((name) => parts[name] !== undefined);
  const relations = [
    ...there.map((name) => `<Relationship Id="${name}" Type="${R}/${name}" Target="${name}.xml"/>`),
    ...Object.entries(parts.links ?? {}).map(
      ([id, address]) =>
        `<Relationship Id="${id}" Type="${R}/hyperlink" Target="${address}" TargetMode="External"/>`,
    ),
  ];
  const roots = {
    styles: 'styles',
    numbering: 'numbering',
    footnotes: 'footnotes',
    comments: 'comments',
    header: 'hdr',
  };
  return zipped({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="d" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${RELATIONS}">${relations.join('')}</Relationships>`,
    'word/document.xml': part('document', `<w:body>${parts.body}<w:sectPr/></w:body>`),
    ...Object.fromEntries(
      there.map((name) => [`word/${name}.xml`, part(roots[name], parts[name] ?? '')]),
    ),
  });
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A run; `form` are elements of its properties, as in `<w:b/>`. */
export function run(text: string, form = ''): string {
  return `<w:r>${form && `<w:rPr>${form}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

/** A paragraph of text, or of runs where `content` begins like XML. */
export function p(content: string, style = '', more = ''): string {
  const properties = `${style && `<w:pStyle w:val="${style}"/>`}${more}`;
  const inner = content.startsWith('<') ? content : run(content);
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`;
}

export function listed(content: string, list: number, level = 0): string {
  return p(content, '', `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
}

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';

/** An OpenDocument text of this content. */
export function odtFile(text: string, automatic = '', styles = ''): Uint8Array<ArrayBuffer> {
  const names = ['office', 'text', 'table', 'style']
    .map((name) => `xmlns:${name}="${OASIS}:${name}:1.0"`)
    .concat(`xmlns:draw="${OASIS}:drawing:1.0"`, `xmlns:fo="${OASIS}:xsl-fo-compatible:1.0"`)
    .concat('xmlns:xlink="http://www.w3.org/1999/xlink"')
    .join(' ');
  return zipped({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${names}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${names}><office:styles>${styles}</office:styles></office:document-styles>`,
  });
}
