// French words: the list of revisions.

export const revisions = {
  'revisions.title': 'Révisions',
  'revisions.lead':
    'Une révision est une copie figée du texte de travail. On peut la lire, la comparer et la remettre en place.',
  'revisions.frozen': 'Révision {ref} figée.',
  'revisions.same': 'Rien n’a changé depuis {ref} : aucune révision de plus.',
  'revisions.named': 'Rien n’a changé depuis {ref} : c’est elle qui porte ce nom.',
  'revisions.has-name':
    'Rien n’a changé depuis {ref}, qui porte déjà le nom « {name} » : aucune révision de plus.',
  'revisions.restored': 'Le texte de {ref} est remis en place.',
  'revisions.kept': 'Ce qui précédait est gardé en {ref}.',
  'revisions.name': 'Nom de la révision',
  'revisions.name-hint': 'Par exemple « après l’atelier de mars ».',
  'revisions.freeze': 'Figer une révision',
  'revisions.none': 'Pas encore de révision.',
  'revisions.column.ref': 'Révision',
  'revisions.column.name': 'Nom',
  'revisions.column.at': 'Figée',
  'revisions.column.acts': 'Actions',
  'revisions.restore': 'Remettre en place',
  'revisions.reason.manual': 'Sans nom',
  'revisions.reason.published': 'Pour une version',
  'revisions.reason.before-replace': 'Avant un remplacement',
  'revisions.reason.before-restore': 'Avant une remise en place',
  'revisions.reason.after-recovery': 'Après la remise en état d’une section abîmée',
  'revisions.reason.quiet': 'Automatique, après un moment sans modification',
  'revisions.reason.import': 'À l’import',
} as const;
