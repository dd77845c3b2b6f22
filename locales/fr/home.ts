// French words: the list of frameworks and making a new one.

export const home = {
  'home.setup':
    'Personne ne coordonne encore ce réseau. Qui a démarré Triptyque trouve dans son terminal le lien qui crée le premier compte.',
  'home.title': 'Référentiels',
  'home.new': 'Nouveau référentiel',
  'home.write': 'Écrire',
  'home.read': 'Lire la version {label}',
  'home.archived': 'Archivé',
  'home.private': 'Privé',
  'home.changed-now': 'Texte de travail modifié à l’instant',
  'home.changed-minutes': {
    one: 'Texte de travail modifié il y a {count} min',
    other: 'Texte de travail modifié il y a {count} min',
  },
  'home.changed-at': 'Texte de travail modifié le {moment}',
  'home.more': 'Voir la suite',
  'home.samples.text':
    'Ces référentiels sont des exemples, pour essayer. Les retirer efface ceux qui n’ont jamais été publiés, et archive les autres.',
  'home.samples.remove': 'Retirer les exemples',
  'home.samples.title': 'Retirer les exemples ?',
  'home.samples.confirm': 'Ce qui est effacé l’est pour de bon, avec ce que vous y avez écrit.',
  'home.samples.removed': {
    one: 'Un exemple retiré.',
    other: '{count} exemples retirés.',
  },
  'home.samples.archived': {
    one: 'Un autre, déjà publié, est archivé.',
    other: '{count} autres, déjà publiés, sont archivés.',
  },
  'home.empty.title': 'Écrivez votre premier référentiel',
  'home.empty.text':
    'Trois panneaux côte à côte : ce que fait le métier, ce qu’il faut savoir, comment on s’y forme. Choisissez un modèle, vous pourrez tout changer ensuite.',
  'home.empty-visitor.title': 'Rien de publié pour l’instant',
  'home.empty-visitor.text':
    'Les référentiels de ce réseau se lisent ici dès qu’une version est publiée. Les membres se connectent pour y travailler.',
  'home.empty-member.title': 'Pas encore de référentiel',
  'home.empty-member.text': 'La coordination du réseau en crée un, et il apparaît ici.',

  'home.new.lead': 'Un modèle donne les sections et ce qu’on y écrit.',
  'home.new.template': 'Modèle',
  'home.new.name': 'Titre',
  'home.new.language': 'Langue du texte',
  'home.new.slug': 'Adresse',
  'home.new.slug.hint': 'Elle sera citée : courte et durable.',
  'home.new.licence': 'Licence',
  'home.new.licence.hint': 'Ce que les autres ont le droit d’en faire.',
  'home.new.visibility': 'Qui peut lire les versions publiées ?',
  'home.new.visibility.private': 'Les membres du réseau',
  'home.new.visibility.private.hint': 'Le référentiel n’apparaît que connecté.',
  'home.new.visibility.public': 'Tout le monde',
  'home.new.visibility.public.hint':
    'Le texte de travail reste aux membres ; les versions se lisent sans compte.',
  'home.new.create': 'Créer le référentiel',
} as const;
