// Threads of comments: started at an item or at its words, answered, edited, taken back, resolved, opened again, and kept at their words.
import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { removeItem } from '#core/document/edits/items.ts';
import { editableRoom } from '#core/document/edits/room.ts';
import { setText } from '#core/document/edits/text.ts';
import { nodesOfMarkdown } from '#core/document/markdown.ts';
import { textOf } from '#core/document/room.ts';
import { templateOf } from '#core/framework/templates.ts';
import type { Actor } from '#core/policy.ts';
import type { CommentThread } from '#server/context.ts';
import { answer, coordinator, editor, type House, house, reader, value } from '../house.ts';

const ITEM = 'r-un';
const READER = 'id-reader';
const DOCUMENT = {
  format: 'triptyque/1' as const,
  framework: { slug: 'essai', template: 'advocacy', language: 'fr' as const, title: 'Essai' },
  sections: [
    {
      key: 'recommendations',
      items: [
        {
          id: ITEM,
          kind: 'recommendation',
          title: 'Première',
          body: 'Évaluer, réguler, conclure.',
        },
        { id: 'r-deux', kind: 'recommendation', title: 'Deuxième', body: 'Autre chose.' },
      ],
    },
  ],
};

let here: House;
let frameworkId = '';
beforeEach(async () => {
  here = house();
  for (const actor of [reader, editor, coordinator]) account(actor);
  frameworkId = value(await here.commands.frameworks.import(coordinator, DOCUMENT)).id;
});

function account(actor: Actor): void {
  if (actor.kind !== 'account') return;
  here.database.driver
    .prepare(
      `INSERT INTO accounts (id, name, email, role, language, created_at, updated_at, joined_at)
       VALUES (?, ?, ?, ?, 'fr', 0, 0, 0)`,
    )
    .run(actor.id, actor.name, `${actor.id}@example.org`, actor.role);
}

const start = (actor: Actor, more: object = {}, body = 'Qui prévient-on ?') =>
  here.commands.comments.start(actor, 'essai', ITEM, { body, ...more });
const list = async (actor: Actor = reader): Promise<readonly CommentThread[]> =>
  value(await here.queries.comments.list(actor, 'essai'));
const only = async (): Promise<CommentThread> => {
  const [thread, ...others] = await list();
  expect(others).toEqual([]);
  if (!thread) throw new Error('no thread');
  return thread;
};

/** Edits the text as the server does. */
function edit(act: (room: Parameters<typeof setText>[0]) => void): Promise<void> {
  const template = templateOf('advocacy');
  const room = template?.rooms[0]?.key ?? '';
  if (!template) throw new Error('no template');
  return here.rooms.edit([{ frameworkId, room }], '', ([doc]) => {
    if (doc) act(editableRoom(doc, template, room, () => 0.5));
  });
}
const write = (markdown: string) =>
  edit((room) =>
    setText(room, ITEM, [
      { type: 'itemTitle', content: [{ type: 'text', text: 'Première' }] },
      ...nodesOfMarkdown(markdown),
    ]),
  );

describe('a thread', () => {
  it('at an item says who, when, and where the item is', async () => {
    const thread = value(await start(reader));
    expect(thread).toMatchObject({
      item: ITEM,
      itemTitle: 'R1 Première',
      quote: '',
      anchor: null,
      detached: false,
      state: 'open',
      place: { item: ITEM, section: 'recommendations', number: 'R1', title: 'Première' },
      comments: [
        { author: { id: READER, name: 'Ada reader' }, body: 'Qui prévient-on ?', own: true },
      ],
    });
    expect((await list(editor))[0]?.comments[0]?.own).toBe(false);
  });

  it('at words follows them, and is detached with the words as they were once they go', async () => {
    value(await start(reader, { quote: 'réguler' }));
    await write('D’abord évaluer, puis évaluer, réguler, conclure enfin.');
    expect(await only()).toMatchObject({ quote: 'réguler', detached: false });
    await write('Tout autre chose.');
    expect(await only()).toMatchObject({ quote: 'réguler', detached: true, place: null });
    await write('Évaluer, réguler, conclure.');
    expect(await only()).toMatchObject({ detached: false, place: { item: ITEM } });
  });

  it('holds on to words that were written anew, so that later edits do not lose them', async () => {
    const { id } = value(await start(reader, { quote: 'réguler' }));
    await write('Rien.');
    await write('Évaluer, réguler, conclure.');
    const before = (await only()).anchor;
    const again = value(await here.commands.comments.reanchor(reader, id));
    expect(again.anchor?.words).toBe('réguler');
    expect(again.anchor?.first).not.toEqual(before?.first);
    await edit(({ doc }) => {
      const body = textOf(doc, ITEM)?.get(1);
      const text = body instanceof Y.XmlElement ? body.get(0) : null;
      if (text instanceof Y.XmlText) text.insert(text.toString().indexOf('guler'), '-');
    });
    expect(await only()).toMatchObject({ detached: false, quote: 'réguler' });
  });

  it('of an item in the bin is detached, and is back with it', async () => {
    value(await start(reader));
    await edit((room) => removeItem(room, ITEM));
    expect(await only()).toMatchObject({ detached: true, itemTitle: 'R1 Première' });
  });

  it('is refused at words that are not there, without words, with too many, at no item', async () => {
    expect(await start(reader, { quote: 'absent' })).toMatchObject({
      code: 'invalid-input',
      errors: [{ path: 'quote', problem: 'refusal.problem.words-gone' }],
    });
    expect(await start(reader, {}, '   ')).toMatchObject({ errors: [{ path: 'body' }] });
    expect(answer(await start(reader, {}, 'x'.repeat(5001)))).toBe('invalid-input');
    const nowhere = here.commands.comments.start(reader, 'essai', 'r-none', { body: 'Quoi ?' });
    expect(answer(await nowhere)).toBe('not-found');
    expect(await list()).toEqual([]);
  });

  it('that is sent twice is kept once; an id that another has is nobody else’s', async () => {
    const first = value(await start(reader, { id: 'c-1' }));
    expect(value(await start(reader, { id: 'c-1' })).id).toBe(first.id);
    expect(answer(await start(editor, { id: 'c-1' }))).toBe('not-found');
    const answered = { body: 'Oui', id: 'c-2' };
    value(await here.commands.comments.reply(editor, first.id, answered));
    value(await here.commands.comments.reply(editor, first.id, answered));
    expect((await only()).comments.map(({ id }) => id)).toEqual(['c-1', 'c-2']);
  });

  it('is resolved and opened again by whoever may comment, each once; an answer opens it again', async () => {
    const { id } = value(await start(reader));
    const { resolve, reopen, reply } = here.commands.comments;
    value(await resolve(editor, id));
    expect(value(await resolve(editor, id)).events).toHaveLength(1);
    expect(await only()).toMatchObject({
      state: 'resolved',
      events: [{ by: { name: 'Ada editor' } }],
    });
    expect(value(await reopen(reader, id)).state).toBe('reopened');
    value(await resolve(editor, id));
    expect(value(await reply(reader, id, { body: 'Pas encore.' })).state).toBe('reopened');
  });
});

describe('a comment', () => {
  it('is edited and taken back by its author only, and leaves a trace', async () => {
    const thread = value(await start(reader, { id: 'c-1' }));
    const { edit: change, remove } = here.commands.comments;
    expect(answer(await change(coordinator, 'c-1', { body: 'Autre' }))).toBe('not-allowed');
    expect(value(await change(reader, 'c-1', { body: 'Qui donc ?' })).comments[0]).toMatchObject({
      body: 'Qui donc ?',
      editedAt: expect.any(String),
    });
    expect(answer(await remove(editor, 'c-1'))).toBe('not-allowed');
    value(await remove(reader, 'c-1'));
    expect((await only()).comments).toMatchObject([
      { id: 'c-1', body: '', removed: true, own: false },
    ]);
    expect(answer(await change(reader, 'c-1', { body: 'Encore' }))).toBe('not-found');
    expect(answer(await remove(reader, thread.id))).toBe('not-found');
  });

  it('names people by id, shown by their name of now, and they are to be written to once', async () => {
    value(await start(editor, { id: 'c-1' }, 'Voir avec @Ada reader et @Personne'));
    here.database.driver.exec(`UPDATE accounts SET name = 'Ada Durand' WHERE id = '${READER}'`);
    expect((await only()).comments[0]).toMatchObject({
      body: `Voir avec <@${READER}> et @Personne`,
      mentions: [{ id: READER, name: 'Ada Durand' }],
    });
    expect(await here.store.commentNotices.due()).toMatchObject([
      { why: 'mention', account: { id: READER, name: 'Ada Durand' }, author: 'Ada editor' },
    ]);
    await here.store.commentNotices.done(READER, ['c-1']);
    value(await here.commands.comments.edit(editor, 'c-1', { body: 'Avec @Ada Durand, vite' }));
    expect(await here.store.commentNotices.due()).toEqual([]);
  });

  it('that answers is told to who started the thread, not to its own author, nor to who wants no letters', async () => {
    const { id } = value(await start(reader));
    const { reply } = here.commands.comments;
    value(await reply(reader, id, { body: 'J’ajoute.' }));
    expect(await here.store.commentNotices.due()).toEqual([]);
    value(await reply(editor, id, { body: 'Merci.' }));
    expect(await here.store.commentNotices.due()).toMatchObject([{ why: 'reply', body: 'Merci.' }]);
    here.database.driver.exec(`UPDATE accounts SET comment_mail = 0 WHERE id = '${READER}'`);
    value(await reply(editor, id, { body: 'Encore.' }));
    expect(await here.store.commentNotices.due()).toEqual([]);
  });
});

it('outlives a restored revision: threads are still at their items and words', async () => {
  value(await here.commands.revisions.freeze(coordinator, 'essai', 'début'));
  value(await start(reader, { quote: 'réguler' }));
  await write('Autre.');
  value(await here.commands.revisions.restore(coordinator, 'essai', 1));
  expect(await only()).toMatchObject({ detached: false, place: { item: ITEM } });
});

it('goes with its framework', async () => {
  value(await start(reader));
  value(await here.commands.frameworks.remove(coordinator, 'essai'));
  const left = here.database.driver.prepare('SELECT count(*) AS n FROM comments').get();
  expect(left).toEqual({ n: 0 });
});
