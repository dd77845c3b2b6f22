// Who may do what: every query and every command, asked by everybody, of a public, a private and an archived framework.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#core/policy.ts';
import type { Refusal } from '#core/refusal.ts';
import {
  ACTORS,
  answer,
  coordinator,
  type House,
  house,
  SAMPLES,
  sample,
  value,
} from '../house.ts';

type Who = keyof typeof ACTORS;
type Answer = { ok: true } | Refusal;
type Expected = Readonly<Record<Who, string>>;

/** Refusals by rank: what anonymous, reader, editor and coordinator are answered. */
const ranks = (
  anonymous: string,
  reader: string,
  editor: string,
  coordinator: string,
): Expected => ({
  anonymous,
  reader,
  editor,
  coordinator,
});
const ALL = ranks('ok', 'ok', 'ok', 'ok');
const MEMBERS = ranks('not-signed-in', 'ok', 'ok', 'ok');
const EDITORS = ranks('not-signed-in', 'not-allowed', 'ok', 'ok');
const COORDINATORS = ranks('not-signed-in', 'not-allowed', 'not-allowed', 'ok');
const HIDDEN = (expected: Expected): Expected => ({ ...expected, anonymous: 'not-found' });
/** Nobody writes in an archived framework: who might otherwise is told why. */
const ARCHIVED = (expected: Expected): Expected => ({
  ...expected,
  editor: expected.editor === 'ok' ? 'archived' : expected.editor,
  coordinator: 'archived',
});

interface Case {
  readonly name: string;
  readonly act: (here: House, actor: Actor, slug: string) => Promise<Answer>;
  readonly open: Expected;
  /** Where an archived framework answers otherwise than an open one. */
  readonly archived?: Expected;
}

const document = sample('recommandations');
const item = document.sections[0]?.items?.[0]?.id ?? '';
let published = 100;

const CASES: readonly Case[] = [
  {
    name: 'frameworks.get',
    act: ({ queries }, actor, slug) => queries.frameworks.get(actor, slug),
    open: ALL,
  },
  {
    name: 'documents.get of an adopted version',
    act: ({ queries }, actor, slug) => queries.documents.get(actor, slug, '1.0'),
    open: ALL,
  },
  {
    name: 'documents.get of a consultation for members',
    act: ({ queries }, actor, slug) => queries.documents.get(actor, slug, '0.1'),
    open: ranks('not-found', 'ok', 'ok', 'ok'),
  },
  {
    name: 'documents.get of a revision',
    act: ({ queries }, actor, slug) => queries.documents.get(actor, slug, 'r1'),
    open: MEMBERS,
  },
  {
    name: 'documents.get of the working text',
    act: ({ queries }, actor, slug) => queries.documents.get(actor, slug, 'working'),
    open: MEMBERS,
  },
  {
    name: 'documents.get of what is not there',
    act: ({ queries }, actor, slug) => queries.documents.get(actor, slug, '9.9'),
    open: ranks('not-found', 'not-found', 'not-found', 'not-found'),
  },
  {
    name: 'revisions.list',
    act: ({ queries }, actor, slug) => queries.revisions.list(actor, slug),
    open: MEMBERS,
  },
  {
    name: 'versions.list',
    act: ({ queries }, actor, slug) => queries.versions.list(actor, slug),
    open: ALL,
  },
  {
    name: 'working.replace',
    act: ({ commands }, actor, slug) => commands.working.replace(actor, slug, document),
    open: EDITORS,
    archived: ARCHIVED(EDITORS),
  },
  {
    name: 'documents.readable',
    act: ({ queries }, actor, slug) => queries.documents.readable(actor, slug, 'working'),
    open: MEMBERS,
  },
  {
    name: 'documents.damage',
    act: ({ queries }, actor, slug) => queries.documents.damage(actor, slug, 'recommendations'),
    open: MEMBERS,
  },
  {
    name: 'working.recover',
    act: ({ commands }, actor, slug) =>
      commands.working.recover(actor, slug, 'recommendations', { from: 'readable' }),
    open: ranks('not-signed-in', 'not-allowed', 'not-allowed', 'not-damaged'),
  },
  {
    name: 'revisions.freeze',
    act: ({ commands }, actor, slug) => commands.revisions.freeze(actor, slug, 'Name'),
    open: EDITORS,
    archived: ARCHIVED(EDITORS),
  },
  {
    name: 'revisions.restore',
    act: ({ commands }, actor, slug) => commands.revisions.restore(actor, slug, 1),
    open: EDITORS,
    archived: ARCHIVED(EDITORS),
  },
  {
    name: 'revisions.restore of one item',
    act: ({ commands }, actor, slug) => commands.revisions.restore(actor, slug, 1, [item]),
    open: EDITORS,
    archived: ARCHIVED(EDITORS),
  },
  {
    name: 'comments.list',
    act: ({ queries }, actor, slug) => queries.comments.list(actor, slug),
    open: MEMBERS,
  },
  {
    name: 'comments.people',
    act: ({ queries }, actor, slug) => queries.comments.people(actor, slug),
    open: MEMBERS,
    archived: { ...MEMBERS, reader: 'archived', editor: 'archived', coordinator: 'archived' },
  },
  {
    name: 'comments.start',
    act: ({ commands }, actor, slug) =>
      commands.comments.start(actor, slug, item, { body: 'Why?' }),
    open: MEMBERS,
    archived: { ...MEMBERS, reader: 'archived', editor: 'archived', coordinator: 'archived' },
  },
  {
    name: 'versions.publish',
    act: ({ commands }, actor, slug) =>
      commands.versions.publish(actor, slug, {
        label: `${published++}.0`,
        status: 'consultation',
        note: '',
        public: false,
      }),
    open: COORDINATORS,
    archived: ARCHIVED(COORDINATORS),
  },
  {
    name: 'versions.withdraw',
    act: ({ commands }, actor, slug) => commands.versions.withdraw(actor, slug, '0.2', 'Reason'),
    open: COORDINATORS,
    archived: ARCHIVED(COORDINATORS),
  },
  {
    name: 'frameworks.update',
    act: ({ commands }, actor, slug) => commands.frameworks.update(actor, slug, { title: 'T' }),
    open: COORDINATORS,
  },
  {
    name: 'frameworks.remove once published',
    act: ({ commands }, actor, slug) => commands.frameworks.remove(actor, slug),
    open: { ...COORDINATORS, coordinator: 'already-published' },
  },
];

let here: House;
beforeAll(async () => {
  here = house();
  for (const slug of ['open', 'private', 'old']) {
    value(await here.commands.frameworks.import(coordinator, document, slug));
    const input = { note: '', public: false, status: 'consultation' } as const;
    value(await here.commands.versions.publish(coordinator, slug, { ...input, label: '0.1' }));
    value(await here.commands.versions.publish(coordinator, slug, { ...input, label: '0.2' }));
    const adopted = { ...input, status: 'adopted' } as const;
    value(await here.commands.versions.publish(coordinator, slug, { ...adopted, label: '1.0' }));
  }
  const update = here.commands.frameworks.update;
  value(await update(coordinator, 'open', { visibility: 'public' }));
  value(await update(coordinator, 'old', { visibility: 'public', archived: true }));
});

describe.each(CASES)('$name', ({ act, open, archived }) => {
  it.each([
    ['open', open],
    ['private', HIDDEN(open)],
    ['old', archived ?? open],
  ])('of the framework "%s"', async (slug, expected) => {
    const answers: Partial<Record<Who, string>> = {};
    for (const [who, actor] of Object.entries(ACTORS)) {
      answers[who as Who] = answer(await act(here, actor, slug));
    }
    expect(answers).toEqual(expected);
  });

  it('of a framework that is not there', async () => {
    for (const actor of Object.values(ACTORS)) {
      expect(answer(await act(here, actor, 'nowhere'))).toBe('not-found');
    }
  });
});

describe('on the network', () => {
  it.each<[string, (actor: Actor, who: string) => Promise<Answer>]>([
    [
      'frameworks.create',
      (actor, who) =>
        here.commands.frameworks.create(actor, {
          slug: `made-by-${who}`,
          template: 'advocacy',
          language: 'fr',
          title: 'Title',
        }),
    ],
    [
      'frameworks.import',
      (actor, who) => here.commands.frameworks.import(actor, document, `from-${who}`),
    ],
    ['frameworks.removeSamples', (actor) => here.commands.frameworks.removeSamples(actor)],
  ])('%s is for coordinators', async (_name, act) => {
    const answers: Partial<Record<Who, string>> = {};
    for (const [who, actor] of Object.entries(ACTORS)) {
      answers[who as Who] = answer(await act(actor, who));
    }
    expect(answers).toEqual(COORDINATORS);
  });

  it('lists show each the frameworks that they may see, and what they may do there', async () => {
    const slugs = async (actor: Actor) =>
      (await here.queries.frameworks.list(actor)).items
        .map(({ slug }) => slug)
        .filter((slug) => ['open', 'private', 'old'].includes(slug));
    expect(await slugs(ACTORS.anonymous)).toEqual(['open', 'old']);
    expect(await slugs(ACTORS.reader)).toEqual(['open', 'private', 'old']);
    const rights = async (actor: Actor, slug: string) => {
      const { read, write, publish, manage } = value(
        await here.queries.frameworks.get(actor, slug),
      ).rights;
      return [read, write, publish, manage].map(Number).join('');
    };
    const who = Object.values(ACTORS);
    expect(await Promise.all(who.map((actor) => rights(actor, 'open')))).toEqual([
      '0000',
      '1000',
      '1100',
      '1111',
    ]);
    expect(await rights(coordinator, 'old')).toBe('1001');
  });

  it('items are found and named only where their text may be read', async () => {
    const find = (actor: Actor) =>
      here.queries.items.find(actor, { text: '', kinds: [], limit: 100 });
    const titles = async (actor: Actor) =>
      (
        await here.queries.items.titles(actor, [
          { framework: 'open', item },
          { framework: 'private', item },
        ])
      ).map(({ framework }) => framework);
    expect(await find(ACTORS.anonymous)).toEqual([]);
    expect((await find(ACTORS.reader)).length).toBeGreaterThan(0);
    expect(await titles(ACTORS.anonymous)).toEqual(['open']);
    expect(await titles(ACTORS.reader)).toEqual(['open', 'private']);
  });
});

it('a token has the rights of its role', async () => {
  const token = (role: 'reader' | 'editor' | 'coordinator'): Actor => ({
    kind: 'token',
    id: 't',
    name: 'Program',
    role,
  });
  const freeze = (role: 'reader' | 'editor') =>
    here.commands.revisions.freeze(token(role), 'open', 'By a program');
  expect([answer(await freeze('reader')), answer(await freeze('editor'))]).toEqual([
    'not-allowed',
    'ok',
  ]);
  expect(SAMPLES).toHaveLength(6);
});
