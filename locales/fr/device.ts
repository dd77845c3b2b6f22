// French words: what is kept on this device until the server has it.

export const device = {
  'device.title': 'Sur cet appareil',
  'device.text':
    'Ce que vous avez écrit et que le serveur n’a pas encore reçu attend ici, dans ce navigateur, et part dès que c’est possible.',
  'device.none': 'Rien n’attend ici',
  'device.none.text':
    'Tout ce que vous avez écrit avec ce navigateur est enregistré sur le serveur.',
  'device.signed-out': 'Connectez-vous pour voir ce qui vous attend sur cet appareil.',
  'device.unreadable':
    'Ce navigateur ne garde rien sur l’appareil (navigation privée, espace plein ou accès refusé). Ce que vous écrivez hors connexion n’est gardé que dans la page ouverte.',
  'device.others':
    'Des mots d’une autre personne attendent aussi sur cet appareil. Ils ne partiront qu’avec elle, quand elle s’y connectera.',
  'device.reading': 'Lecture de ce qui attend…',
  'device.sending': 'Envoi de ce qui attendait sur cet appareil…',
  'device.sent': {
    one: 'Ce qui attendait sur cet appareil est arrivé : {name}.',
    other: 'Ce qui attendait sur cet appareil est arrivé dans {count} textes : {name}.',
  },
  'device.waits': {
    one: 'Des mots que vous avez écrits attendent sur cet appareil, pour un texte.',
    other: 'Des mots que vous avez écrits attendent sur cet appareil, pour {count} textes.',
  },
  'device.see': 'Voir ce qui attend',

  'device.why.away':
    'Le serveur n’est pas joignable pour l’instant. Ces mots partiront dès qu’il répond.',
  'device.why.signed-out':
    'Votre session est terminée. Reconnectez-vous pour que ces mots partent.',
  'device.why.somebody-else':
    'Une autre personne est connectée dans ce navigateur. Ces mots ne partiront qu’avec vous.',
  'device.why.no-right':
    'Vous n’avez plus le droit de lire ce texte. Ces mots restent ici : vous pouvez les copier.',
  'device.why.read-only':
    'Vous n’avez plus le droit d’écrire dans ce texte. Ces mots restent ici : vous pouvez les copier.',
  'device.why.archived':
    'Ce référentiel est archivé et ne s’écrit plus. Ces mots restent ici : vous pouvez les copier.',
  'device.why.no-room':
    'Ce texte n’existe plus, ou ne vous est plus ouvert. Ces mots restent ici : vous pouvez les copier.',
  'device.why.grammar':
    'Ces mots ont été écrits avec une autre version de l’application, et ne peuvent plus être placés d’eux-mêmes. Vous pouvez les copier.',
  'device.why.too-large':
    'C’est trop grand pour être reçu d’un coup : le serveur prend {limit} Mo au plus. Ces mots restent ici : vous pouvez les copier.',
  'device.why.unfit':
    'Le serveur ne peut pas lire ces changements. Les mots restent ici : vous pouvez les copier.',
  'device.why.clash':
    'À la place de ces mots, le serveur en a d’autres, arrivés au nom de la même page : il ne les mélange pas. Copiez-les pour les écrire de nouveau.',
  'device.why.room-full':
    'Cette section est pleine et ne reçoit plus rien. Ces mots restent ici : vous pouvez les copier.',

  'device.not-me': 'Ce n’est pas moi',
  'device.leave.sign-out': 'Se déconnecter',
  'device.leave.not-me': 'Quitter cet appareil',
  'device.leave.sending': 'Envoi de ce qui attendait sur cet appareil : texte {done} sur {of}…',
  'device.leave.leaving': 'Fermeture de la session…',
  'device.leave.unsent': {
    one: 'Des mots que vous avez écrits ne sont pas arrivés au serveur.',
    other: 'Des mots que vous avez écrits dans {count} textes ne sont pas arrivés au serveur.',
  },
  'device.leave.words': 'Les mots qui ne sont pas arrivés',
  'device.leave.unreadable':
    'Ce navigateur n’a pas pu dire s’il garde encore d’autres mots pour vous.',
  'device.leave.away':
    'Le serveur n’est pas joignable : la session n’est pas fermée, et cet appareil reste connecté à votre compte. Rien n’a été effacé.',
  'device.leave.refused':
    'Le serveur n’a pas pu fermer la session : cet appareil reste connecté à votre compte. Rien n’a été effacé.',
  'device.leave.stay': 'Rester',
  'device.leave.keep': 'Se déconnecter et les garder ici',
  'device.leave.keep.text':
    'Si vous vous déconnectez quand même, ils restent sur cet appareil et partiront quand vous vous y reconnecterez. Sur un appareil partagé, copiez-les plutôt.',
  'device.leave.lose': 'Se déconnecter et les perdre',
  'device.leave.lose.text':
    'Ils ne sont que dans cette page, que ce navigateur ne peut pas garder. Copiez-les ou téléchargez-les : en partant, vous les perdriez.',
  'device.leave.erase': 'Les effacer et partir',
  'device.leave.erase.text':
    'Ils ne sont que sur cet appareil. Copiez-les ou téléchargez-les avant de partir : une fois effacés, personne ne pourra les retrouver.',

  'device.written-at': 'Écrit, d’après l’horloge de cet appareil :',
  'device.preamble': 'Introduction',
  'device.untitled': 'Sans titre',
  'device.before': 'Avant :',
  'device.not-words':
    'Les mots de cet élément n’ont pas changé : seulement sa place, ses champs ou ses liens.',
  'device.no-words': 'Le détail de ces changements n’a pas pu être gardé.',
  'device.copy': 'Copier ces mots',
  'device.copy-all': 'Tout copier',
  'device.download': 'Télécharger',
  'device.download-all': 'Tout télécharger',
  'device.file': 'mots-en-attente.txt',
  'device.again': 'Essayer d’envoyer',
  'device.open': 'Ouvrir le texte',
  'device.discard': 'Jeter',
  'device.discard.title': 'Jeter ces mots ?',
  'device.discard.text':
    'Ils ne sont nulle part ailleurs. Une fois jetés, personne ne pourra les retrouver.',
  'device.discard.keep': 'Les garder',
  'device.discard.do': 'Jeter',
  'device.discarded': 'Jeté : {name}',
} as const;
