// A whole framework as one Markdown text that reads well as it is.
import { markdownOf } from '#core/document/markdown.ts';
import { translator } from '#locales/catalogue.ts';
import type { ReadableDocument, ReadableItem } from './readable.ts';

const DEEPEST_HEADING = 6;

/** Plain words with what Markdown would read as a sign escaped, on one line. */
function plain(text: string): string {
  const line = text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ');
  return markdownOf([{ type: 'paragraph', content: [{ type: 'text', text: line }] }]).trim();
}

function paragraphs(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => (line.trim() === '' ? '' : plain(line)))
    .join('\n');
}

function heading(level: number, text: string): string {
  return level <= DEEPEST_HEADING ? `${'#'.repeat(level)} ${plain(text)}` : `**${plain(text)}**`;
}

function itemBlocks(item: ReadableItem, level: number, references: string): string[] {
  const title = item.number === '' ? item.title : `${item.number} ${item.title}`;
  const lines = [
    ...item.fields.map((field) => `- ${plain(field)}`),
    ...(item.references.length === 0 ? [] : [`- ${references}`]),
    ...item.references.map(({ text }) => `  - ${plain(text)}`),
  ];
  return [
    heading(level, title),
    markdownOf(item.body).trim(),
    lines.join('\n'),
    ...item.children.flatMap((child) => itemBlocks(child, level + 1, references)),
  ];
}

/** Writes the document; every block is parted by an empty line, the end has one line break. */
export function markdownExport(document: ReadableDocument): string {
  const t = translator(document.language);
  const { licence, note } = document;
  const facts = [
    document.standing,
    ...(licence === null
      ? []
      : [
          t('export.licence', {
            licence: [licence.text, licence.address].filter(Boolean).join(', '),
          }),
        ]),
    t('export.address', { address: document.address }),
    ...(document.seal === '' ? [] : [t('export.seal', { hash: document.seal })]),
  ];
  const references = plain(t('export.references'));
  const blocks = [
    heading(1, document.title),
    document.notice === '' ? '' : `> ${plain(document.notice)}`,
    facts.map((fact) => `- ${plain(fact)}`).join('\n'),
    ...(note.trim() === '' ? [] : [heading(2, t('export.note')), paragraphs(note)]),
    ...document.sections.flatMap((section) => [
      heading(2, section.title),
      markdownOf(section.preamble).trim(),
      ...section.items.flatMap((item) => itemBlocks(item, 3, references)),
    ]),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
