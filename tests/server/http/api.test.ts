// The interface for programs end to end: what goes in comes out, every answer is as its description says.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '#core/framework/canonical.ts';
import {
  type DocumentSection,
  type InterchangeDocument,
  interchangeDocumentSchema,
} from '#core/framework/interchange.ts';
import { sampleDocuments } from '#db/sample.ts';
import type { CallId } from '#server/http/api/call.ts';
import { CALLS } from '#server/http/api/calls.ts';
import { type Answer, type Doors, openDoors, type Question } from './doors.ts';

const SAMPLES = sampleDocuments().map((one) => interchangeDocumentSchema.parse(one));

let doors: Doors;
let token: string;

beforeAll(async () => {
  doors = await openDoors();
  token = await doors.token('coordinator');
});
afterAll(() => doors.close());

/** Asks as a coordinator, and holds the answer to the description of the call. */
async function ask(id: CallId, path: string, question: Question = {}): Promise<Answer> {
  const call = CALLS.find((each) => each.id === id);
  const answer = await doors.ask(`/api/v1${path}`, {
    method: call?.method ?? 'GET',
    token,
    ...question,
  });
  const success = call?.successes.find(({ status }) => status === answer.status);
  if (answer.status < 300) {
    expect(success, `${id} answered ${answer.status}`).toBeDefined();
    if (success?.schema) {
      const parsed = success.schema.safeParse(answer.json());
      expect(parsed.error?.issues ?? [], `${id}: ${answer.text.slice(0, 400)}`).toEqual([]);
    }
  }
  return answer;
}

const made = (slug: string) => ({
  slug,
  template: 'job-reference',
  language: 'fr',
  title: 'Essai',
});

test.each(SAMPLES.map((one) => [one.framework.slug, one] as const))(
  '%s goes in and comes out the same, to the byte in canonical form',
  async (slug, document) => {
    const { template, language, title } = document.framework;
    const created = await ask('createFramework', '/frameworks', {
      json: { slug, template, language, title, surplus: 'ignored' },
    });
    expect(created.status).toBe(201);
    expect(created.headers.location).toBe(`/api/v1/frameworks/${slug}`);
    const put = await ask('replaceWorking', `/frameworks/${slug}/working`, { json: document });
    expect(put.status, put.text.slice(0, 300)).toBe(200);
    const got = await ask('getWorking', `/frameworks/${slug}/working`);
    expect(canonicalJson(got.json())).toBe(canonicalJson(document));
    const exported = await ask(
      'exportDocument',
      `/frameworks/${slug}/documents/working/export.json`,
    );
    expect(exported.text).toBe(canonicalJson(document));
  },
);

const REARRANGED: readonly (readonly [
  string,
  (document: InterchangeDocument) => DocumentSection[],
])[] = [
  ['backwards', ({ sections }) => [...sections].reverse()],
  ['the first last', ({ sections }) => [...sections.slice(1), ...sections.slice(0, 1)]],
  ['without the first', ({ sections }) => sections.slice(1)],
  ['none', () => []],
];

test.each(
  SAMPLES.flatMap((one) =>
    REARRANGED.map(
      ([how, of], n) => [one.framework.slug, how, n, { ...one, sections: of(one) }] as const,
    ),
  ),
)('%s with its sections %s comes out as it went in', async (slug, _how, n, document) => {
  const named = (name: string) => ({
    ...document,
    framework: { ...document.framework, slug: name },
  });
  const other = `${slug}-${n}`;
  const imported = await ask('importFramework', `/frameworks/${other}/import`, {
    body: JSON.stringify(named(other)),
  });
  expect(imported.status, imported.text.slice(0, 300)).toBe(201);
  const got = await ask('getWorking', `/frameworks/${other}/working`);
  expect(canonicalJson(got.json())).toBe(canonicalJson(named(other)));
  const path = `/frameworks/${other}/working`;
  await ask('replaceWorking', path, { json: SAMPLES.find((one) => one.framework.slug === slug) });
  await ask('replaceWorking', path, { json: document });
  const { sections } = (await ask('getWorking', path)).json() as InterchangeDocument;
  expect(canonicalJson(sections)).toBe(canonicalJson(document.sections));
});

test('a framework from its making to its withdrawal', async () => {
  const document = { ...SAMPLES[0], framework: { ...SAMPLES[0]?.framework, slug: 'vie' } };
  const imported = await ask('importFramework', '/frameworks/vie/import?format=json', {
    body: JSON.stringify(document),
  });
  expect(imported.status, imported.text.slice(0, 300)).toBe(201);

  const first = await ask('freezeRevision', '/frameworks/vie/revisions', {
    json: { name: 'avant' },
  });
  expect([first.status, first.json()]).toMatchObject([
    201,
    { name: 'avant', number: 1, ref: 'r1' },
  ]);
  const same = await ask('freezeRevision', '/frameworks/vie/revisions');
  expect([same.status, same.json()]).toMatchObject([200, { ref: 'r1' }]);

  const published = await ask('publishVersion', '/frameworks/vie/versions', {
    json: { label: '0.1', status: 'consultation', note: { fr: 'Première', en: 'First' } },
  });
  expect(published.status, published.text).toBe(201);
  expect(published.json()).toMatchObject({ label: '0.1', public: false, previous: '' });
  const again = await ask('publishVersion', '/frameworks/vie/versions', {
    json: { label: '0.1', status: 'adopted', note: '' },
  });
  expect(again.status).toBe(409);

  const frozen = await ask('getDocument', '/frameworks/vie/documents/0.1');
  await ask('replaceWorking', '/frameworks/vie/working', {
    json: { ...document, sections: [{ key: 'missions' }] },
  });
  expect((await ask('getDocument', '/frameworks/vie/documents/0.1')).text).toBe(frozen.text);
  await ask('restoreRevision', '/frameworks/vie/revisions/1/restore', { json: {} });
  const restored = await ask('getWorking', '/frameworks/vie/working');
  expect(canonicalJson(restored.json())).toBe(canonicalJson(frozen.json()));

  const withdrawn = await ask('withdrawVersion', '/frameworks/vie/versions/0.1/withdraw', {
    json: { reason: 'Essai' },
  });
  expect(withdrawn.json()).toMatchObject({ status: 'withdrawn', publishedStatus: 'consultation' });
  expect((await ask('removeFramework', '/frameworks/vie')).status).toBe(409);
  await ask('updateFramework', '/frameworks/vie', { json: { archived: true } });
  expect((await ask('replaceWorking', '/frameworks/vie/working', { json: document })).status).toBe(
    409,
  );
  for (const [id, path] of [
    ['listFrameworks', '/frameworks'],
    ['getFramework', '/frameworks/vie'],
    ['listRevisions', '/frameworks/vie/revisions'],
    ['listVersions', '/frameworks/vie/versions'],
    ['search', '/search?q=mission'],
  ] as const) {
    expect((await ask(id, path)).status).toBe(200);
  }
});

test('a dry run of an import says what it would change, and changes nothing', async () => {
  const slug = SAMPLES[0]?.framework.slug ?? '';
  const document = structuredClone(SAMPLES[0]);
  const [first] = document?.sections[0]?.items ?? [];
  if (first) first.title = 'Un titre que personne n’avait écrit';
  const body = JSON.stringify(document);
  const path = `/frameworks/${slug}/import?format=json&dryRun=1`;
  const before = (await ask('getWorking', `/frameworks/${slug}/working`)).text;
  const planned = await ask('importFramework', path, { body });
  expect(planned.json()).toMatchObject({
    base: { ref: 'working' },
    head: { ref: 'import' },
    summary: { reworded: 1, added: 0, removed: 0 },
    changes: [{ item: first?.id, changes: ['reworded'] }],
  });
  expect((await ask('getWorking', `/frameworks/${slug}/working`)).text).toBe(before);
  const fresh = await ask('importFramework', '/frameworks/nulle-part/import?dryRun=1', { body });
  expect(fresh.json()).toMatchObject({ summary: { removed: 0, unchanged: 0 } });
  expect((await ask('getFramework', '/frameworks/nulle-part')).status).toBe(404);
  const stranger = await doors.token('reader');
  const refused = await doors.ask('/api/v1/frameworks/nulle-part/import?dryRun=1', {
    method: 'POST',
    token: stranger,
    body,
  });
  expect(refused.status).toBe(404);
});

test('comparing names both sides as they were asked for', async () => {
  const slug = SAMPLES[0]?.framework.slug ?? '';
  const compared = await ask('compareDocuments', `/frameworks/${slug}/compare/r1...working`);
  expect([200, 404]).toContain(compared.status);
  await ask('freezeRevision', `/frameworks/${slug}/revisions`, { json: { name: 'base' } });
  const same = await ask('compareDocuments', `/frameworks/${slug}/compare/r1...working`);
  expect(same.json()).toMatchObject({ base: { ref: 'r1' }, head: { ref: 'working' } });
});

test('lists come in pages that together are the whole, without doubles', async () => {
  const whole = (await ask('listFrameworks', '/frameworks?limit=200')).json() as {
    items: { slug: string }[];
  };
  const slugs: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = (await ask('listFrameworks', `/frameworks?limit=2${query}`)).json() as {
      items: { slug: string }[];
      cursor: string | null;
    };
    slugs.push(...page.items.map(({ slug }) => slug));
    cursor = page.cursor;
  }
  expect(slugs).toEqual(whole.items.map(({ slug }) => slug));
});

test('a cursor that was not given out is refused, in every list', async () => {
  for (const path of ['', '/mediation-scolaire/revisions', '/mediation-scolaire/versions']) {
    const answer = await doors.ask(`/api/v1/frameworks${path}?cursor=x`, { token });
    expect([path, answer.status]).toEqual([path, 400]);
    expect(answer.json()).toMatchObject({ errors: [{ path: 'cursor' }] });
  }
});

test('what did not change is not sent again', async () => {
  const path = '/api/v1/frameworks?limit=1';
  const first = await doors.ask(path, { token });
  const headers = { 'If-None-Match': `"x", ${first.headers.etag}` };
  const second = await doors.ask(path, { token, headers });
  expect([second.status, second.bytes.length]).toEqual([304, 0]);
  const other = await doors.ask(path, { token, headers: { 'If-None-Match': 'W/"x"' } });
  expect(other.status).toBe(200);
  expect(first.headers['cache-control']).toBe('private, no-cache');
});

describe('errors', () => {
  test('name each input that is wrong, in the language of who asks', async () => {
    const json = { slug: 'A B', template: 'advocacy', language: 'de', title: '' };
    const asked = (language: string) =>
      doors.ask('/api/v1/frameworks', {
        method: 'POST',
        token,
        json,
        headers: { 'Accept-Language': language },
      });
    const french = (await asked('fr')).json() as { errors: { path: string; detail: string }[] };
    expect(french.errors.map(({ path }) => path).sort()).toEqual(['language', 'slug', 'title']);
    expect(french.errors.find(({ path }) => path === 'language')?.detail).toContain(
      'Valeurs possibles',
    );
    expect((await asked('en')).text).toContain('Possible values');
    const missing = await doors.ask('/api/v1/frameworks', { method: 'POST', token, json: {} });
    expect(missing.text).toContain('Manque');
  });

  test('a body that a form can send is no JSON', async () => {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const question = {
      method: 'POST',
      token,
      headers,
      body: JSON.stringify(made('par-formulaire')),
    };
    expect((await doors.ask('/api/v1/frameworks', question)).status).toBe(415);
  });
});

test('a file of a word processor becomes a framework, then comes in as changes, items staying the same', async () => {
  const at = '/frameworks/par-fichier/import?format=md';
  const first = '# Recommandation 1 : Accueillir\n\nChaque matin.\n\n# Recommandation 2 : Former\n';
  const made = await ask('importFramework', at, { body: first });
  expect(made.status).toBe(201);
  const items = (answer: Answer) =>
    (answer.json() as { document: InterchangeDocument }).document.sections[0]?.items ?? [];
  expect(items(made).map(({ kind, title }) => [kind, title])).toEqual([
    ['recommendation', 'Accueillir'],
    ['recommendation', 'Former'],
  ]);
  const next = first.replace('matin', 'matin et chaque soir');
  const planned = await ask('importFramework', `${at}&dryRun=1`, { body: next });
  expect(planned.json()).toMatchObject({ summary: { reworded: 1, unchanged: 1 } });
  const changed = await ask('importFramework', at, { body: next });
  expect(items(changed).map(({ id }) => id)).toEqual(items(made).map(({ id }) => id));
  const added = await ask('importFramework', `${at}&way=add&dryRun=1`, { body: next });
  expect(added.json()).toMatchObject({ summary: { added: 2, unchanged: 2 } });
  const refused = await ask('importFramework', at, { body: '%PDF-1.7' });
  expect([refused.status, refused.json()]).toMatchObject([400, { errors: [{ path: 'file' }] }]);
});
