// The states of a thread, and which threads a filter lets through.
import { expect, it, test } from 'vitest';
import { changesState, inFilter, threadState } from '#core/deliberation/threads.ts';

test.each([
  [[], 'open'],
  [['resolved'], 'resolved'],
  [['resolved', 'reopened'], 'reopened'],
  [['resolved', 'reopened', 'resolved'], 'resolved'],
] as const)('after %j a thread is %s', (kinds, state) => {
  expect(threadState(kinds.map((kind) => ({ kind })))).toBe(state);
});

it('is resolved once and opened again once', () => {
  expect(changesState('open', 'resolved')).toBe(true);
  expect(changesState('open', 'reopened')).toBe(false);
  expect(changesState('resolved', 'resolved')).toBe(false);
  expect(changesState('resolved', 'reopened')).toBe(true);
  expect(changesState('reopened', 'resolved')).toBe(true);
});

test.each([
  ['open', true, true, false],
  ['resolved', false, false, true],
  ['detached', false, true, false],
  ['mine', true, false, false],
  ['mentions', false, true, false],
] as const)('%s', (filter, mine, named, done) => {
  const thread = (author: string, mention: string[], more: object) => ({
    state: 'open' as const,
    detached: false,
    comments: [{ author: { id: author }, mentions: mention.map((id) => ({ id })) }],
    ...more,
  });
  expect(inFilter(thread('me', [], {}), filter, 'me')).toBe(mine);
  expect(inFilter(thread('x', ['me'], { detached: true }), filter, 'me')).toBe(named);
  expect(inFilter(thread('x', [], { detached: true, state: 'resolved' }), filter, 'me')).toBe(done);
});
