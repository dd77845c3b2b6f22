// Split, merged and replaced: by origin where it tells, by likeness else, and never invented.
import { describe, expect, test } from 'vitest';
import { compareDocuments } from '#core/comparison/compare.ts';
import type { Relations } from '#core/comparison/comparison.ts';
import type { DocumentItem, InterchangeDocument } from '#core/framework/interchange.ts';
import { englishRevision } from './english-revision.ts';
import { type Revising, revise } from './revising.ts';
import { sampleDocument } from './sample-documents.ts';

const options = { baseRef: 'r1', headRef: 'r2', language: 'fr' } as const;
const relations = (base: InterchangeDocument, head: InterchangeDocument) =>
  compareDocuments(base, head, options).relations;
const NONE: Relations = { split: [], merged: [], replaced: [] };

const french = sampleDocument('fr/job-reference.rev1');
const relationsAfter = (act: (revising: Revising) => void) =>
  relations(french, revise(french, act));

describe('by likeness', () => {
  test('in English the same relations are found as in French, both ways', () => {
    const rev1 = sampleDocument('en/job-reference.rev1');
    const rev2 = englishRevision(rev1);
    expect(relations(rev1, rev2)).toEqual({
      split: [{ from: 'm-accueillir', to: ['m-accueillir', 'm-familles'] }],
      merged: [{ from: ['act-dossier', 'act-mairie'], to: 'act-dossier' }],
      replaced: [{ from: 'h-suivi', to: 'h-suivi-individuel' }],
    });
    expect(relations(rev2, rev1)).toEqual({
      split: [{ from: 'act-dossier', to: ['act-dossier', 'act-mairie'] }],
      merged: [{ from: ['m-accueillir', 'm-familles'], to: 'm-accueillir' }],
      replaced: [{ from: 'h-suivi-individuel', to: 'h-suivi' }],
    });
  });

  test('one cut into two new ones', () => {
    const found = relationsAfter(({ remove, add }) => {
      remove('act-reperer');
      add('m-proteger', {
        id: 'tournees',
        kind: 'activity',
        title: 'Se rendre sur les lieux de vie',
        body: 'Faire des tournées régulières dans les squats, bidonvilles, hôtels sociaux et campements.',
      });
      add('m-proteger', {
        id: 'sans-place',
        kind: 'activity',
        title: 'Repérer les enfants sans école',
        body: 'Noter, avec l’accord des parents, quels enfants n’ont pas de place à l’école.',
      });
    });
    expect(found).toEqual({
      ...NONE,
      split: [{ from: 'act-reperer', to: ['tournees', 'sans-place'] }],
    });
  });

  test('two put together in a new one', () => {
    const found = relationsAfter(({ remove, add }) => {
      remove('act-droits');
      remove('act-refus');
      add('m-inscrire', {
        id: 'droits-et-recours',
        kind: 'activity',
        title: 'Expliquer le droit à l’instruction et contester un refus d’inscription',
        body: 'Présenter dans une langue comprise l’âge de l’instruction obligatoire et le calendrier. Demander une réponse écrite, rappeler les textes, saisir les services académiques puis le Défenseur des droits.',
      });
    });
    expect(found).toEqual({
      ...NONE,
      merged: [{ from: ['act-droits', 'act-refus'], to: 'droits-et-recours' }],
    });
  });

  test('a part cut out of one that lives on', () => {
    const found = relationsAfter(({ change, add }) => {
      change('act-assiduite', { body: 'Faire le point chaque semaine avec la vie scolaire.' });
      add('m-parcours', {
        id: 'visite',
        kind: 'activity',
        title: 'Aller voir la famille après trois jours d’absence sans nouvelles',
      });
    });
    expect(found).toEqual({
      ...NONE,
      split: [{ from: 'act-assiduite', to: ['act-assiduite', 'visite'] }],
    });
  });

  test('one made again under another id', () => {
    const found = relationsAfter(({ remove, add }) => {
      remove('i-tiers');
      add('skills', { id: 'nouveau', kind: 'skill', title: 'Tenir sa position de tiers' });
    });
    expect(found).toEqual({ ...NONE, replaced: [{ from: 'i-tiers', to: 'nouveau' }] });
  });

  test.each<[string, (revising: Revising) => void]>([
    [
      'another item taken out and put in',
      ({ remove, add }) => {
        remove('act-materiel');
        add('m-freins', {
          id: 'numerique',
          kind: 'activity',
          title: 'Aider à utiliser les services numériques de l’école',
          body: 'Créer avec la famille ses accès, montrer comment lire les messages et les notes.',
        });
      },
    ],
    [
      'words that every item has',
      ({ remove, add }) => {
        remove('act-parents');
        add('m-accueillir', { id: 'x', kind: 'activity', title: 'Aider la famille à l’école' });
      },
    ],
    [
      'a text copied while the first lives on unchanged',
      ({ add }) => {
        add('m-proteger', {
          id: 'copie',
          kind: 'activity',
          title: 'Repérer un danger et transmettre l’alerte',
          body: 'Relever les signes de danger ou d’exploitation, en parler sans attendre à l’encadrement et contribuer à l’écrit transmis aux services compétents.',
        });
      },
    ],
    [
      'another kind',
      ({ remove, add }) => {
        remove('i-tiers');
        add('m-proteger', { id: 'autre', kind: 'criterion', title: 'Tenir une position de tiers' });
      },
    ],
    [
      'a mission that only takes in activities',
      ({ add, move }) => {
        add('missions', { id: 'neuve', kind: 'mission', title: 'Coordonner les partenaires' });
        move('act-seances', 'neuve');
        move('act-reseau', 'neuve');
      },
    ],
  ])('none for %s', (_, act) => {
    expect(relationsAfter(act)).toEqual(NONE);
  });
});

describe('by origin', () => {
  const added = (id: string, origin: DocumentItem['origin']) => ({
    id,
    kind: 'activity',
    title: 'Une activité toute neuve, sans un mot commun',
    ...(origin ? { origin } : {}),
  });

  test('a split names the old id where it lives on, and only then', () => {
    const split = (act: (revising: Revising) => void) =>
      relationsAfter((revising) => {
        revising.add('m-proteger', added('neuve', { split: ['act-danger'] }));
        act(revising);
      }).split;
    expect(split(() => {})).toEqual([{ from: 'act-danger', to: ['act-danger', 'neuve'] }]);
    expect(split(({ remove }) => remove('act-danger'))).toEqual([
      { from: 'act-danger', to: ['neuve'] },
    ]);
  });

  test('a merge names every source, the surviving id too', () => {
    const found = relationsAfter(({ remove, change }) => {
      remove('act-aides');
      remove('act-materiel');
      change('act-freins', { origin: { merged: ['act-aides', 'act-materiel'] } });
    });
    expect(found).toEqual({
      ...NONE,
      merged: [{ from: ['act-freins', 'act-aides', 'act-materiel'], to: 'act-freins' }],
    });
  });

  test('a replacement pairs the removed one with the new one', () => {
    const found = relationsAfter(({ remove, add }) => {
      remove('act-aides');
      add('m-freins', added('neuve', { replaced: ['act-aides'] }));
    });
    expect(found).toEqual({ ...NONE, replaced: [{ from: 'act-aides', to: 'neuve' }] });
  });

  test('what it tells is not told again by likeness, and what it told before is no news', () => {
    const base = revise(french, ({ add }) =>
      add('m-proteger', { ...added('neuve', { split: ['act-danger'] }), body: 'Texte.' }),
    );
    expect(relations(base, base)).toEqual(NONE);
    const changed = revise(base, ({ change }) => change('neuve', { title: 'Autre titre' }));
    expect(relations(base, changed)).toEqual(NONE);
    const replaced = relationsAfter(({ remove, add }) => {
      remove('i-tiers');
      add('skills', {
        id: 'autre',
        kind: 'skill',
        title: 'Tenir une position de tiers',
        origin: { replaced: ['i-distance'] },
      });
      remove('i-distance');
    });
    expect(replaced).toEqual({ ...NONE, replaced: [{ from: 'i-distance', to: 'autre' }] });
  });

  test('a copy is no split, whatever its words', () => {
    const found = relationsAfter(({ change, add }) => {
      change('act-assiduite', { body: 'Faire le point.' });
      add('m-parcours', {
        id: 'copie',
        kind: 'activity',
        title: 'Après trois jours d’absence sans nouvelles, aller voir la famille',
        origin: { copied: { framework: 'mediation-scolaire', item: 'act-assiduite' } },
      });
    });
    expect(found).toEqual(NONE);
  });

  test('sources that base never had tell nothing', () => {
    const found = relationsAfter(({ add }) =>
      add('m-proteger', added('neuve', { split: ['inconnue'] })),
    );
    expect(found).toEqual(NONE);
  });
});
