// French words: the frame of every page, and what any part of the interface may say.

export const common = {
  'common.skip': 'Aller au contenu',
  'common.brand-home': 'Triptyque, tous les référentiels',
  'common.breadcrumb': 'Fil d’Ariane',
  'common.frameworks': 'Référentiels',
  'common.notice': 'À propos de ce contenu',
  'common.page-title': '{title} · Triptyque',

  'common.account': 'Compte de {name}',
  'common.account-nav': 'Compte',
  'common.display': 'Affichage et langue',
  'common.theme': 'Affichage',
  'common.theme.system': 'Système',
  'common.theme.light': 'Clair',
  'common.theme.dark': 'Sombre',
  'common.language': 'Langue',
  'common.language.fr': 'Français',
  'common.language.en': 'English',
  'common.role.coordinator': 'Coordination',
  'common.role.editor': 'Rédaction',
  'common.role.reader': 'Lecture',
  'common.people': 'Personnes',
  'common.tokens': 'Jetons d’API',
  'common.password': 'Mot de passe',
  'common.sign-in': 'Se connecter',
  'common.sign-out': 'Se déconnecter',

  'common.save': 'Enregistrer',
  'common.cancel': 'Annuler',
  'common.undo': 'Annuler',
  'common.close': 'Fermer',
  'common.optional': 'facultatif',
  'common.messages': 'Messages',
  'common.copied': 'Copié',
  'common.copy-failed': 'La copie n’est pas permise ici : sélectionnez le texte.',
  'common.try-again': 'Réessayer',
  'common.back-home': 'Revenir aux référentiels',

  'common.reference-gone': 'Cible supprimée : {title}',
  'common.saved.saved': 'Enregistré',
  'common.saved.saving': 'Enregistrement…',
  'common.saved.late': 'Pas encore enregistré',
  'common.saved.offline': 'Hors connexion',
  'common.saved.refused': 'Non enregistré',
  'common.saved.stopped': 'Arrêté',

  'common.change.added': 'Ajouté',
  'common.change.removed': 'Supprimé',
  'common.change.moved': 'Déplacé',
  'common.change.reworded': 'Reformulé',
  'common.change.fields': 'Champ',
  'common.change.references': 'Lien',

  'common.version.consultation': 'Version {label} en consultation',
  'common.version.adopted': 'Version {label} adoptée',
  'common.version.withdrawn': 'Version {label} retirée',
  'common.version.none': 'Pas encore de version',
  'common.working': 'Texte de travail',

  'common.problem.required': 'Ce champ est à remplir.',
  'common.problem.invalid': 'Cette réponse ne convient pas.',
  'common.problem.too-long': 'C’est trop long.',
  'common.problem.slug':
    'Seulement des lettres sans accent, des chiffres et des traits d’union, comme « mediation-scolaire ».',

  'common.error.401': 'Il faut se connecter',
  'common.error.401.text': 'Cette page est réservée aux membres du réseau.',
  'common.error.403': 'Cette page ne vous est pas ouverte',
  'common.error.403.text':
    'Vos droits ne vont pas jusque-là. La coordination du réseau peut les changer.',
  'common.error.404': 'Rien à cette adresse',
  'common.error.404.text': 'La page a pu être renommée ou retirée.',
  'common.error.404.visitor':
    'La page a pu être renommée ou retirée, ou n’être visible qu’une fois connecté.',
  'common.error.410': 'Ce lien ne vaut plus',
  'common.error.410.text':
    'Un lien ne sert qu’une fois, et pas indéfiniment. Demandez-en un autre.',
  'common.error.500': 'Quelque chose s’est mal passé chez nous',
  'common.error.500.text':
    'La page n’a pas pu être faite. Ce qui était enregistré l’est toujours : réessayez dans un instant.',
  'common.error.503': 'Momentanément indisponible',
  'common.error.503.text':
    'Le serveur ne peut pas lire ses données pour l’instant. Réessayez bientôt.',
} as const;
