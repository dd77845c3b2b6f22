// What scenes about versions stand on: frameworks made and changed through the API, from the sample files.
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { ServerProcess } from '../server-process.ts';

/** A sample file, under another slug. */
export function sampleDocument(file: string, slug: string): Record<string, unknown> {
  const document = JSON.parse(readFileSync(`tests/sample/fr/${file}.json`, 'utf8'));
  return { ...document, framework: { ...document.framework, slug } };
}

/** Asks the API and expects it to say yes; gives its answer. */
export async function ask(
  server: ServerProcess,
  token: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(answer.ok, `${method} ${path}: ${answer.status}`).toBe(true);
  return answer.json();
}

/** A public framework with versions 0.1 (open), 0.2 (open) and 0.3 (members only), and one more revision's worth of text. */
export async function publishedFramework(
  server: ServerProcess,
  token: string,
  slug: string,
): Promise<void> {
  const at = `/frameworks/${slug}`;
  const version = (label: string, more: object) =>
    ask(server, token, 'POST', `${at}/versions`, {
      label,
      status: 'consultation',
      note: `Note de la ${label}.`,
      public: true,
      ...more,
    });
  await ask(
    server,
    token,
    'POST',
    `${at}/import?format=json`,
    sampleDocument('job-reference.rev1', slug),
  );
  await ask(server, token, 'PATCH', at, { visibility: 'public' });
  await version('0.1', {});
  await ask(server, token, 'PUT', `${at}/working`, sampleDocument('job-reference.rev2', slug));
  await version('0.2', {});
  await version('0.3', { public: false });
}
