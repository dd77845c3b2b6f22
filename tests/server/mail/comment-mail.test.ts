// Letters about comments: one for all that waited, with links; tried again where they did not leave; none where none are wanted.
import { expect, it } from 'vitest';
import type { DueNotice } from '#db/comment-notices.ts';
import { createCommentMail } from '#server/mail/comment-mail.ts';
import type { Letter } from '#server/mail/mailer.ts';
import { HandClock } from '../sync/world.ts';

const EVERY = 600_000;

function notice(account: string, commentId: string, more: Partial<DueNotice> = {}): DueNotice {
  return {
    account: { id: account, name: account, email: `${account}@example.org`, language: 'fr' },
    commentId,
    why: 'mention',
    at: new Date(0),
    body: `Vu <@ann> le ${commentId}`,
    author: 'Basile <b>',
    thread: { id: `t-${commentId}`, itemTitle: 'M1.1 Écouter' },
    framework: { slug: 'essai', title: 'Essai' },
    ...more,
  };
}

function office(everyMs = EVERY) {
  const clock = new HandClock();
  const letters: Letter[] = [];
  const state = { due: [] as DueNotice[], broken: false, dropped: 0 };
  const mail = createCommentMail({
    store: {
      comments: { everybody: async () => [{ id: 'ann', name: 'Ann' }] } as never,
      commentNotices: {
        due: async () => state.due,
        done: async (account, ids) => {
          state.due = state.due.filter(
            (one) => one.account.id !== account || !ids.includes(one.commentId),
          );
        },
        drop: async (before) => {
          state.dropped += 1;
          if (!before) state.due = [];
        },
      },
    },
    mailer: {
      send: async (letter) => {
        if (state.broken) throw new Error('no way out');
        letters.push(letter);
      },
    },
    networkName: 'Réseau',
    url: (path) => `https://ref.example.org${path}`,
    clock,
    log: { info() {}, warn() {}, error() {} },
    everyMs,
  });
  return { clock, letters, state, mail };
}

it('writes to each person once about all that waited, and not before its time again', async () => {
  const { clock, letters, state, mail } = office();
  state.due = [notice('ann', 'c1'), notice('zoe', 'c1'), notice('ann', 'c2', { why: 'reply' })];
  mail.start();
  await clock.pass(1);
  expect(letters.map(({ to }) => to.email)).toEqual(['ann@example.org', 'zoe@example.org']);
  const [first] = letters.map(({ subject, text, html }) => ({
    subject: subject.replace(/\s/g, ' '),
    text: text.replace(/[\u00a0\u202f]/g, ' '),
    html,
  }));
  expect(first?.subject).toBe('2 commentaires vous attendent : Réseau');
  expect(first?.text).toContain('Basile <b> vous mentionne dans « Essai », M1.1 Écouter');
  expect(first?.text).toContain('> Vu @Ann le c1');
  expect(first?.text).toContain('https://ref.example.org/f/essai/comments#thread-t-c1');
  expect(first?.text).toContain('vous répond');
  expect(first?.text).toContain('https://ref.example.org/letters');
  expect(first?.html).toContain('Basile &lt;b&gt;');
  expect(first?.html).not.toContain('Basile <b>');
  expect(state.due).toEqual([]);
  expect(clock.waiting).toBe(1);
});

it('tries again what did not leave', async () => {
  const { clock, letters, state, mail } = office();
  state.due = [notice('ann', 'c1')];
  state.broken = true;
  mail.start();
  await clock.pass(1);
  expect(letters).toEqual([]);
  state.broken = false;
  await clock.pass(EVERY);
  expect(letters).toHaveLength(1);
  await clock.pass(EVERY);
  expect(letters).toHaveLength(1);
});

it('forgets what waits where no letters leave', async () => {
  const { letters, state, mail } = office(0);
  state.due = [notice('ann', 'c1')];
  mail.start();
  await mail.stop();
  expect([letters, state.due]).toEqual([[], []]);
});
