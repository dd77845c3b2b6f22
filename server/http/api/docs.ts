// The interface explained on one page, made here: no script, nothing loaded from elsewhere.
import { escapeHtml } from '#core/document/html.ts';
import { REFUSALS, type RefusalCode } from '#core/refusal.ts';
import type { Translate } from '#locales/catalogue.ts';
import { DOCS_STYLE } from '../../look.ts';
import type { Asked } from '../asked.ts';
import { BODY_LIMIT } from './body.ts';
import type { Call } from './call.ts';
import { CALLS } from './calls.ts';
import { openApi } from './openapi.ts';

const API = '/api/v1';

interface Described {
  parameters?: { name: string; in: string; required: boolean }[];
  requestBody?: { content: Record<string, { schema: unknown }> };
}

function isDescribed(value: unknown): value is Described {
  return typeof value === 'object' && value !== null;
}

function code(text: string): string {
  return `<code>${escapeHtml(text)}</code>`;
}

function callHtml(t: Translate, call: Call, described: Described): string {
  const query = (described.parameters ?? []).filter((each) => each.in === 'query');
  const parameters =
    query.length === 0
      ? ''
      : `<p>${escapeHtml(t('api.docs.query'))} ${query.map((each) => code(each.name)).join(', ')}</p>`;
  const [schema] = Object.values(described.requestBody?.content ?? {});
  const body =
    call.body === null
      ? ''
      : call.body.kind === 'raw'
        ? `<p>${escapeHtml(t('api.docs.body'))} ${escapeHtml(t('api.docs.body.raw'))}</p>`
        : `<details><summary>${escapeHtml(t('api.docs.body'))}</summary><pre>${escapeHtml(JSON.stringify(schema?.schema, null, 2))}</pre></details>`;
  const answers = call.successes
    .map((each) => `${each.status} ${t(`api.answer.${each.status}`)}`)
    .join(', ');
  const refusals = call.refusals
    .map((each) => `<a href="#${each}">${escapeHtml(each)}</a>`)
    .join(', ');
  return [
    `<article class="call" id="${call.id}"><h3><code><span class="method">${call.method}</span> ${escapeHtml(call.path)}</code></h3>`,
    `<p>${escapeHtml(t(`api.call.${call.id}`))}</p>`,
    `<p class="who">${escapeHtml(t(`api.least.${call.least}`))}</p>`,
    parameters,
    body,
    `<p>${escapeHtml(t('api.docs.answers'))} ${escapeHtml(answers)}${refusals === '' ? '' : ` · ${refusals}`}</p>`,
    '</article>',
  ].join('');
}

function problemsHtml(t: Translate): string {
  return Object.entries(REFUSALS)
    .map(([name, status]) => {
      const words = t(`refusal.${name as RefusalCode}`);
      return `<dt id="${name}">${code(name)} ${status}</dt><dd>${escapeHtml(words)}</dd>`;
    })
    .join('');
}

/** The page, in the language of who asks; `server` is the absolute address of the interface. */
export function docsPage({ t, language, nonce }: Asked, server: string): string {
  const described = openApi(language, '', server).paths;
  const section = (title: string, html: string) => `<h2>${escapeHtml(title)}</h2>${html}`;
  const text = (words: string) => `<p>${escapeHtml(words)}</p>`;
  const calls = CALLS.map((call) => {
    const path = (described as Record<string, Record<string, unknown>>)[call.path];
    const operation = path?.[call.method.toLowerCase()];
    return callHtml(t, call, isDescribed(operation) ? operation : {});
  }).join('');
  const example = [
    `curl ${server}/frameworks`,
    `curl -H 'Authorization: Bearer …' -H 'Content-Type: application/json' \\`,
    `  -d '{"name":"avant l’atelier"}' ${server}/frameworks/mediation-scolaire/revisions`,
  ].join('\n');
  const limit = BODY_LIMIT / 2 ** 20;
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(t('api.docs.title'))} · Triptyque</title>`,
    '<link rel="icon" type="image/svg+xml" href="/favicon.svg">',
    `<style nonce="${nonce}">${DOCS_STYLE}</style></head><body><main>`,
    `<h1>${escapeHtml(t('api.docs.title'))}</h1>`,
    text(t('api.docs.intro', { base: server })),
    `<p><a href="${API}/openapi.json">${escapeHtml(t('api.docs.machine'))}</a></p>`,
    section(t('api.docs.access'), text(t('api.docs.access.text'))),
    section(t('api.docs.rules'), text(t('api.docs.rules.text', { limit }))),
    section(t('api.docs.example'), `<pre>${escapeHtml(example)}</pre>`),
    section(t('api.docs.calls'), calls),
    section(t('api.docs.problems'), `<dl>${problemsHtml(t)}</dl>`),
    '</main></body></html>',
  ].join('');
}
