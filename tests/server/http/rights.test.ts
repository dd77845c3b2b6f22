// Who may do what by the interface for programs: every call of the table has a row, every actor a column.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { CallId } from '#server/http/api/call.ts';
import { CALLS } from '#server/http/api/calls.ts';
import { type Doors, openDoors, type Question } from './doors.ts';

const ACTORS = ['anonymous', 'reader', 'editor', 'coordinator'] as const;
type Actor = (typeof ACTORS)[number];

/** What each actor gets on a private framework that has a public and a members' version. */
interface Row {
  /** Path below `/api/v1` and what is sent; made anew for each try. */
  ask(unique: string): readonly [path: string, question?: Question];
  readonly statuses: readonly [number, number, number, number];
}

const document = (slug: string, title = 'Un') => ({
  format: 'triptyque/1',
  framework: { slug, template: 'advocacy', language: 'fr', title: 'Droits' },
  sections: [{ key: 'recommendations', items: [{ id: 'r-1', kind: 'recommendation', title }] }],
});
const made = (slug: string) => ({ slug, template: 'advocacy', language: 'fr', title: 'Droits' });
const post = (json: unknown): Question => ({ method: 'POST', json });

const ROWS: Readonly<Record<CallId, Row>> = {
  listFrameworks: { ask: () => ['/frameworks'], statuses: [200, 200, 200, 200] },
  createFramework: {
    ask: (unique) => ['/frameworks', post(made(unique))],
    statuses: [401, 403, 403, 201],
  },
  getFramework: { ask: () => ['/frameworks/ferme'], statuses: [404, 200, 200, 200] },
  updateFramework: {
    ask: () => ['/frameworks/ouvert', { method: 'PATCH', json: { title: 'Ouvert' } }],
    statuses: [401, 403, 403, 200],
  },
  removeFramework: {
    ask: () => ['/frameworks/ouvert', { method: 'DELETE' }],
    // It was published: nobody may.
    statuses: [401, 403, 403, 409],
  },
  getWorking: { ask: () => ['/frameworks/ouvert/working'], statuses: [401, 200, 200, 200] },
  replaceWorking: {
    ask: () => ['/frameworks/ouvert/working', { method: 'PUT', json: document('ouvert') }],
    statuses: [401, 403, 200, 200],
  },
  importFramework: {
    ask: () => ['/frameworks/ouvert/import', post(document('ouvert'))],
    statuses: [401, 403, 200, 200],
  },
  // A template without skills has no coverage, and who may not read hears that first.
  getCoverage: { ask: () => ['/frameworks/metier/coverage'], statuses: [401, 200, 200, 200] },
  exportCoverage: {
    ask: () => ['/frameworks/metier/coverage/export.csv'],
    statuses: [401, 200, 200, 200],
  },
  listRevisions: { ask: () => ['/frameworks/ouvert/revisions'], statuses: [401, 200, 200, 200] },
  freezeRevision: {
    ask: () => ['/frameworks/ouvert/revisions', post({ name: 'essai' })],
    // Nothing changed between the two: the second gets the first one's.
    statuses: [401, 403, 201, 200],
  },
  restoreRevision: {
    ask: () => ['/frameworks/ouvert/revisions/1/restore', post({})],
    statuses: [401, 403, 200, 200],
  },
  listVersions: { ask: () => ['/frameworks/ouvert/versions'], statuses: [200, 200, 200, 200] },
  publishVersion: {
    // The label is taken, so that only the right decides before it.
    ask: () => ['/frameworks/ouvert/versions', post({ label: '1.0', status: 'adopted', note: '' })],
    statuses: [401, 403, 403, 409],
  },
  withdrawVersion: {
    ask: () => ['/frameworks/ouvert/versions/9.9/withdraw', post({ reason: 'Essai' })],
    statuses: [401, 403, 403, 404],
  },
  getDocument: { ask: () => ['/frameworks/ouvert/documents/1.0'], statuses: [200, 200, 200, 200] },
  exportDocument: {
    ask: () => ['/frameworks/ouvert/documents/1.0/export.md'],
    statuses: [200, 200, 200, 200],
  },
  compareDocuments: {
    ask: () => ['/frameworks/ouvert/compare/0.9...1.0'],
    // 0.9 is a consultation for members.
    statuses: [404, 200, 200, 200],
  },
  listComments: {
    ask: () => ['/frameworks/ouvert/items/r-1/comments'],
    statuses: [401, 200, 200, 200],
  },
  startComment: {
    ask: () => ['/frameworks/ferme/items/r-1/comments', post({ body: 'Pourquoi ?' })],
    statuses: [401, 201, 201, 201],
  },
  replyComment: {
    ask: () => [`/comments/${thread}/replies`, post({ body: 'Parce que.' })],
    statuses: [401, 201, 201, 201],
  },
  editComment: {
    ask: () => [`/comments/${comment}`, { method: 'PATCH', json: { body: 'Mieux dit.' } }],
    // One's own only, and it is the coordinator's.
    statuses: [401, 403, 403, 200],
  },
  removeComment: {
    ask: () => [`/comments/${comment}`, { method: 'DELETE' }],
    statuses: [401, 403, 403, 200],
  },
  resolveComment: {
    ask: () => [`/comments/${thread}/resolve`, post({})],
    statuses: [401, 200, 200, 200],
  },
  reopenComment: {
    ask: () => [`/comments/${thread}/reopen`, post({})],
    statuses: [401, 200, 200, 200],
  },
  search: { ask: () => ['/search?q=un'], statuses: [200, 200, 200, 200] },
};

let doors: Doors;
/** A thread that the coordinator started, and its first comment. */
let thread = '';
let comment = '';
const tokens = new Map<Actor, string>();

beforeAll(async () => {
  doors = await openDoors();
  for (const role of ['reader', 'editor', 'coordinator'] as const) {
    tokens.set(role, await doors.token(role));
  }
  const token = tokens.get('coordinator') ?? '';
  const setUp = async (path: string, question: Question) => {
    const answer = await doors.ask(`/api/v1${path}`, { ...question, token });
    expect(answer.status, answer.text).toBeLessThan(300);
    return answer;
  };
  await setUp('/frameworks', post({ ...made('ferme'), visibility: 'private' }));
  await setUp('/frameworks/ferme/working', { method: 'PUT', json: document('ferme') });
  await setUp('/frameworks', post({ ...made('ouvert'), visibility: 'public' }));
  const job = { ...made('metier'), template: 'job-reference', visibility: 'public' };
  await setUp('/frameworks', post(job));
  await setUp('/frameworks/ouvert/working', { method: 'PUT', json: document('ouvert') });
  await setUp('/frameworks/ouvert/revisions', post({ name: 'début' }));
  const version = (label: string, status: string) => post({ label, status, note: 'Essai' });
  await setUp('/frameworks/ouvert/versions', version('0.9', 'consultation'));
  const changed = document('ouvert', 'Deux');
  await setUp('/frameworks/ouvert/working', { method: 'PUT', json: changed });
  await setUp('/frameworks/ouvert/versions', version('1.0', 'adopted'));
  const started = await setUp('/frameworks/ouvert/items/r-1/comments', post({ body: 'À revoir.' }));
  const told = z
    .object({ id: z.string(), comments: z.tuple([z.object({ id: z.string() })]) })
    .parse(started.json());
  thread = told.id;
  comment = told.comments[0].id;
});
afterAll(() => doors.close());

test('every call has its row', () => {
  expect(Object.keys(ROWS).sort()).toEqual(CALLS.map(({ id }) => id).sort());
});

for (const { id } of CALLS) {
  test.each(ACTORS.map((actor, index) => [actor, index] as const))(
    `${id} by %s`,
    async (actor, index) => {
      const row = ROWS[id];
      const [path, question] = row.ask(`neuf-${actor}`);
      const token = tokens.get(actor);
      const answer = await doors.ask(`/api/v1${path}`, {
        ...question,
        ...(token === undefined ? {} : { token }),
      });
      expect(answer.status, answer.text.slice(0, 500)).toBe(row.statuses[index]);
      if (answer.status >= 400) {
        expect(answer.headers['content-type']).toContain('application/problem+json');
      }
    },
  );
}

test('what is for members is not told to anybody else', async () => {
  const listed = await doors.ask('/api/v1/frameworks');
  expect(listed.text).not.toContain('ferme');
  const versions = await doors.ask('/api/v1/frameworks/ouvert/versions');
  expect(versions.text).not.toContain('"0.9"');
  for (const ref of ['working', 'r1', '0.9']) {
    const answer = await doors.ask(`/api/v1/frameworks/ouvert/documents/${ref}`);
    expect([401, 404]).toContain(answer.status);
  }
  expect((await doors.ask('/api/v1/search?q=un')).json()).toEqual({ items: [], cursor: null });
});

test('a token that is wrong or revoked is refused even for what is public', async () => {
  const answer = await doors.ask('/api/v1/frameworks', { token: 'tk_wrong' });
  expect(answer.status).toBe(401);
  expect(answer.headers['www-authenticate']).toContain('Bearer');
});
