// French words: the coverage of a framework, its table, its gaps, and the marks beside what is written.

export const coverage = {
  'coverage.title': 'Couverture',
  'coverage.table': 'Activités, formation et profils, par compétence',
  'coverage.lead':
    'Ce que les activités demandent, ce que les modules forment, ce que chaque profil doit atteindre.',
  'coverage.of-version': 'Telle que la dit la version {label}.',
  'coverage.live': 'Suit le texte en direct',
  'coverage.waiting': 'Connexion coupée : le tableau montre le dernier état reçu.',
  'coverage.stopped': 'Le tableau ne suit plus le texte.',
  'coverage.reload': 'Recharger la page',
  'coverage.empty.title': 'Rien à croiser pour l’instant',
  'coverage.empty.text':
    'Dès qu’une compétence est écrite, on voit ici ce qui la demande et ce qui y forme.',
  'coverage.skip': 'Passer le tableau',

  'coverage.sentence.untrained': {
    one: '{count} compétence n’a aucun module.',
    other: '{count} compétences n’ont aucun module.',
  },
  'coverage.sentence.below': {
    one: '{count} compétence n’est pas formée jusqu’au niveau attendu.',
    other: '{count} compétences ne sont pas formées jusqu’au niveau attendu.',
  },
  'coverage.sentence.unused': {
    one: '{count} compétence ne sert à aucune activité.',
    other: '{count} compétences ne servent à aucune activité.',
  },
  'coverage.sentence.needsNothing': {
    one: '{count} activité ne demande aucune compétence.',
    other: '{count} activités ne demandent aucune compétence.',
  },
  'coverage.sentence.trainsNothing': {
    one: '{count} module ne forme à aucune compétence.',
    other: '{count} modules ne forment à aucune compétence.',
  },
  'coverage.sentence.noCriterion': {
    one: '{count} élément n’a aucun critère.',
    other: '{count} éléments n’ont aucun critère.',
  },
  'coverage.sentence.all-needed': 'Toutes les activités demandent au moins une compétence.',
  'coverage.sentence.none': 'Il ne manque rien.',

  'coverage.filter': 'Filtrer',
  'coverage.filter.all': 'Tout',
  'coverage.filter.gaps': 'Les manques',
  'coverage.filter.mission': 'Mission',
  'coverage.filter.every-mission': 'Toutes les missions',
  'coverage.filter.show': 'Montrer',
  'coverage.filter.nothing': 'Rien ne répond à ce filtre.',

  // On a small label beside an item.
  'coverage.mark.untrained': 'aucun module',
  'coverage.mark.below': 'niveau trop bas',
  'coverage.mark.unused': 'aucune activité',
  'coverage.mark.needsNothing': 'aucune compétence demandée',
  'coverage.mark.trainsNothing': 'aucune compétence formée',
  'coverage.mark.noCriterion': 'aucun critère',

  // A sentence beside what somebody writes.
  'coverage.said.untrained': 'Aucun module ne forme à cette compétence.',
  'coverage.said.below': 'Les modules n’y forment pas jusqu’au niveau attendu.',
  'coverage.said.unused': 'Aucune activité ne demande cette compétence.',
  'coverage.said.needsNothing': 'Cette activité ne demande encore aucune compétence.',
  'coverage.said.trainsNothing': 'Ce module ne forme encore à aucune compétence.',
  'coverage.said.noCriterion': 'Pas encore de critère.',

  'coverage.row.modules': 'Modules qui y forment',
  'coverage.row.activities': 'Activités qui s’en servent',
  'coverage.row.criteria': 'Critères',
  'coverage.row.needed': 'Niveau le plus haut demandé',
  'coverage.row.trained': 'Niveau formé',
  'coverage.no-mission': 'Hors mission',
  'coverage.profiles': 'Profils : niveau attendu',

  'coverage.legend.level': 'niveau attendu, 1 à 4',
  'coverage.legend.trained': 'formée, sans niveau dit',
  'coverage.legend.gap': 'manque',

  'coverage.cell.needs': '{row} demande {skill}',
  'coverage.cell.trains': '{row} forme à {skill}',
  'coverage.cell.expects': '{row} doit atteindre {skill}',
  'coverage.cell.level': '{what} au niveau {level}',
  'coverage.cell.short': {
    one: '{what}, il manque {count} niveau',
    other: '{what}, il manque {count} niveaux',
  },
  'coverage.cell.untrained': '{what}, sans aucun module',
  'coverage.cell.count.modules': {
    one: '{skill} : {count} module',
    other: '{skill} : {count} modules',
  },
  'coverage.cell.count.activities': {
    one: '{skill} : {count} activité',
    other: '{skill} : {count} activités',
  },
  'coverage.cell.count.criteria': {
    one: '{skill} : {count} critère',
    other: '{skill} : {count} critères',
  },

  'coverage.list.gaps': 'Les manques',
  'coverage.list.skills': 'Compétences demandées',
  'coverage.list.short': {
    one: 'il manque {count} niveau',
    other: 'il manque {count} niveaux',
  },
  'coverage.open': 'Ouvrir',
  'coverage.link': 'Lier',

  'coverage.download': 'Tableur (CSV)',
  'coverage.file': 'couverture',
  'coverage.table.kind': 'Nature',
  'coverage.table.number': 'Numéro',
  'coverage.table.title': 'Titre',
  'coverage.table.mission': 'Mission',
  'coverage.table.gaps': 'Manques',
} as const;
