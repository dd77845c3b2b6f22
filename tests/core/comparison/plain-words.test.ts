// Changes in plain words: what a hurried reader, or a screen reader, is told.
import { describe, expect, test } from 'vitest';
import { compareDocuments } from '#core/comparison/compare.ts';
import { describeChange, describeComparison } from '#core/comparison/describe.ts';
import type { Language } from '#core/framework/interchange.ts';
import { TEMPLATES } from '#core/framework/templates.ts';
import { isMessageKey, translator } from '#locales/catalogue.ts';
import { say, sayAll } from '#locales/say.ts';
import { sampleDocument } from './sample-documents.ts';

const options = { baseRef: 'r1', headRef: 'r2', language: 'fr' } as const;
const sample = (name: string) =>
  compareDocuments(sampleDocument(`fr/${name}.rev1`), sampleDocument(`fr/${name}.rev2`), options);

/** Ordinary spaces for the no-break ones that French typography sets. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

function lines(name: string, language: Language = 'fr'): Record<string, string> {
  const comparison = sample(name);
  const t = translator(language);
  return Object.fromEntries(
    comparison.changes.map((change) => [
      change.item,
      plain(sayAll(t, describeChange(change, comparison))),
    ]),
  );
}

describe('one sentence says what changed', () => {
  test.each([
    [
      'job-reference',
      '42 éléments ont changé : une mission scindée en deux, deux activités fusionnées, une compétence remplacée.',
    ],
    [
      'advocacy',
      '4 éléments ont changé : 1 ajouté, 1 supprimé, 1 déplacé, 1 avec un champ changé.',
    ],
    ['ideal-system', '2 éléments ont changé : 1 déplacé, 1 reformulé, 1 avec un champ changé.'],
  ])('%s', (name, sentence) => {
    expect(plain(say(translator('fr'), describeComparison(sample(name))))).toBe(sentence);
  });

  test('in English', () => {
    expect(say(translator('en'), describeComparison(sample('job-reference')))).toBe(
      '42 items changed: one mission split into two, two activities merged, one skill replaced.',
    );
  });

  test('also when nothing changed, or a preamble only', () => {
    const base = sampleDocument('fr/advocacy.rev1');
    const head = {
      ...base,
      sections: base.sections.map((section) => ({
        ...section,
        preamble: 'Pourquoi ce plaidoyer.',
      })),
    };
    const t = translator('fr');
    const sentence = (from: typeof base, to: typeof base) =>
      plain(say(t, describeComparison(compareDocuments(from, to, options))));
    expect(sentence(base, base)).toBe('Aucune différence.');
    expect(sentence(base, head)).toBe(
      'Aucun élément n’a changé ; un texte d’introduction reformulé.',
    );
    expect(sentence(base, { ...base, framework: { ...base.framework, title: 'Autre' } })).toBe(
      'Aucun élément n’a changé, mais la présentation du référentiel.',
    );
  });
});

describe('each change is told in a few words', () => {
  const told = lines('job-reference');
  test.each([
    ['m-proteger', '« réagir » devient « intervenir »'],
    ['act-danger', 'Une phrase ajoutée ; C3 passe du niveau 2 au niveau 3'],
    ['act-expulsion', 'De M1.4 vers M5.2 ; un lien suit le remplacement de C17'],
    ['act-dossier', 'Reprend M2.3 ; titre et texte reformulés ; deux compétences ajoutées'],
    ['act-mairie', 'Fusionnée dans M2.2'],
    ['act-numerique', 'Nouvelle activité, deux compétences'],
    ['m-accueillir', 'Scindée : M3 et M4 ; titre et texte reformulés'],
    ['m-familles', 'Nouvelle mission, issue de M3'],
    ['m-sensibiliser', 'Change de place parmi ses voisins'],
    [
      'h-suivi-individuel',
      'Nouvelle compétence, remplace C17 Tenir un suivi individuel dans la durée',
    ],
    ['h-suivi', 'Remplacée par C17 Tenir un suivi individualisé dans la durée'],
    ['k-trauma', 'Nouvelle compétence, savoir'],
    ['t-immersion', 'Module supprimé, 35 h, en situation de travail'],
    ['t-protection', 'Durée : de 7 h à 14 h'],
    ['t-cadre-juridique', 'Modalité : à distance devient hybride'],
    ['act-reseau', 'Une compétence ajoutée'],
    ['t-discriminations', '« avec la famille » ajouté'],
  ])('%s', (id, words) => {
    expect(told[id]).toBe(words);
  });

  test('a changed kind and a changed text field', () => {
    expect(lines('ideal-system')['res-temps']).toBe(
      'De RS3 vers L5 ; une ressource devient un levier',
    );
    expect(lines('advocacy')['r-expulsions']).toBe(
      'À l’adresse de : « Préfets » devient « Préfets et Parlement »',
    );
  });

  test('in English', () => {
    const english = lines('job-reference', 'en');
    expect(english['m-accueillir']).toBe('Split into M3 and M4; title and text reworded');
    expect(english['t-immersion']).toBe('Module removed, 35 h, on the job');
  });
});

test('every kind of every template has its gender', () => {
  const kinds = TEMPLATES.flatMap(({ sections }) => sections.flatMap(({ kinds }) => kinds));
  expect(kinds.filter(({ key }) => !isMessageKey(`gender.${key}`))).toEqual([]);
});
