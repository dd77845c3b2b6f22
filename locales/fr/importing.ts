// French words: bringing a file in, as a new framework or in place of a working text.

export const importing = {
  'importing.title': 'Importer un référentiel',
  'importing.lead':
    'Un document Word, LibreOffice ou Markdown, ou un fichier exporté de Triptyque, devient un nouveau référentiel, privé.',
  'importing.file': 'Fichier',
  'importing.file-hint':
    'Word (.docx), LibreOffice (.odt), Markdown (.md) ou données de Triptyque (.json), 50 Mo au plus.',
  'importing.too-large':
    'Ce fichier dépasse 50 Mo : il ne peut pas être reçu. Sans ses images, un document est bien plus léger.',
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
  'importing.replace.title': 'Apporter un fichier',
  'importing.replace.lead':
    'Un document Word, LibreOffice ou Markdown, ou un fichier de Triptyque, vient dans le texte de travail. Ce qui changerait est montré avant ; l’état présent est gardé comme révision, et peut être remis en place.',
  'importing.replace.link': 'Apporter un fichier',
  'importing.replace.would': 'Ce qui changerait',
  'importing.replace.nothing':
    'Le fichier dit la même chose que le texte de travail : rien ne changerait.',
  'importing.replace.head': 'Le titre, la licence et l’avertissement suivent aussi le fichier.',
  'importing.replace.now': 'Garder une révision et appliquer',
  'importing.replace.done': 'Le fichier est venu dans le texte de travail.',
  'importing.replace.kept':
    'L’état présent est gardé comme révision. Ce que d’autres écrivent pendant que vous lisez ceci reste comme ils l’ont écrit.',
  'importing.reading': 'Lecture du fichier…',
  'importing.compare': 'Voir ce qui changerait',
  'importing.back': 'Revenir aux choix',

  'importing.way': 'Ce que le fichier fait du texte présent',
  'importing.way.update': 'Il le met à jour',
  'importing.way.update.hint':
    'Les éléments reconnus restent les mêmes, avec leurs champs et leurs renvois ; ceux que le fichier n’a plus vont à la corbeille. Les sections dont il ne parle pas restent.',
  'importing.way.add': 'Il s’y ajoute',
  'importing.way.add.hint': 'Ses éléments viennent à la suite ; rien n’est enlevé.',

  'importing.plan': 'Ce que deviennent les titres',
  'importing.plan.lead':
    'Dites ce que devient chaque niveau de titre ; l’aperçu suit. Rien n’est encore enregistré.',
  'importing.plan.no-headings':
    'Ce fichier n’a pas de titres : des lignes en gras n’en sont pas. Donnez-leur un style « Titre 1 », « Titre 2 »… dans votre traitement de texte, puis choisissez-le à nouveau ; ou apportez-le ainsi, tout sera du texte.',
  'importing.plan.title': 'Le premier titre, « {heading} », est celui de l’ensemble',
  'importing.plan.parts': 'Titres qui nomment les sections',
  'importing.plan.parts.none': 'aucun : tout va dans une section',
  'importing.plan.section': 'Section',
  'importing.plan.part': '« {heading} » ouvre',
  'importing.plan.part.none': 'aucune section : son texte reste du texte',
  'importing.plan.level': 'Titres de niveau {level}',
  'importing.plan.level.hint': {
    one: '{count} titre : « {heading} »',
    other: '{count} titres, dont « {heading} »',
  },
  'importing.plan.as-text': 'du texte, en gras',
  'importing.plan.numbers': 'Retirer les numéros tapés à la main',
  'importing.plan.numbers.hint': 'Ici les numéros se calculent ; l’aperçu montre ceux qui partent.',
  'importing.plan.show': 'Mettre à jour l’aperçu',

  'importing.outline': 'Aperçu',
  'importing.outline.none': 'Aucun titre ne devient un élément.',
  'importing.outline.opened': 'Titre dans le fichier : « {heading} »',
  'importing.outline.preamble': 'Préambule',
  'importing.outline.words': { one: '{count} mot', other: '{count} mots' },

  'importing.left': 'Ce qui vient autrement, ou pas',
  'importing.left.words': 'Lire ces mots',
  'importing.left.title':
    'Le titre du fichier, « {title} », n’est pas repris : celui du référentiel reste.',
  'importing.left.footnotes': {
    one: '{count} note de bas de page est mise entre crochets dans le texte.',
    other: '{count} notes de bas de page sont mises entre crochets dans le texte.',
  },
  'importing.left.insertions': {
    one: '{count} ajout suivi est repris comme accepté.',
    other: '{count} ajouts suivis sont repris comme acceptés.',
  },
  'importing.left.deletions': {
    one: '{count} suppression suivie est tenue pour acceptée : ces mots ne viennent pas.',
    other: '{count} suppressions suivies sont tenues pour acceptées : ces mots ne viennent pas.',
  },
  'importing.left.comments': {
    one: '{count} commentaire ne vient pas dans le texte.',
    other: '{count} commentaires ne viennent pas dans le texte.',
  },
  'importing.left.headers': {
    one: '{count} en-tête ou pied de page ne vient pas.',
    other: '{count} en-têtes et pieds de page ne viennent pas.',
  },
  'importing.left.hidden': {
    one: '{count} passage caché ne vient pas.',
    other: '{count} passages cachés ne viennent pas.',
  },
  'importing.left.contents': {
    one: '{count} table des matières ne vient pas : elle se refait du texte.',
    other: '{count} tables et index ne viennent pas : ils se refont du texte.',
  },
  'importing.left.pictures': {
    one: '{count} image ne vient pas.',
    other: '{count} images ne viennent pas.',
  },
  'importing.left.formulas': {
    one: '{count} formule vient comme de simples caractères, ou pas du tout.',
    other: '{count} formules viennent comme de simples caractères, ou pas du tout.',
  },
  'importing.left.symbols': {
    one: '{count} signe d’une police de symboles ne vient pas.',
    other: '{count} signes d’une police de symboles ne viennent pas.',
  },
  'importing.left.marks': {
    one: '{count} passage souligné ou surligné vient sans ce trait.',
    other: '{count} passages soulignés ou surlignés viennent sans ce trait.',
  },

  'importing.problem.unknown':
    'Ce n’est ni un document Word (.docx), ni LibreOffice (.odt), ni Markdown, ni un fichier de Triptyque.',
  'importing.problem.old-word':
    'C’est un ancien document Word (.doc), ou un document protégé par un mot de passe. Ouvrez-le et enregistrez-le au format .docx, sans mot de passe.',
  'importing.problem.pdf':
    'C’est un PDF : il ne dit pas où sont les titres. Apportez le document dont il a été tiré, en .docx ou .odt.',
  'importing.problem.rtf':
    'C’est un document RTF. Ouvrez-le et enregistrez-le au format .docx ou .odt.',
  'importing.problem.broken':
    'Ce fichier est abîmé ou incomplet. Ouvrez-le dans votre traitement de texte et enregistrez-le à nouveau.',
  'importing.problem.too-much':
    'Ce fichier contient plus qu’un référentiel ne peut tenir. Partagez-le en plusieurs documents.',
  'importing.problem.no-text': 'Ce fichier ne contient aucun texte.',
} as const;
