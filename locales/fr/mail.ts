// French words: the letters that carry a one-time link. A link is never inside a message: letters put it between.

export const mail = {
  'mail.greeting': 'Bonjour {name},',

  'mail.role.reader': 'lecture',
  'mail.role.editor': 'rédaction',
  'mail.role.coordinator': 'coordination',

  'mail.invitation.subject': '{inviter} vous invite à rejoindre {network}',
  'mail.invitation.what':
    '{inviter} vous invite à rejoindre {network}, où se rédigent et se publient les référentiels du réseau. Votre rôle : {role}.',
  'mail.invitation.open': 'Pour entrer, ouvrez ce lien, puis appuyez sur le bouton de la page :',
  'mail.invitation.button': 'Accepter l’invitation',
  'mail.invitation.ends':
    'Ce lien est personnel. Il ne sert qu’une fois, jusqu’au {moment} (heure de Paris). Ensuite, demandez-en un nouveau.',
  'mail.invitation.ignore':
    'Si vous n’attendiez pas cette invitation, ne faites rien : elle s’éteindra d’elle-même.',

  'mail.sign-in.subject': 'Votre lien de connexion à {network}',
  'mail.sign-in.what':
    'Voici le lien pour vous connecter à {network}. Ouvrez-le, puis appuyez sur le bouton de la page :',
  'mail.sign-in.button': 'Se connecter',
  'mail.sign-in.ends': {
    one: 'Ce lien est personnel. Il ne sert qu’une fois, pendant {count} minute.',
    other: 'Ce lien est personnel. Il ne sert qu’une fois, pendant {count} minutes.',
  },
  'mail.sign-in.ignore':
    'Si vous n’avez pas demandé ce lien, ne faites rien : votre compte reste tel qu’il est.',

  'mail.comments.subject': {
    one: 'Un commentaire vous attend : {network}',
    other: '{count} commentaires vous attendent : {network}',
  },
  'mail.comments.mention': '{author} vous mentionne dans « {framework} », {item} :',
  'mail.comments.reply': '{author} vous répond dans « {framework} », {item} :',
  'mail.comments.somebody': 'Quelqu’un',
  'mail.comments.open': 'Voir le fil',
  'mail.comments.off': 'Pour ne plus recevoir ces courriels :',
} as const;
