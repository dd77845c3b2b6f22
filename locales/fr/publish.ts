// French words: publishing a version.

export const publish = {
  'publish.title': 'Publier une version',
  'publish.lead':
    'Une version publiée ne change plus jamais. Elle peut être citée, et retirée, mais pas réécrite.',
  'publish.private': 'Ce référentiel est privé : la version ne sera lue que par les membres.',
  'publish.open-settings': 'Réglages',
  'publish.unchanged': 'Rien n’a changé depuis la version {label}.',
  'publish.label': 'Étiquette',
  'publish.first': 'Ce sera la première.',
  'publish.previous': 'La précédente est {label}.',
  'publish.status': 'Statut',
  'publish.consultation': 'En consultation',
  'publish.consultation-hint': 'Les lecteurs sont invités à réagir.',
  'publish.adopted': 'Adoptée',
  'publish.adopted-hint': 'Décidée par le réseau. Étiquette d’usage : {label}.',
  'publish.public': 'Ouverte à tous',
  'publish.public-hint':
    'Sans cela, seuls les membres lisent une version en consultation. Une version adoptée est toujours ouverte.',
  'publish.what-is-public':
    'Ouverte, la version se lit, se télécharge et se compare sans compte, avec sa note. Le texte de travail, les révisions et les versions réservées restent aux membres.',
  'publish.question': 'Que doivent savoir les lecteurs ?',
  'publish.question-hint': 'La note s’affiche en tête de la version, avant la comparaison.',
  'publish.note-fr': 'Note de version, en français',
  'publish.note-en': 'Note de version, en anglais',
  'publish.now': 'Publier',
  'publish.sending': 'Publication…',
  'publish.from-to': 'De {label} au texte de travail',
  'publish.read-comparison': 'Lire toute la comparaison',
  'publish.problem.note': 'Quelques mots suffisent ; ils ne pourront plus être ajoutés ensuite.',
  'publish.problem.label': 'Des nombres séparés par des points, comme 0.2 ou 1.0.',
} as const;
