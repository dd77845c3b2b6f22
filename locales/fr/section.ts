// French words: the editor of a section.

export const section = {
  'section.write': 'Écrire',
  'section.canvas': 'Système idéal',
  'section.outline': 'Plan',
  'section.outline.skip': 'Passer le plan',
  'section.outline.open': 'Aller à…',
  'section.preamble': 'Introduction',
  'section.preamble.empty': 'Quelques mots d’introduction',
  'section.untitled': 'Sans titre',
  'section.text-of': 'Texte : {name}',
  'section.help':
    'Échap sort du texte. Entrée y revient. Flèches haut et bas passent d’un élément à l’autre. Alt, Maj et une flèche déplacent l’élément.',
  'section.empty': 'Rien ici pour l’instant.',
  'section.empty.read': 'Cette section n’a pas encore d’élément.',

  'section.add': 'Ajouter {kind}',
  'section.menu': 'Actions sur {name}',
  'section.menu.keys': 'Raccourcis clavier',
  'section.remove': 'Mettre à la corbeille',
  'section.remove.named': 'Mettre à la corbeille : {name}',
  'section.level.up': 'Monter d’un niveau',
  'section.level.down': 'Descendre d’un niveau',
  'section.shift.earlier': 'Déplacer avant',
  'section.shift.later': 'Déplacer après',
  'section.move': 'Déplacer vers…',
  'section.split': 'Couper en deux au curseur',
  'section.merge': 'Joindre au précédent',
  'section.kind': 'Nature de l’élément',
  'section.kind.set': 'En faire {kind}',
  'section.add-below': 'Ajouter {kind} dessous',

  'section.move.title': 'Déplacer {name}',
  'section.move.under': 'Sous',
  'section.move.section': '{section} (au premier niveau)',
  'section.move.place': 'Place',
  'section.move.first': 'Au début',
  'section.move.after': 'Après {name}',
  'section.move.do': 'Déplacer',

  'section.said.removed': {
    one: '« {name} » est à la corbeille.',
    other: '« {name} » et ce qui est dessous ({count} éléments) sont à la corbeille.',
  },
  'section.said.gone':
    '« {name} », où vous écriviez, vient d’être mis à la corbeille. Vos mots y sont gardés.',
  'section.said.put-back': '« {name} » est de retour à sa place.',
  'section.said.moved': 'Déplacé : {name}',
  'section.said.not-moved': 'Rien où le déplacer de ce côté.',
  'section.said.merged': 'Joint à « {name} ».',
  'section.said.lost':
    'La connexion n’est pas là : ces mots n’ont pas pu être placés : « {words} »',
  'section.said.too-long':
    'Trop long pour être collé d’un coup : {length} signes, la limite est de {limit}. Le texte n’a pas changé ; collez en plusieurs fois.',
  'section.said.closed':
    'Ce texte tient des mots là où l’éditeur ne sait pas les mettre : il est montré sans être ouvert, pour ne rien perdre.',
  'section.said.repair': 'Réparer',
  'section.said.not-repaired':
    'Ce texte ne peut pas être réparé par cette version de l’application.',
  'section.said.joined': { one: '{name} est là.', other: '{name} sont là.' },

  'section.recovered': 'Mots retrouvés.',
  'section.recovered.why':
    'Leur paragraphe a été refait ou supprimé pendant qu’on les écrivait ; ils sont à présent ici, à part : « {words} »',
  'section.recovered.seen': 'C’est relu',

  'section.bin': 'Corbeille ({count})',
  'section.bin.title': 'Corbeille',
  'section.bin.empty': 'La corbeille est vide.',
  'section.bin.hint': 'Rien ne se perd : ce qui est ici peut revenir à sa place.',
  'section.bin.put-back': 'Remettre',
  'section.bin.put-back.named': 'Remettre {name}',

  'section.tools': 'Mise en forme',
  'section.tool.bold': 'Gras',
  'section.tool.italic': 'Italique',
  'section.tool.strike': 'Barré',
  'section.tool.bulletList': 'Liste à puces',
  'section.tool.orderedList': 'Liste numérotée',
  'section.tool.blockquote': 'Citation',
  'section.tool.link': 'Lien',
  'section.tool.table': 'Tableau',
  'section.tool.undo': 'Annuler',
  'section.tool.redo': 'Rétablir',
  'section.tool.more': 'Autres outils',
  'section.tool.not-in-title': '{tool} (dans le texte, pas dans le titre)',
  'section.table.insert': 'Insérer un tableau',
  'section.table.rowBefore': 'Ligne au-dessus',
  'section.table.rowAfter': 'Ligne au-dessous',
  'section.table.rowDelete': 'Supprimer la ligne',
  'section.table.columnBefore': 'Colonne à gauche',
  'section.table.columnAfter': 'Colonne à droite',
  'section.table.columnDelete': 'Supprimer la colonne',
  'section.table.headerRow': 'Ligne d’en-tête',
  'section.table.tableDelete': 'Supprimer le tableau',

  'section.link.title': 'Lien',
  'section.link.address': 'Adresse',
  'section.link.hint': 'https://…, une adresse de courriel ou un numéro de téléphone (tel:…).',
  'section.link.wrong': 'Seules des adresses https, http, mailto ou tel peuvent être liées.',
  'section.link.set': 'Lier',
  'section.link.unset': 'Retirer le lien',

  'section.field.none': 'non précisé',
  'section.field.hours.hint': 'heures',
  'section.field.hours.wrong': 'Un nombre d’heures, comme 7 ou 3,5.',

  'section.references': 'Liens de {name}',
  'section.reference.add': 'Ajouter un lien',
  'section.reference.gone': 'La cible n’existe plus',
  'section.reference.unknown': 'Cible en cours de lecture',
  'section.reference.menu': 'Lien vers {name}',
  'section.reference.open': 'Voir la cible',
  'section.reference.remove': 'Retirer le lien',
  'section.reference.level': 'Niveau {level} sur 4',
  'section.reference.more': { one: 'et {count} autre', other: 'et {count} autres' },
  'section.picker.title': 'Lier {name}',
  'section.picker.search': 'Chercher par le titre ou le numéro',
  'section.picker.none': 'Rien ne correspond.',
  'section.picker.offline': 'La recherche demande une connexion.',
  'section.picker.level': 'Niveau attendu',
  'section.picker.level.reached': 'Niveau auquel il forme',
  'section.reference.level.unsaid': 'Sans niveau',
  'section.picker.add': 'Lier',

  'section.people': { one: 'Personne d’autre ici', other: '{count} personnes ici' },
  'section.people.unknown': 'Hors connexion : la page ne peut pas savoir qui est là.',
  'section.people.list': 'Personnes présentes',
  'section.people.you': '{name} (vous)',
  'section.people.writes': 'écrit en {place}',
  'section.people.with-you': 'avec vous, {place}',
  'section.people.reads-at': 'lit {place}',
  'section.people.reads': 'lit',
  'section.people.go': 'Aller à {place}, où est {name}',
  'section.writes-here': { one: '{names} écrit ici', other: '{names} écrivent ici' },
  'section.here-short': { one: '{count} ici', other: '{count} ici' },

  'section.read-only': 'Vous lisez cette section. L’écrire demande le droit de rédaction.',
  'section.archived': 'Ce référentiel est archivé : il se lit et ne s’écrit plus.',
  'section.late': 'Pas encore enregistré : le serveur met du temps à enregistrer.',
  'section.cause.offline': 'Hors connexion.',
  'section.cause.unreachable': 'La connexion au texte partagé n’est pas établie.',
  'section.cause.restarting': 'Le serveur redémarre.',
  'section.cause.unavailable': 'Le serveur ne parvient pas à lire ce texte pour l’instant.',
  'section.cause.unreadable':
    'Ce que le serveur a enregistré de ce texte est abîmé. Rien n’est écrit par-dessus ; la coordination peut le remettre en état en rechargeant cette page.',
  'section.cause.put-right': 'La coordination remet ce texte en état.',
  'section.cause.slow': 'Cette connexion est trop lente pour suivre tout ce qui s’écrit ici.',
  'section.cause.too-many-pages':
    'Vous avez trop de pages ouvertes à la fois. Fermez-en une pour continuer dans celle-ci.',
  'section.cause.too-many-people': 'Trop de personnes ont ce texte ouvert à la fois.',
  'section.cause.anothers-words':
    'Cette page montre des mots d’une autre personne que le serveur n’a pas : il ne les prend que d’elle.',
  'section.cause.too-many-changes': 'Trop de changements sont arrivés à la fois de cette page.',
  'section.not-loaded':
    'Vous lisez le texte tel qu’il était à l’ouverture de la page ; il ne peut pas être modifié pour l’instant. Nouvel essai en cours.',
  'section.go-on':
    'Vous pouvez continuer à écrire : vos mots sont gardés sur cet appareil et seront enregistrés dès que possible.',
  'section.go-on.writing':
    'Vous pouvez continuer à écrire : cet appareil est en train de garder vos mots, qui seront enregistrés dès que possible.',
  'section.go-on.page':
    'Vous pouvez continuer à écrire : vos mots sont gardés dans cette page et seront enregistrés dès que possible. Ne la fermez pas.',
  'section.read-on':
    'Vous lisez le texte tel qu’il était il y a un moment ; il se mettra à jour au retour de la connexion.',
  'section.back': 'La connexion est revenue.',
  'section.back.saved': 'Tout est enregistré.',
  'section.stopped.4401': 'Votre session est terminée. Reconnectez-vous pour continuer à écrire.',
  'section.stopped.again':
    'Une autre session s’est ouverte à votre nom dans ce navigateur. Rechargez la page pour continuer à écrire.',
  'section.stopped.somebody-else':
    'Une autre personne s’est connectée dans ce navigateur depuis l’ouverture de cette page. Rechargez-la pour écrire en son nom.',
  'section.stopped.somebody':
    'Cette page a été ouverte par {me}, et c’est {name} qui utilise maintenant ce navigateur. Rechargez-la pour écrire au nom de {name}.',
  'section.stopped.kept': 'Ce qui n’est pas enregistré reste sur cet appareil.',
  'section.stopped.kept-for':
    'Ce que {me} n’avait pas encore enregistré attend sur cet appareil, et ne partira qu’avec {me}.',
  'section.stopped.page':
    'Ce qui n’est pas enregistré n’est que dans cette page : copiez-le avant de la fermer.',
  'section.stopped.4403':
    'Vos droits ont changé : vous n’avez plus le droit d’écrire ici. Le texte reste lisible dans cette page.',
  'section.stopped.archived': 'Ce référentiel vient d’être archivé : il se lit et ne s’écrit plus.',
  'section.stopped.4404': 'Cette section n’existe plus à cette adresse.',
  'section.stopped.text-replaced':
    'Ce texte était abîmé ; la coordination l’a fait repartir d’une révision ou d’une version. Cette page montre encore l’ancien : rechargez-la pour écrire dans le nouveau.',
  'section.stopped.4409':
    'Cette page est d’une autre version de l’application. Rechargez-la pour continuer.',
  'section.stopped.4413':
    'Ce qui vient d’être envoyé est trop grand pour être reçu d’un coup : la limite est de {limit} Mo. Le texte partagé n’a pas changé.',
  'section.stopped.1009':
    'Ce qui vient d’être envoyé est trop grand pour être reçu d’un coup : la limite est de {limit} Mo. Le texte partagé n’a pas changé.',
  'section.stopped.read-only': 'Vos droits ont changé : vous pouvez lire, plus écrire.',
  'section.stopped.clash':
    'Vos derniers mots n’ont pas été pris : à leur place, le serveur en a d’autres, arrivés au nom de cette même page. Rien n’a été mélangé. Copiez vos mots, puis rechargez la page pour les écrire de nouveau.',
  'section.stopped.room-full':
    'Cette section est pleine : elle ne peut plus rien recevoir. La coordination peut la partager en deux ou l’alléger.',
  'section.stopped.other': 'La connexion a été fermée par le serveur.',
  'section.reload': 'Recharger la page',
  'section.sign-in-again': 'Se reconnecter',
  'section.unsaved': {
    one: 'Un élément porte des mots qui ne sont pas enregistrés :',
    other: '{count} éléments portent des mots qui ne sont pas enregistrés :',
  },
  'section.unsaved.copy': 'Copier ces mots',

  'section.leave.title': 'Des mots ne sont pas encore enregistrés',
  'section.leave.kept':
    'Ils sont gardés sur cet appareil. Si vous quittez la page, ils partiront d’ici dès que le serveur les prend, tant que votre session y est ouverte.',
  'section.leave.page':
    'Ils ne sont que dans cette page : la quitter maintenant les perdrait. Vous pouvez les copier.',
  'section.leave.stay': 'Rester',
  'section.leave.go': 'Quitter quand même',

  'section.keys.title': 'Raccourcis clavier',
  'section.keys.write': 'Écrire dans l’élément',
  'section.keys.leave': 'Sortir du texte',
  'section.keys.walk': 'Élément précédent, suivant',
  'section.keys.new': 'Nouvel élément',
  'section.keys.level': 'Monter, descendre d’un niveau',
  'section.keys.shift': 'Déplacer avant, après',
  'section.keys.bin': 'Mettre à la corbeille (hors du texte)',
  'section.keys.undo': 'Annuler, rétablir',
  'section.keys.format': 'Gras, italique, barré',
  'section.keys.link': 'Lien',

  'key.mod': 'Ctrl',
  'key.alt': 'Alt',
  'key.shift': 'Maj',
  'key.enter': 'Entrée',
  'key.escape': 'Échap',
  'key.delete': 'Suppr',
  'key.up': '↑',
  'key.down': '↓',
  'key.left': '←',
  'key.right': '→',
} as const;
