// From an activity to the skills it asks for and the modules that train them, and back.
import { expect, it } from 'vitest';
import { type LinkedSection, relatedItems } from '#core/framework/related.ts';
import { templateOf } from '#core/framework/templates.ts';

const template = templateOf('job-reference');
if (!template) throw new Error('no template');
const job = template;

const sections: LinkedSection[] = [
  {
    key: 'missions',
    items: [
      {
        id: 'm1',
        kind: 'mission',
        children: [
          {
            id: 'a1',
            kind: 'activity',
            references: [
              { item: 's2', level: 2 },
              { item: 's1', level: 3 },
            ],
          },
          { id: 'a2', kind: 'activity', references: [{ item: 's1', level: 4 }] },
        ],
      },
      { id: 'm2', kind: 'mission', children: [{ id: 'a3', kind: 'activity', references: [] }] },
    ],
  },
  {
    key: 'skills',
    items: [
      { id: 's1', kind: 'skill' },
      { id: 's2', kind: 'skill' },
      { id: 's3', kind: 'skill' },
    ],
  },
  {
    key: 'training',
    items: [
      { id: 'p1', kind: 'profile', references: [{ item: 's1', level: 1 }] },
      // A module may say to which level it trains.
      { id: 't1', kind: 'module', references: [{ item: 's2', level: 2 }] },
      { id: 't2', kind: 'module', references: [{ item: 's1' }, { item: 's2' }, { item: 's3' }] },
      { id: 't3', kind: 'module', references: [{ item: 's1', framework: 'another' }] },
    ],
  },
];

function told(focus: string): string[] {
  return relatedItems(sections, job, focus).map(
    ({ id, level, via }) => `${id}${level ? `:${level}` : ''}${via.length ? `<${via}` : ''}`,
  );
}

it.each([
  [
    'an activity: its skills in their order, then the modules that train most of them',
    'a1',
    ['s2:2', 's1:3', 't2<s1,s2', 't1<s2'],
  ],
  [
    'a mission: what its activities ask for, at the highest level',
    'm1',
    ['s2:2', 's1:4', 't2<s1,s2', 't1<s2'],
  ],
  ['a skill: activities, profiles and modules, all directly', 's1', ['a1:3', 'a2:4', 'p1:1', 't2']],
  [
    'a module: its skills, then the activities that ask for them',
    't2',
    ['s1', 's2', 's3', 'a1<s1,s2', 'a2<s1'],
  ],
  ['a profile: its skills, no module of its own section', 'p1', ['s1:1']],
  ['an item without links', 'a3', []],
  ['a skill that nothing asks for', 's3', ['t2']],
  ['an unknown id', 'nothing', []],
])('gathers for %s', (_, focus, expected) => {
  expect(told(focus)).toEqual(expected);
});
