// What the coverage of a framework says: who needs, trains and expects what, and what is missing.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Coverage, coverageOf, itemsWithGaps } from '#core/framework/coverage.ts';
import { GAP_KINDS, isBelow } from '#core/framework/coverage-gaps.ts';
import { coveragePlan, roomsOfCoverage } from '#core/framework/coverage-plan.ts';
import {
  type DocumentItem,
  type DocumentSection,
  interchangeDocumentSchema,
  type Reference,
} from '#core/framework/interchange.ts';
import type { Template } from '#core/framework/template.ts';
import { TEMPLATES, templateOf } from '#core/framework/templates.ts';

function known(key: string): Template {
  const template = templateOf(key);
  if (!template) throw new Error(`no template ${key}`);
  return template;
}
const job = known('job-reference');

interface Parts {
  readonly missions?: readonly DocumentItem[];
  readonly skills?: readonly DocumentItem[];
  readonly training?: readonly DocumentItem[];
}

function told(parts: Parts, unread: readonly string[] = []): Coverage {
  const sections: DocumentSection[] = Object.entries(parts).map(([key, items]) => ({
    key,
    items: [...items],
  }));
  const coverage = coverageOf({ slug: 'essai', language: 'fr', sections, unread }, job);
  if (!coverage) throw new Error('the template has no coverage');
  return coverage;
}

/** "id: gap, gap" of each item that lacks something. */
function gaps(parts: Parts, unread: readonly string[] = []): string[] {
  return itemsWithGaps(told(parts, unread)).map((item) => `${item.id}: ${item.gaps.join(', ')}`);
}

const criterion = (id: string): DocumentItem => ({ id, kind: 'criterion', title: 'Critère' });
const item = (
  kind: string,
  id: string,
  references: Reference[] = [],
  children: DocumentItem[] = [],
): DocumentItem => ({ id, kind, title: `Titre ${id}`, references, children });
const to = (target: string, level?: number): Reference => ({
  item: target,
  ...(level === undefined ? {} : { level }),
});

/** A text in which nothing is missing. */
const whole: Required<Parts> = {
  missions: [item('mission', 'm', [], [item('activity', 'a', [to('s', 2)]), criterion('mc')])],
  skills: [item('skill', 's', [], [criterion('sc')])],
  training: [item('profile', 'p', [to('s', 2)]), item('module', 't', [to('s')])],
};

describe('gaps', () => {
  test.each<[string, Parts, string[]]>([
    ['nothing is missing', whole, []],
    ['no text at all', {}, []],
    ['a skill without a module', { ...whole, training: [] }, ['s: untrained']],
    ['a skill without an activity', { ...whole, missions: [] }, ['s: unused']],
    [
      'an activity without a skill',
      {
        ...whole,
        missions: [
          item(
            'mission',
            'm',
            [],
            [item('activity', 'a', [to('s')]), item('activity', 'b'), criterion('mc')],
          ),
        ],
      },
      ['b: needsNothing'],
    ],
    [
      'a module without a skill',
      { ...whole, training: [...whole.training, item('module', 'u')] },
      ['u: trainsNothing'],
    ],
    [
      'no criterion of a mission nor of a skill',
      {
        ...whole,
        missions: [item('mission', 'm', [], [item('activity', 'a', [to('s')])])],
        skills: [item('skill', 's')],
      },
      ['m: noCriterion', 's: noCriterion'],
    ],
    [
      'a criterion of an activity counts for its mission',
      {
        ...whole,
        missions: [item('mission', 'm', [], [item('activity', 'a', [to('s')], [criterion('ac')])])],
      },
      [],
    ],
    [
      'a skill in a block is assessed, the block is not',
      { ...whole, skills: [item('skillBlock', 'b', [], [item('skill', 's')])] },
      ['s: noCriterion'],
    ],
    [
      'what a reference to something gone or to no skill points at counts for nothing',
      {
        ...whole,
        missions: [
          item('mission', 'm', [], [item('activity', 'a', [to('gone'), to('m')]), criterion('mc')]),
        ],
      },
      ['a: needsNothing', 's: unused'],
    ],
    [
      'a skill of another framework is a skill that is needed',
      {
        ...whole,
        missions: [
          item(
            'mission',
            'm',
            [],
            [
              item('activity', 'a', [to('s')]),
              item('activity', 'b', [{ item: 'x', framework: 'autre' }]),
              criterion('mc'),
            ],
          ),
        ],
      },
      [],
    ],
    [
      'a reference that names its own framework points here',
      {
        ...whole,
        training: [item('module', 't', [{ item: 's', framework: 'essai' }])],
      },
      [],
    ],
    [
      'trained below what an activity asks',
      {
        ...whole,
        missions: [
          item('mission', 'm', [], [item('activity', 'a', [to('s', 4)]), criterion('mc')]),
        ],
        training: [item('module', 't', [to('s', 3)])],
      },
      ['s: below'],
    ],
    [
      'trained below what a profile is to reach',
      {
        ...whole,
        training: [item('profile', 'p', [to('s', 3)]), item('module', 't', [to('s', 2)])],
      },
      ['s: below'],
    ],
  ])('%s', (_, parts, expected) => {
    expect(gaps(parts)).toEqual(expected);
  });

  test.each<[string, readonly string[], string[]]>([
    ['nothing', [], ['s: untrained, unused, noCriterion']],
    ['the modules', ['training'], ['s: unused, noCriterion']],
    ['the activities', ['missions'], ['s: untrained, noCriterion']],
  ])('of a text of which %s cannot be read', (_, unread, expected) => {
    expect(gaps({ skills: [item('skill', 's')] }, unread)).toEqual(expected);
  });

  it('are not told of activities and modules while the skills cannot be read', () => {
    const parts = { missions: whole.missions, training: whole.training };
    expect(gaps(parts, ['skills'])).toEqual([]);
  });

  test.each<[readonly (number | null)[], number | null, boolean]>([
    [[], 3, false],
    [[2], 3, true],
    [[2, 3], 3, false],
    [[2, null], 3, false],
    [[4], 3, false],
    [[2], null, false],
  ])('modules that reach %j are below %j: %j', (trainedAt, asked, below) => {
    expect(isBelow(trainedAt, asked)).toBe(below);
  });
});

describe('levels', () => {
  test.each<[string, DocumentItem[], number | null]>([
    ['without a module all levels are missing', [item('profile', 'p', [to('s', 3)])], 3],
    [
      'a module that says no level may reach it',
      [item('profile', 'p', [to('s', 3)]), item('module', 't', [to('s')])],
      null,
    ],
    [
      'what the highest module lacks',
      [
        item('profile', 'p', [to('s', 4)]),
        item('module', 't', [to('s', 1)]),
        item('module', 'u', [to('s', 3)]),
      ],
      1,
    ],
    [
      'a module that reaches it is enough',
      [
        item('profile', 'p', [to('s', 3)]),
        item('module', 't', [to('s')]),
        item('module', 'u', [to('s', 3)]),
      ],
      0,
    ],
    ['nothing is short of a level that nobody says', [item('profile', 'p', [to('s')])], null],
  ])('of a profile: %s', (_, training, short) => {
    const [profile] = told({ ...whole, training }).profiles;
    expect(profile?.skills).toEqual([
      { item: 's', level: profile?.skills[0]?.level ?? null, short },
    ]);
  });

  it('keeps the highest of two references to one skill', () => {
    const twice: Reference[] = [to('s', 1), { item: 's', framework: 'essai', level: 3 }];
    const coverage = told({ ...whole, missions: [item('activity', 'a', twice)] });
    expect(coverage.activities[0]?.skills).toEqual([{ item: 's', level: 3 }]);
    expect(coverage.skills[0]).toMatchObject({ needed: 3, trained: null });
  });
});

it('tells of the sample what is known of it', () => {
  const document = interchangeDocumentSchema.parse(
    JSON.parse(readFileSync('tests/sample/fr/job-reference.rev2.json', 'utf8')),
  );
  const { slug, language } = document.framework;
  const coverage = coverageOf({ slug, language, sections: document.sections }, job);
  const lacking = (gap: string) =>
    coverage?.skills.filter(({ gaps }) => gaps.some((one) => one === gap)).map(({ id }) => id);
  expect(lacking('untrained')).toEqual([
    'h-partenariat',
    'i-pouvoir-agir',
    'h-numerique',
    'k-trauma',
  ]);
  expect(lacking('unused')).toEqual(['k-trauma']);
  expect(coverage?.activities.filter(({ gaps }) => gaps.length > 0)).toEqual([]);
  expect(coverage?.missions.filter(({ gaps }) => gaps.length > 0)).toEqual([]);
  expect(coverage?.activities[0]).toMatchObject({ number: 'M1.1', parent: 'm-proteger' });
  const partnership = coverage?.profiles.find(({ id }) => id === 'p-coordination')?.skills[0];
  expect(partnership).toEqual({ item: 'h-partenariat', level: 4, short: 4 });
});

it('is there for templates in which something is needed or trained, and follows the rooms of those', () => {
  const covered = TEMPLATES.filter((template) => coveragePlan(template) !== null);
  expect(covered.map(({ key }) => key)).toEqual(['job-reference']);
  const plan = coveragePlan(job);
  expect(plan && roomsOfCoverage(job, plan)).toEqual(['missions', 'skills', 'training']);
  expect(plan && [...plan.assessed]).toEqual(['mission', 'skill']);
  const text = { slug: 'essai', language: 'fr', sections: [] } as const;
  expect(coverageOf(text, known('advocacy'))).toBeNull();
});

const KINDS = [
  'mission',
  'activity',
  'criterion',
  'skillBlock',
  'skill',
  'profile',
  'module',
  'rien',
];
const IDS = Array.from({ length: 12 }, (_, at) => `i${at}`);
const chance: fc.Arbitrary<DocumentSection[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom(...IDS),
      kind: fc.constantFrom(...KINDS),
      section: fc.constantFrom('missions', 'skills', 'training'),
      under: fc.nat(12),
      references: fc.array(
        fc.record(
          {
            item: fc.constantFrom(...IDS, 'gone'),
            level: fc.integer({ min: 1, max: 4 }),
            framework: fc.constantFrom('essai', 'autre'),
          },
          { requiredKeys: ['item'] },
        ),
        { maxLength: 3 },
      ),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  )
  .map((rows) => {
    const sections = new Map<string, DocumentItem[]>([
      ['missions', []],
      ['skills', []],
      ['training', []],
    ]);
    const placed: { section: string; one: DocumentItem }[] = [];
    for (const { id, kind, section, under, references } of rows) {
      const one: DocumentItem = { id, kind, references: references as Reference[], children: [] };
      const above = placed.filter((other) => other.section === section)[under]?.one;
      (above?.children ?? sections.get(section))?.push(one);
      placed.push({ section, one });
    }
    return [...sections].map(([key, items]) => ({ key, items }));
  });

function of(sections: readonly DocumentSection[]): Coverage {
  const coverage = coverageOf({ slug: 'essai', language: 'fr', sections }, job);
  if (!coverage) throw new Error('the template has no coverage');
  return coverage;
}

const SEED = { seed: 20261, numRuns: 300 };

it('says each link once, the same from both ends', () => {
  fc.assert(
    fc.property(chance, (sections) => {
      const { skills, activities, modules, profiles } = of(sections);
      const there = (rows: Coverage['activities'] | Coverage['profiles']) =>
        rows.flatMap((row) => row.skills.map((link) => `${row.id} ${link.item} ${link.level}`));
      for (const [rows, by] of [
        [activities, 'activities'],
        [modules, 'modules'],
        [profiles, 'profiles'],
      ] as const) {
        const back = skills.flatMap((skill) =>
          skill[by].map((link) => `${link.item} ${skill.id} ${link.level}`),
        );
        expect([...back].sort()).toEqual(there(rows).sort());
        expect(new Set(back).size).toBe(back.length);
      }
    }),
    SEED,
  );
});

it('calls each gap by its rule, whatever the text', () => {
  fc.assert(
    fc.property(chance, (sections) => {
      const { skills, activities, modules } = of(sections);
      for (const skill of skills) {
        expect(skill.gaps.includes('untrained')).toBe(skill.modules.length === 0);
        expect(skill.gaps.includes('unused')).toBe(skill.activities.length === 0);
        expect(skill.gaps.includes('noCriterion')).toBe(skill.criteria === 0);
      }
      for (const row of [...activities, ...modules]) {
        if (row.skills.length > 0) expect(row.gaps).toEqual([]);
      }
      for (const { gaps: own } of [...skills, ...activities, ...modules]) {
        expect(own).toEqual(GAP_KINDS.filter((gap) => own.includes(gap)));
      }
    }),
    SEED,
  );
});

it('lacks nothing more once a module trains every skill, and less or as much in a part that cannot be read', () => {
  fc.assert(
    fc.property(chance, fc.constantFrom('missions', 'skills', 'training'), (sections, unread) => {
      const before = of(sections);
      const all = item(
        'module',
        'trains-all',
        before.skills.map(({ id }) => to(id)),
      );
      const after = of([...sections, { key: 'training', items: [all] }]);
      expect(after.skills.flatMap(({ gaps: own }) => own)).not.toContain('untrained');
      const partly = coverageOf({ slug: 'essai', language: 'fr', sections, unread: [unread] }, job);
      const count = (coverage: Coverage | null) =>
        coverage ? itemsWithGaps(coverage).flatMap(({ gaps: own }) => own).length : 0;
      expect(count(partly)).toBeLessThanOrEqual(count(before));
    }),
    SEED,
  );
});
