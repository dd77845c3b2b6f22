// French words: a framework's own pages: the triptych, its tabs, its settings.

export const framework = {
  'framework.nav': 'Pages du référentiel',
  'framework.tab.triptych': 'Triptyque',
  'framework.tab.canvas': 'Table',
  'framework.tab.list': 'Recommandations',
  'framework.tab.compare': 'Comparer',
  'framework.tab.versions': 'Versions',
  'framework.tab.revisions': 'Révisions',
  'framework.tab.settings': 'Réglages',
  'framework.publish': 'Publier une version',
  'framework.write': 'Écrire',
  'framework.write.section': 'Écrire : {section}',
  'framework.read-version': 'Lire la version {label}',
  'framework.archived': 'Archivé : se lit, ne s’écrit plus',

  'framework.sections': 'Sections',
  'framework.empty.section': 'Rien ici pour l’instant.',
  'framework.empty.start': 'Commencer à écrire',
  'framework.empty.nothing-public.title': 'Rien de publié pour l’instant',
  'framework.empty.nothing-public.text':
    'Ce référentiel est encore en travail. Sa première version se lira ici.',
  'framework.focus.leave': 'Revenir à l’ensemble',
  'framework.focus.here': 'Écrire ici',
  'framework.focus.assessment': 'Évaluation : {text}',
  'framework.focus.criteria': { one: '{count} critère', other: '{count} critères' },
  'framework.focus.nothing': 'Aucun lien avec cet élément.',
  'framework.lit.needs': {
    one: '{number} demande {count} compétence',
    other: '{number} demande {count} compétences',
  },
  'framework.lit.trains': {
    one: '{number} prépare à {count} compétence',
    other: '{number} prépare à {count} compétences',
  },
  'framework.lit.prepared': {
    one: '{number} : {count} module y prépare',
    other: '{number} : {count} modules y préparent',
  },
  'framework.lit.used': {
    one: '{number} sert à {count} activité',
    other: '{number} sert à {count} activités',
  },
  'framework.lit.linked': {
    one: '{number} : {count} élément lié',
    other: '{number} : {count} éléments liés',
  },
  'framework.lit.count': { one: '{count} élément', other: '{count} éléments' },
  'framework.addressee': 'À l’adresse de : {who}',
  'framework.page': 'Référentiel',
  'framework.repairs': {
    one: '{count} élément à revoir : il ne suit pas le modèle',
    other: '{count} éléments à revoir : ils ne suivent pas le modèle',
  },
  'framework.rests-on': 'S’appuie sur',
  'framework.untitled': 'Sans titre',
  'framework.lit.for': 'pour {numbers}',

  'framework.licence.CC-BY-SA-4.0': 'CC BY-SA 4.0 : partage libre, en citant, aux mêmes conditions',
  'framework.licence.CC-BY-4.0': 'CC BY 4.0 : partage libre, en citant',
  'framework.licence.CC0-1.0': 'CC0 1.0 : domaine public',
  'framework.licence.none': 'Aucune : tous droits réservés',

  'framework.settings.title': 'Réglages',
  'framework.settings.details': 'Titre, adresse, licence',
  'framework.settings.slug.hint': 'Les liens vers l’ancienne adresse ne marcheront plus.',
  'framework.settings.notice': 'Avis',
  'framework.settings.notice.hint':
    'Une phrase montrée en haut de chaque page et de chaque export.',
  'framework.settings.saved': 'Les réglages sont enregistrés.',
  'framework.settings.readers': 'Lecteurs',
  'framework.settings.readers.public':
    'Tout le monde lit les versions publiées, sans compte. Le texte de travail reste aux membres.',
  'framework.settings.readers.private': 'Seuls les membres du réseau voient ce référentiel.',
  'framework.settings.make-private': 'Réserver aux membres',
  'framework.settings.make-public': 'Ouvrir à tous',
  'framework.settings.now-public': 'Les versions publiées se lisent maintenant sans compte.',
  'framework.settings.now-private': 'Seuls les membres voient maintenant ce référentiel.',
  'framework.settings.archive': 'Archive',
  'framework.settings.archive.text':
    'Un référentiel archivé se lit et se cite toujours, mais personne n’y écrit plus.',
  'framework.settings.archive.do': 'Archiver',
  'framework.settings.archive.undo': 'Rouvrir',
  'framework.settings.now-archived': 'Le référentiel est archivé.',
  'framework.settings.now-open': 'Le référentiel est rouvert.',
  'framework.settings.delete': 'Suppression',
  'framework.settings.delete.why-not':
    'Une version a été publiée : elle doit rester citable, le référentiel ne se supprime donc plus. L’archiver le met de côté.',
  'framework.settings.delete.text':
    'Les textes et les révisions sont effacés pour de bon. Cela ne se défait pas.',
  'framework.settings.delete.type': 'Pour confirmer, écrivez « {slug} »',
  'framework.settings.delete.do': 'Supprimer pour de bon',
  'framework.settings.delete.not-typed': 'Ce n’est pas ce qui est écrit au-dessus.',
} as const;
