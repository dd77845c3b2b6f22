// French words: the HTTP interface for programs, its errors and its page.

export const api = {
  'api.problem.400': 'Demande incorrecte',
  'api.problem.401': 'Connexion nécessaire',
  'api.problem.403': 'Action non permise',
  'api.problem.404': 'Introuvable',
  'api.problem.405': 'Méthode non prévue à cette adresse',
  'api.problem.409': 'En conflit avec l’état présent',
  'api.problem.410': 'N’est plus valable',
  'api.problem.413': 'Trop volumineux',
  'api.problem.415': 'Format non pris en charge',
  'api.problem.422': 'Clé déjà utilisée',
  'api.problem.429': 'Trop de demandes',
  'api.problem.500': 'Erreur du serveur',
  'api.problem.503': 'Indisponible pour le moment',

  'api.detail.host':
    'Ce serveur ne répond pas à ce nom. S’il se trouve derrière un mandataire, PUBLIC_URL doit le dire.',
  'api.detail.origin':
    'Cette demande vient d’une autre adresse que celle du serveur : elle est refusée.',
  'api.detail.method': 'Méthodes prévues : {methods}.',
  'api.detail.failure':
    'Une erreur inattendue s’est produite. Elle est notée dans le journal du serveur sous {reference}.',
  'api.detail.body-json': 'Le corps de la demande n’est pas du JSON lisible.',
  'api.detail.body-type':
    'Le corps de la demande doit être du JSON (Content-Type: application/json).',
  'api.detail.token': 'Ce jeton n’existe pas ou a été révoqué.',
  'api.detail.body-limit':
    'Le corps d’une demande ne dépasse pas {limit} Mio. Rien n’a été changé.',
  'api.detail.key-different':
    'Cette Idempotency-Key a déjà servi pour une demande au contenu différent.',
  'api.detail.key-started':
    'Une demande avec cette Idempotency-Key est en cours, ou a été interrompue par un arrêt du serveur. Vérifiez ce qui a été fait avant d’envoyer une nouvelle clé.',
  'api.detail.key-invalid': 'Idempotency-Key : de 1 à 200 caractères ASCII visibles.',

  'api.input.missing': 'Manque.',
  'api.input.type': 'N’est pas du type attendu.',
  'api.input.too-long': 'Trop long ou trop grand (au plus {limit}).',
  'api.input.too-short': 'Trop court ou trop petit (au moins {limit}).',
  'api.input.format': 'N’a pas la forme attendue.',
  'api.input.choice': 'Valeurs possibles : {choices}.',
  'api.input.wrong': 'Ne convient pas.',
} as const;
