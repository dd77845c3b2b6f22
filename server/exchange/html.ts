// A whole framework as one page that stands alone: its style inside, nothing loaded, nothing that runs.
import { escapeHtml, richHtml } from '#core/document/html.ts';
import { translator } from '#locales/catalogue.ts';
import { EXPORT_STYLE } from '../look.ts';
import type { ReadableDocument, ReadableItem } from './readable.ts';

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

function headingOf(level: number): (typeof HEADINGS)[number] {
  return HEADINGS[Math.min(level, HEADINGS.length) - 1] ?? 'h6';
}

function paragraphs(text: string): string {
  return text
    .split(/(?:\r?\n){2,}/)
    .filter((block) => block.trim() !== '')
    .map((block) => `<p dir="auto">${escapeHtml(block)}</p>`)
    .join('');
}

function link(address: string, text: string): string {
  return `<a href="${escapeHtml(address)}">${escapeHtml(text)}</a>`;
}

/** Anchors are the ids that are cited for ever, as on the reading page. */
function anchor(id: string): string {
  return `#${encodeURIComponent(id)}`;
}

function list(entries: readonly string[], kind: string): string {
  if (entries.length === 0) return '';
  return `<ul class="${kind}">${entries.map((each) => `<li>${each}</li>`).join('')}</ul>`;
}

function itemHtml(item: ReadableItem, level: number, references: string): string {
  const tag = headingOf(level);
  const number =
    item.number === '' ? '' : `<span class="number">${escapeHtml(item.number)}</span> `;
  const pointed = item.references.map(({ text, anchor: id }) =>
    id === null ? escapeHtml(text) : link(anchor(id), text),
  );
  return [
    `<article id="${escapeHtml(item.id)}" class="item level-${Math.min(level, 6)}">`,
    `<${tag} dir="auto">${number}${escapeHtml(item.title)}</${tag}>`,
    `<div class="body">${richHtml(item.body, { title: 'p' })}</div>`,
    list(item.fields.map(escapeHtml), 'fields'),
    pointed.length === 0 ? '' : `<p class="label">${escapeHtml(references)}</p>`,
    list(pointed, 'references'),
    ...item.children.map((child) => itemHtml(child, level + 1, references)),
    '</article>',
  ].join('');
}

function headHtml(document: ReadableDocument): string {
  const t = translator(document.language);
  const { licence } = document;
  const named =
    licence === null
      ? ''
      : licence.address === null
        ? escapeHtml(licence.text)
        : link(licence.address, licence.text);
  // The words around a link are escaped first; the link then takes the place of its mark.
  const licenceLine =
    licence === null
      ? ''
      : escapeHtml(t('export.licence', { licence: '\u0000' })).replace('\u0000', () => named);
  const addressLine = escapeHtml(t('export.address', { address: '\u0000' })).replace('\u0000', () =>
    link(document.address, document.address),
  );
  const facts = [
    escapeHtml(document.standing),
    licenceLine,
    addressLine,
    document.seal === '' ? '' : escapeHtml(t('export.seal', { hash: document.seal })),
  ].filter((each) => each !== '');
  return [
    `<header><h1 dir="auto">${escapeHtml(document.title)}</h1>`,
    document.notice === ''
      ? ''
      : `<p class="notice" role="note">${escapeHtml(document.notice)}</p>`,
    list(facts, 'facts'),
    '</header>',
    document.note.trim() === ''
      ? ''
      : `<section class="note"><h2>${escapeHtml(t('export.note'))}</h2>${paragraphs(document.note)}</section>`,
  ].join('');
}

/** Writes the page. Every word of the network is escaped, only safe addresses are linked. */
export function htmlExport(document: ReadableDocument): string {
  const t = translator(document.language);
  const contents = document.sections
    .map(
      (section) => `<li>${link(`#section-${encodeURIComponent(section.key)}`, section.title)}</li>`,
    )
    .join('');
  const sections = document.sections
    .map(
      (section) =>
        `<section id="section-${escapeHtml(section.key)}"><h2>${escapeHtml(section.title)}</h2>` +
        `<div class="body">${richHtml(section.preamble, { title: 'p' })}</div>` +
        `${section.items.map((item) => itemHtml(item, 3, t('export.references'))).join('')}</section>`,
    )
    .join('');
  return [
    `<!doctype html><html lang="${document.language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(document.title)}</title><style>${EXPORT_STYLE}</style></head><body>`,
    `${headHtml(document)}<nav aria-label="${escapeHtml(t('export.contents'))}"><ul>${contents}</ul></nav>`,
    `<main>${sections}</main></body></html>\n`,
  ].join('');
}
