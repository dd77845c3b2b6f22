// French words: a text whose stored bytes are damaged, and how it is put right.

export const recovery = {
  'recovery.source.readable': 'ce qui se lisait encore',
  'recovery.source.revision': 'la révision {ref}',
  'recovery.source.version': 'la version {ref}',

  'recovery.title': 'Cette section ne peut pas être ouverte',
  'recovery.what':
    'Ce que le serveur a enregistré de cette section est abîmé. Rien n’a été écrit par-dessus, et rien ne le sera.',
  'recovery.lost': {
    one: '{count} modification ne peut plus être lue.',
    other: '{count} modifications ne peuvent plus être lues.',
  },
  'recovery.lost.unknown': 'On ne peut pas savoir combien de modifications ne se lisent plus.',
  'recovery.last-lost': 'La dernière date du',
  'recovery.works': 'Les versions publiées et les révisions se lisent comme d’habitude.',
  'recovery.works.others':
    'Les autres sections, les versions publiées et les révisions fonctionnent comme d’habitude.',
  'recovery.ask':
    'La coordination peut remettre cette section en état, ici même. Ce que vous y aviez écrit et qui n’était pas encore enregistré reste sur votre appareil.',
  'recovery.read-version': 'Lire la version {label}',

  'recovery.see-revisions': 'Voir les révisions',

  'recovery.question': 'De quoi repartir ?',
  'recovery.choice.readable': 'Ce qui se lit encore',
  'recovery.choice.revision': 'La dernière révision, {ref}',
  'recovery.choice.version': 'La dernière version publiée, {ref}',
  'recovery.choice.empty': 'Une section vide',
  'recovery.choice.empty.hint':
    'Rien de la section ne se lit, et il n’en existe ni révision ni version publiée.',
  'recovery.dated.readable': 'Juste avant ce qui est abîmé : état du',
  'recovery.dated.revision': 'État du',
  'recovery.dated.version': 'Publiée le',
  'recovery.holds-nothing': 'Aucun élément',
  'recovery.look': 'Voir ce texte',
  'recovery.after':
    'Ce qui est abîmé est mis de côté, sans qu’un octet change. Les pages restées ouvertes rendent d’elles-mêmes ce qu’elles en ont encore, si elles le peuvent. Qui écrit à ce moment est prévenu et revient aussitôt.',
  'recovery.do': 'Remettre la section en état',

  'recovery.done':
    'La section est remise en état à partir de {from}. Ce qui était abîmé est mis de côté.',
  'recovery.done-before':
    'Cette section était déjà remise en état : {by} l’a fait à partir de {from}, le {at}. Votre choix n’a rien changé.',

  'recovery.left-out': {
    one: '{sections} : cette section ne peut pas être ouverte, ce qui en est enregistré est abîmé. Le reste est complet.',
    other:
      '{sections} : ces sections ne peuvent pas être ouvertes, ce qui en est enregistré est abîmé. Le reste est complet.',
  },
  'recovery.left-out.compared': {
    one: '{sections} : cette section n’est pas comparée, car ce qui en est enregistré est abîmé.',
    other:
      '{sections} : ces sections ne sont pas comparées, car ce qui en est enregistré est abîmé.',
  },
  'recovery.panel': 'Cette section ne peut pas être ouverte : ce qui en est enregistré est abîmé.',
  'recovery.way.coordinator': 'Remettre en état',
  'recovery.way': 'Voir pourquoi',
} as const;
