// From headings to items: what is guessed, what the person's plan makes of it, and that no word of a file is lost on the way.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { plainText } from '#core/document/plain.ts';
import { templateOf } from '#core/framework/templates.ts';
import { arrange, type OutlineItem } from '#core/importing/arrange.ts';
import { guessPlan, guessTemplate } from '#core/importing/guess.ts';
import { splitHeading } from '#core/importing/hand-numbers.ts';
import { AS_TEXT, type ImportPlan } from '#core/importing/plan.ts';
import { planOfForm } from '#core/importing/plan-form.ts';
import type { SourceBlock, SourceDocument } from '#core/importing/source.ts';
import { importNames } from '#locales/import-names.ts';

const names = importNames('fr');
const template = templateOf('job-reference') ?? { key: '', sections: [], rooms: [] };

const text = (words: string): SourceBlock => ({
  nodes: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
});
/** A line for each block: as many `#` as its level, or none. */
function source(lines: string, title = ''): SourceDocument {
  const blocks = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line): SourceBlock => {
      const [, signs = '', words = ''] = /^(#*)\s*(.*)$/.exec(line) ?? [];
      return signs === '' ? text(words) : { level: signs.length, heading: words };
    });
  return { title, blocks, notes: {}, left: [] };
}

/** An outline as lines: kind, title, what stands in it in brackets. */
function lines(items: readonly OutlineItem[], depth = 0): string[] {
  return items.flatMap((item) => {
    const body = item.body.length > 0 ? ` [${plainText(item.body).replace(/\n/g, ' / ')}]` : '';
    return [
      `${'  '.repeat(depth)}${item.kind} ${item.title}${body}`,
      ...lines(item.children, depth + 1),
    ];
  });
}
function outline(file: SourceDocument, plan: ImportPlan = guessPlan(file, template, names)) {
  const found = arrange(file, plan, template, names);
  return Object.fromEntries(
    found.sections.map(({ key, preamble, items }) => [
      key,
      [
        ...(preamble.length > 0 ? [`(${plainText(preamble).replace(/\n/g, ' / ')})`] : []),
        ...lines(items),
      ],
    ]),
  );
}

describe('numbers typed by hand', () => {
  test.each([
    ['M1.2 Accueillir', 'M1.2 ', 'Accueillir'],
    ['2.1. Accueillir', '2.1. ', 'Accueillir'],
    ['2.1 Accueillir', '2.1 ', 'Accueillir'],
    ['1) Accueillir', '1) ', 'Accueillir'],
    ['3 – Accueillir', '3 – ', 'Accueillir'],
    ['IV. Accueillir', 'IV. ', 'Accueillir'],
    ['a) Accueillir', 'a) ', 'Accueillir'],
    ['BC03 : Accueillir', 'BC03 : ', 'Accueillir'],
    ['Mission 1 : Accueillir', 'Mission 1 : ', 'Accueillir'],
    ['MISSION N°2 - Accueillir', 'MISSION N°2 - ', 'Accueillir'],
    ['Activité 2.1 Accueillir', 'Activité 2.1 ', 'Accueillir'],
    ['Bloc de compétences 3. Accueillir', 'Bloc de compétences 3. ', 'Accueillir'],
    ['Accueillir', '', 'Accueillir'],
    ['Accueillir 3 personnes', '', 'Accueillir 3 personnes'],
    ['10-12 ans', '', '10-12 ans'],
    ['2024, année de transition', '', '2024, année de transition'],
    ['CM2 et sixième', '', 'CM2 et sixième'],
    ['De 3 à 6 ans', '', 'De 3 à 6 ans'],
    ['35 heures', '', '35 heures'],
    ['Mission 1', '', 'Mission 1'],
    ['Missions', '', 'Missions'],
    ['8:30 accueil', '', '8:30 accueil'],
    ['L’école', '', 'L’école'],
  ])('%s', (heading, number, words) => {
    const kinds = Object.values(names.kinds).sort((a, b) => b.length - a.length);
    expect(splitHeading(heading, kinds)).toEqual({ number, words });
  });
});

describe('the guess', () => {
  it('sees sections in headings that name them, and kinds under them', () => {
    expect(
      outline(
        source(`
          Avant-propos
          # 1. Les missions
          Introduction
          ## Mission 1 : Accueillir
          Ce que c’est
          ### 1.1 Ouvrir la porte
          # 2. Compétences
          ## Bloc 1
          ### Écouter
          # 3. Formation
          ## Parcours long
          ### Module d’accueil
          # Annexes
          ## Bibliographie
          Un livre`),
      ),
    ).toEqual({
      missions: [
        '(Avant-propos / Introduction)',
        'mission Accueillir [Ce que c’est]',
        '  activity Ouvrir la porte',
      ],
      skills: ['skillBlock Bloc 1', '  skill Écouter'],
      training: [
        '(Annexes / Bibliographie / Un livre)',
        'pathway Parcours long',
        '  module Module d’accueil',
      ],
    });
  });

  test.each([
    [
      'a file of one section, by its title',
      '# Référentiel de compétences\n## Écouter\n## Parler',
      { skills: ['skill Écouter', 'skill Parler'] },
    ],
    [
      'a file that says nothing of sections',
      '# Accueillir\n# Former',
      { missions: ['mission Accueillir', 'mission Former'] },
    ],
    [
      'kinds by the words that headings begin with',
      '# Activité 1 : Ouvrir\n# Activité 2 : Fermer',
      { missions: ['activity Ouvrir', 'activity Fermer'] },
    ],
    [
      'levels that are skipped',
      '# Accueillir\n### Ouvrir\n# Former',
      { missions: ['mission Accueillir', '  activity Ouvrir', 'mission Former'] },
    ],
    [
      'more levels than there are kinds',
      '# a\n## b\n### c\n#### d\n# e',
      { missions: ['mission a', '  activity b', '    criterion c [d]', 'mission e'] },
    ],
    ['no headings at all', 'Un\nDeux', { missions: ['(Un / Deux)'] }],
  ])('%s', (_what, file, wanted) => {
    expect(outline(source(file))).toEqual(wanted);
  });

  it('finds the template', () => {
    expect(guessTemplate(source('# Recommandation 1\n# Recommandation 2'), names)?.key).toBe(
      'advocacy',
    );
    expect(guessTemplate(source('# Causes\n# Leviers\n# Ressources'), names)?.key).toBe(
      'ideal-system',
    );
    expect(guessTemplate(source('# Missions\n# Compétences'), names)?.key).toBe('job-reference');
    expect(guessTemplate(source('Rien'), names)?.key).toBe('job-reference');
  });
});

describe('a plan', () => {
  const file = source(
    '# Tout\n## Missions\n### Accueillir\nMots\n#### Ouvrir\n## Compétences\n### Écouter',
  );
  const guess = guessPlan(file, template, names);

  it('may say that headings are text: they stay in bold, where they stood', () => {
    const plan = { ...guess, kinds: { ...guess.kinds, missions: { 3: 'mission', 4: AS_TEXT } } };
    expect(outline(file, plan).missions).toEqual(['mission Accueillir [Mots / Ouvrir]']);
  });

  it('may keep numbers, and take the first heading as none of a title', () => {
    const numbered = source('# Tout\n## 1. Accueillir\n## 2. Former');
    const plan = { ...guessPlan(numbered, template, names), numbers: false, title: false };
    expect(outline(numbered, plan).missions).toEqual([
      '(Tout)',
      'mission 1. Accueillir',
      'mission 2. Former',
    ]);
  });

  it('may put kinds where they do not fit: they are marked, not refused', () => {
    const plan = { ...guess, kinds: { ...guess.kinds, missions: { 3: 'activity', 4: 'mission' } } };
    const [first] = arrange(file, plan, template, names).sections[0]?.items ?? [];
    expect([first?.fits, first?.children[0]?.fits]).toEqual([false, false]);
  });

  it('comes from a form, whose missing fields are guessed', () => {
    expect(planOfForm({}, file, template, names)).toEqual(guess);
    const sent = {
      plan: 'job-reference',
      parts: '2',
      'part-0': 'text',
      'kind-skills-3': 'criterion',
    };
    const plan = planOfForm({ ...sent, 'title-heading': 'on' }, file, template, names);
    expect(outline(file, plan)).toEqual({
      skills: ['(Missions / Accueillir / Mots / Ouvrir)', 'criterion Écouter'],
    });
    expect(planOfForm({ ...sent, plan: 'advocacy' }, file, template, names)).toEqual(guess);
  });
});

describe('whatever the file and the plan', () => {
  const word = fc.stringMatching(/^[a-zé]{1,8}$/);
  const phrase = fc.oneof(
    fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' ')),
    fc.constantFrom(
      'Missions',
      '1. Les compétences',
      'Mission 1 : Accueillir',
      'M1.2 Ouvrir',
      'Formation',
    ),
  );
  const block: fc.Arbitrary<SourceBlock> = fc.oneof(
    fc.record({ level: fc.integer({ min: 1, max: 9 }), heading: phrase }),
    phrase.map(text),
  );
  const anyKind = fc.constantFrom('mission', 'activity', 'skill', 'module', 'unknown', AS_TEXT);
  const plans: fc.Arbitrary<ImportPlan> = fc.record({
    title: fc.boolean(),
    parts: fc.integer({ min: 0, max: 9 }),
    section: fc.constantFrom('missions', 'skills', 'training'),
    sections: fc.array(fc.constantFrom('missions', 'skills', 'training', AS_TEXT)),
    kinds: fc.dictionary(
      fc.constantFrom('missions', 'skills', 'training'),
      fc.dictionary(fc.integer({ min: 1, max: 9 }).map(String), anyKind),
    ),
    numbers: fc.boolean(),
  });
  const wordsOf = (said: string) => said.split(/\s+/).filter(Boolean).sort();
  const wordsOfItem = (item: OutlineItem): string[] => [
    ...wordsOf(item.number),
    ...wordsOf(item.title),
    ...wordsOf(plainText(item.body)),
    ...item.children.flatMap(wordsOfItem),
  ];

  it('every word of the file is in the outline, once', () => {
    fc.assert(
      fc.property(
        fc.array(block, { maxLength: 20 }),
        fc.option(plans),
        phrase,
        (blocks, plan, title) => {
          const file = { title, blocks, notes: {}, left: [] };
          const found = arrange(file, plan ?? guessPlan(file, template, names), template, names);
          const shown = [
            ...wordsOf(found.title),
            ...found.sections.flatMap(({ headings, preamble, items }) => [
              ...headings.flatMap(wordsOf),
              ...wordsOf(plainText(preamble)),
              ...items.flatMap(wordsOfItem),
            ]),
          ].sort();
          const said = blocks.flatMap((one) =>
            wordsOf('heading' in one ? one.heading : plainText(one.nodes)),
          );
          expect(shown).toEqual([...wordsOf(title), ...said].sort());
        },
      ),
      { numRuns: 500, seed: 20261201 },
    );
  });
});
