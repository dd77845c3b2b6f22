// People named in comments: from what is typed to what is kept, and back with the names of now.
import { expect, it, test } from 'vitest';
import {
  commentParts,
  keptComment,
  mentionedIn,
  nameBeingTyped,
  plainComment,
} from '#core/deliberation/mentions.ts';

const PEOPLE = [
  { id: 'a1', name: 'Alix' },
  { id: 'a2', name: 'Alix Martin' },
  { id: 'b1', name: 'Basile' },
  { id: 'c1', name: 'Camille' },
  { id: 'c2', name: 'Camille' },
];

test.each([
  ['@Alix, regarde', '<@a1>, regarde'],
  ['@Alix Martin regarde', '<@a2> regarde'],
  ['avec @Basile.', 'avec <@b1>.'],
  ['@Basiles', '@Basiles'],
  ['@Personne', '@Personne'],
  ['alix@Basile', 'alix@Basile'],
  ['(@Basile)', '(<@b1>)'],
  ['@Camille', '@Camille'],
  ['@ seul @', '@ seul @'],
  ['', ''],
])('keeps %j as %j', (typed, kept) => {
  expect(keptComment(typed, PEOPLE)).toBe(kept);
});

it('means whoever was chosen of people with one name', () => {
  expect(keptComment('@Camille', PEOPLE, ['c2'])).toBe('<@c2>');
  expect(keptComment('@Camille', PEOPLE, ['c1', 'c2'])).toBe('@Camille');
});

it('shows the name of now, and leaves what names nobody', () => {
  const renamed = [{ id: 'b1', name: 'Basile Durand' }];
  expect(plainComment('Vu avec <@b1> et <@gone>', renamed)).toBe(
    'Vu avec @Basile Durand et <@gone>',
  );
  expect(commentParts('<@b1>', renamed)).toEqual([
    { kind: 'person', id: 'b1', name: 'Basile Durand' },
  ]);
  expect(mentionedIn('<@b1> <@b1> <@gone>', renamed)).toEqual(['b1']);
});

test.each([
  ['@Al', 3, { from: 0, typed: 'Al' }],
  ['vu @', 4, { from: 3, typed: '' }],
  ['vu @Alix Mar', 12, { from: 3, typed: 'Alix Mar' }],
  ['moi@exemple', 11, null],
  ['@ Alix', 6, null],
  ['rien', 4, null],
])('in %j at %i a name is being typed: %j', (text, caret, expected) => {
  expect(nameBeingTyped(text, caret)).toEqual(expected);
});
