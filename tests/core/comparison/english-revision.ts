// A revision of the English sample with the changes the French one has: sample content.
import type { InterchangeDocument } from '#core/framework/interchange.ts';
import { revise } from './revising.ts';

/** The second revision of the English job reference, from its first. */
export function englishRevision(rev1: InterchangeDocument): InterchangeDocument {
  return revise(rev1, ({ change, remove, add, move, repoint }) => {
    change('m-proteger', {
      body: 'Reach children who have no school, earn their family’s trust and step in when their safety is at stake.',
    });
    change('act-confiance', { title: 'Establish a relationship of trust with the family' });
    change('act-danger', {
      body: 'Note signs of danger or exploitation, raise them at once with a supervisor and help write the report sent to the competent services. Tell the family, unless this puts the child in danger.',
    });
    change('act-dossier', {
      title: 'Put together the application and go with the family to the appointment',
      body: 'List the useful documents, help obtain them, keep a copy and follow up the answer. Attend the appointment if the family wishes and check that the decision is understood.',
      references: [
        { item: 'h-dossier', level: 3 },
        { item: 'k-droit', level: 2 },
        { item: 'k-donnees', level: 2 },
        { item: 'h-mediation', level: 2 },
        { item: 'i-diplomatie', level: 2 },
      ],
    });
    remove('act-mairie');
    change('m-accueillir', {
      title: 'Improve how the child is welcomed in their school',
      body: 'Ensure the child is expected, recognised and safe in their school.',
    });
    add(
      'missions',
      {
        id: 'm-familles',
        kind: 'mission',
        title: 'Give families their place at school',
        body: 'Enable parents to be heard, informed and present in the life of the school.',
        children: [
          {
            id: 'm-familles-c1',
            kind: 'criterion',
            title: 'What the family expects is restated faithfully.',
          },
        ],
      },
      3,
    );
    move('act-malentendus', 'm-familles', 0);
    move('act-parents', 'm-familles', 1);
    remove('act-materiel');
    add('m-inscrire', {
      id: 'act-numerique',
      kind: 'activity',
      title: 'Help families use the school’s digital services',
      body: 'Open the accounts with the family, show how to read messages and marks, and offer a way without screens to whoever needs one.',
      references: [{ item: 'i-pouvoir-agir', level: 3 }],
    });
    change('act-racisme', {
      title: 'Respond to every racist or discriminatory act',
      body: 'Listen to the child and parents, write down what happened, obtain a visible reaction from the school and go along with an appeal if the family wants one.',
    });
    remove('h-suivi');
    add(
      'skills',
      {
        id: 'h-suivi-individuel',
        kind: 'skill',
        title: 'Keep individualised follow-up over time',
        fields: { skillType: 'knowhow' },
      },
      16,
    );
    repoint('h-suivi', 'h-suivi-individuel');
    add('skills', {
      id: 'k-trauma',
      kind: 'skill',
      title: 'Effects of trauma on the child',
      fields: { skillType: 'knowledge' },
    });
    remove('t-immersion');
    add('training', {
      id: 't-droits-sociaux',
      kind: 'module',
      title: 'Opening rights around school',
      body: 'Put together a complete request for support the first time.',
      fields: { hours: 7, mode: 'blended' },
    });
  });
}
