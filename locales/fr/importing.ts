// French words: bringing a file in, as a new framework or in place of a working text.

export const importing = {
  'importing.title': 'Importer un référentiel',
  'importing.lead':
    'Un fichier exporté de Triptyque (données, JSON) devient un nouveau référentiel, privé.',
  'importing.file': 'Fichier',
  'importing.file-hint': 'Un fichier .json exporté d’un Triptyque, de 10 Mo au plus.',
  'importing.too-large': 'Ce fichier dépasse 10 Mo : il ne peut pas être reçu.',
  'importing.no-file': 'Choisissez un fichier.',
  'importing.check': 'Vérifier le fichier',
  'importing.found': 'Ce que contient le fichier',
  'importing.template': 'Modèle',
  'importing.language': 'Langue',
  'importing.content': 'Contenu',
  'importing.empty': 'Aucun élément.',
  'importing.whole': 'le fichier',
  'importing.notes': 'Ce qui ne suit pas le modèle',
  'importing.notes-hint':
    'Tout est repris tel quel ; ces endroits seront montrés dans le texte, pour être réparés.',
  'importing.note': '{text} ({count})',
  'importing.fine': 'Tout suit le modèle.',
  'importing.create': 'Créer le référentiel',
  'importing.other-file': 'Choisir un autre fichier',
  'importing.from-new': 'Vous avez déjà un fichier ?',
  'importing.from-new-link': 'Importer un référentiel',
  'importing.replace.title': 'Remplacer le texte de travail',
  'importing.replace.lead':
    'Par le contenu d’un fichier. Ce qui changerait est montré avant ; l’état présent est gardé comme révision, et peut être remis en place.',
  'importing.replace.link': 'Remplacer par un fichier',
  'importing.replace.would': 'Ce qui changerait',
  'importing.replace.nothing':
    'Le fichier dit la même chose que le texte de travail : rien ne changerait.',
  'importing.replace.head': 'Le titre, la licence et l’avertissement suivent aussi le fichier.',
  'importing.replace.more': {
    one: '… et {count} autre changement.',
    other: '… et {count} autres changements.',
  },
  'importing.replace.now': 'Garder une révision et remplacer',
  'importing.replace.done': 'Le texte de travail est remplacé.',
} as const;
