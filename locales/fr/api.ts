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

  'api.call.listFrameworks': 'Les référentiels visibles par qui demande',
  'api.call.createFramework': 'Crée un référentiel vide',
  'api.call.getFramework':
    'Un référentiel : ses sections, sa dernière version, les droits de qui demande',
  'api.call.updateFramework': 'Renomme, archive ou rouvre, rend public ou privé',
  'api.call.removeFramework': 'Supprime un référentiel dont rien n’a été publié',
  'api.call.getWorking': 'Le texte de travail, comme document d’échange',
  'api.call.replaceWorking':
    'Remplace le texte de travail par un document ; l’état d’avant est gardé comme révision',
  'api.call.importFramework':
    'Importe un fichier (corps brut ; format json, docx, odt ou md) : remplace le texte de travail, ou crée le référentiel ; dryRun=1 rend la comparaison. Les titres d’un fichier sans identifiants deviennent des éléments ; way=update (d’office) ou add dit s’il met à jour ou s’ajoute, template le modèle d’un nouveau référentiel',
  'api.call.getCoverage':
    'La couverture : activités, modules et profils par compétence, et ce qui manque',
  'api.call.exportCoverage':
    'La couverture comme table (csv) ; une cellule qu’un tableur exécuterait commence par une apostrophe',
  'api.call.listRevisions': 'Les révisions, la plus récente d’abord',
  'api.call.freezeRevision':
    'Garde l’état présent comme révision ; 200 avec la dernière quand rien n’a changé',
  'api.call.restoreRevision':
    'Remet une révision, ou quelques-uns de ses éléments, dans le texte de travail',
  'api.call.listVersions': 'Les versions publiées, la plus récente d’abord',
  'api.call.publishVersion': 'Publie une version du texte de travail ou d’une révision',
  'api.call.withdrawVersion': 'Retire une version ; elle reste lisible et le dit',
  'api.call.getDocument':
    'Le document d’une version, d’une révision (rN) ou du texte de travail (working)',
  'api.call.exportDocument': 'Télécharge un document : json, md ou html',
  'api.call.compareDocuments':
    'Compare deux documents ; chaque côté est une version, une révision (rN) ou working',
  'api.call.listComments': 'Les fils de commentaires d’un élément',
  'api.call.startComment':
    'Ouvre un fil à un élément, ou aux mots que donne quote (ils doivent y être une seule fois)',
  'api.call.replyComment':
    'Répond dans un fil, nommé par son id ou par celui d’un de ses commentaires',
  'api.call.editComment': 'Change les mots d’un commentaire à soi',
  'api.call.removeComment': 'Retire un commentaire à soi : ses mots partent, sa trace reste',
  'api.call.resolveComment': 'Marque un fil comme résolu',
  'api.call.reopenComment': 'Rouvre un fil résolu',
  'api.call.search': 'Cherche des éléments dans les textes de travail',

  'api.docs.title': 'Interface pour programmes',
  'api.docs.intro':
    'Triptyque répond en JSON sous {base}. Tout ce que font les pages peut se faire ici.',
  'api.docs.machine': 'Description lisible par une machine (OpenAPI 3.1)',
  'api.docs.access': 'Accès',
  'api.docs.access.text':
    'Un programme envoie « Authorization: Bearer JETON » ; la coordination crée les jetons. Un navigateur connecté utilise son cookie de session ; une écriture avec cookie doit porter l’Origin de ce serveur.',
  'api.docs.rules': 'Règles communes',
  'api.docs.rules.text':
    'Les listes prennent limit (200 au plus) et cursor. Une écriture peut porter une Idempotency-Key : renvoyée dans les 24 heures, elle reçoit la même réponse. Un corps ne dépasse pas {limit} Mio. Les membres inconnus sont ignorés. Les erreurs suivent RFC 9457.',
  'api.docs.example': 'Exemple',
  'api.docs.calls': 'Appels',
  'api.docs.problems': 'Erreurs',
  'api.docs.body': 'Corps',
  'api.docs.body.raw': 'le fichier, tel quel',
  'api.docs.query': 'Paramètres',
  'api.docs.answers': 'Réponses',
  'api.least.anonymous': 'tout le monde, pour ce qui est public',
  'api.least.reader': 'membres',
  'api.least.editor': 'rôle de rédaction ou coordination',
  'api.least.coordinator': 'coordination',
  'api.answer.200': 'Fait',
  'api.answer.201': 'Créé',
  'api.answer.204': 'Fait, sans contenu',
  'api.answer.304': 'Inchangé',
} as const;
