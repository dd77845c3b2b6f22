// French words: the list of versions.

export const versions = {
  'versions.title': 'Versions',
  'versions.lead':
    'Une version publiée ne change plus. Elle peut être citée, et retirée, mais pas réécrite.',
  'versions.publish': 'Publier une version',
  'versions.none': 'Pas encore de version publiée.',
  'versions.status.consultation': 'En consultation',
  'versions.status.adopted': 'Adoptée',
  'versions.status.withdrawn': 'Retirée',
  'versions.members-only': 'Visible des membres seulement',
  'versions.published-by': 'Publiée par {name}, le',
  'versions.from-revision': 'révision {ref}',
  'versions.read': 'Lire',
  'versions.compare-with': 'Comparer avec la {label}',
  'versions.compare-working': 'Comparer au texte de travail',
  'versions.withdraw': 'Retirer cette version…',
  'versions.withdraw-hint':
    'Elle reste lisible et citée, marquée comme retirée, avec ce motif. On ne revient pas sur un retrait.',
  'versions.reason': 'Motif',
  'versions.withdraw-now': 'Retirer la version {label}',
  'versions.more': 'Plus anciennes',
} as const;
