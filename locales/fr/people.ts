// French words: signing in and out, one's account, the people of the network, API tokens.

export const people = {
  'people.setup.title': 'Bienvenue',
  'people.setup.text':
    'Ce serveur est neuf. Créez le premier compte de coordination : il pourra inviter tous les autres.',
  'people.setup.create': 'Créer le compte',
  'people.setup.done.title': 'C’est déjà fait',
  'people.setup.done.text':
    'Le premier compte de coordination existe. Connectez-vous, ou demandez une invitation à la coordination.',
  'people.setup.no-token.title': 'Ce lien est incomplet',
  'people.setup.no-token.text':
    'Le lien d’installation s’affiche en entier dans la fenêtre où le serveur a été lancé. Un nouveau lien y paraît à chaque démarrage.',

  'people.sign-in.title': 'Se connecter',
  'people.sign-in.text': 'Pour lire une version publiée, aucun compte n’est nécessaire.',
  'people.sign-in.link': 'Recevoir un lien par courriel',
  'people.sign-in.link-hint':
    'Sans mot de passe : un lien arrive à votre adresse et vous fait entrer.',
  'people.sign-in.sent':
    'Si un compte existe à cette adresse, un lien vient d’y partir. Il vaut peu de temps, et une seule fois.',
  'people.sign-in.link-hint-no-mail':
    'Ce serveur n’envoie pas de courriel : la coordination peut vous donner un lien qui vous fait entrer.',
  'people.sign-in.sent-nowhere':
    'Si un compte existe à cette adresse, un lien est prêt sur le serveur, qui n’envoie pas de courriel : demandez-le à la coordination.',
  'people.link.title': 'Bonjour {name}',
  'people.link.invitation': 'Le réseau vous invite à travailler sur ses référentiels.',
  'people.link.sign-in': 'Ce lien vous connecte sur cet appareil.',
  'people.link.as': 'Compte : {email}',
  'people.link.enter': 'Entrer',
  'people.link.again': 'Demander un autre lien',

  'people.name': 'Nom',
  'people.name.hint': 'Il s’affiche à côté de ce que vous écrivez.',
  'people.email': 'Adresse électronique',
  'people.password': 'Mot de passe',
  'people.password.hint': 'Au moins 12 caractères : quelques mots suffisent.',
  'people.password.new': 'Nouveau mot de passe',
  'people.password.current': 'Mot de passe actuel',
  'people.password.title': 'Mot de passe',
  'people.password.text':
    'Avec un mot de passe, vous entrez sans attendre de courriel. Le changer ferme vos autres sessions.',
  'people.password.welcome':
    'Vous voilà dans le réseau. Choisissez un mot de passe si vous voulez ; un lien par courriel marche aussi, à chaque fois.',
  'people.password.welcome-no-mail':
    'Vous voilà dans le réseau. Choisissez un mot de passe pour pouvoir revenir : le lien qui vous a fait entrer ne sert plus.',
  'people.password.save': 'Enregistrer le mot de passe',
  'people.password.later': 'Plus tard',
  'people.password.saved': 'Le mot de passe est enregistré. Vos autres sessions sont fermées.',

  'people.title': 'Personnes',
  'people.count': { one: '{count} compte', other: '{count} comptes' },
  'people.list': 'Comptes du réseau',
  'people.role': 'Rôle',
  'people.state': 'État',
  'people.acts': 'Actions',
  'people.you': 'vous',
  'people.state.active': 'Depuis le {day}',
  'people.state.invited': 'Invitation en attente jusqu’au {day}',
  'people.state.invitation-over': 'Invitation expirée',
  'people.state.disabled': 'Fermé',
  'people.change-role': 'Changer le rôle de {name}',
  'people.apply': 'Appliquer',
  'people.disable': 'Fermer le compte',
  'people.disable.of': 'Fermer le compte de {name}',
  'people.reinvite': 'Réinviter',
  'people.reinvite.of': 'Réinviter {name}',
  'people.role-changed': '{name} a maintenant le rôle « {role} ».',
  'people.disabled': 'Le compte de {name} est fermé, ses sessions aussi.',
  'people.invite': 'Inviter une personne',
  'people.invite.text':
    'Un lien la fera entrer. Il s’affiche ici après l’invitation : vous pouvez le lui donner vous-même.',
  'people.invite.send': 'Inviter',
  'people.invited': 'Invitation prête pour {name}.',
  'people.invited.mailed':
    'Un courriel est parti à {email}. Voici le même lien, à donner vous-même si besoin :',
  'people.invited.not-mailed': 'Le courriel n’a pas pu partir. Donnez-lui ce lien :',
  'people.invited.no-mail': 'Ce serveur n’envoie pas de courriel : donnez-lui ce lien vous-même.',
  'people.invited.hint': 'Il ne vaut qu’une fois. Un nouveau lien remplace l’ancien.',
  'people.copy-link': 'Copier le lien',
  'people.role.coordinator.hint': 'Tout : créer, publier, inviter.',
  'people.role.editor.hint': 'Écrit les textes, garde des révisions.',
  'people.role.reader.hint': 'Lit les textes de travail et les révisions.',

  'people.tokens.title': 'Jetons d’API',
  'people.tokens.text':
    'Un jeton laisse un programme agir avec un rôle, par l’API. Ce n’est pas une personne : il a son propre nom.',
  'people.tokens.docs': 'Lire la documentation de l’API',
  'people.tokens.list': 'Jetons',
  'people.tokens.none': 'Aucun jeton pour l’instant.',
  'people.tokens.name': 'Nom du programme',
  'people.tokens.name.hint': 'Il s’affiche partout où le jeton agit.',
  'people.tokens.new': 'Nouveau jeton',
  'people.tokens.create': 'Créer le jeton',
  'people.tokens.created': 'Le jeton « {name} » est créé.',
  'people.tokens.secret': 'Copiez-le maintenant : il ne sera plus jamais montré.',
  'people.tokens.copy': 'Copier le jeton',
  'people.tokens.made': 'Créé le {day} par {name}',
  'people.tokens.revoked-at': 'Révoqué le {day}',
  'people.tokens.revoke': 'Révoquer',
  'people.tokens.revoke.of': 'Révoquer {name}',
  'people.tokens.revoke.confirm':
    'Les programmes qui s’en servent n’entreront plus. Un jeton révoqué ne revient pas.',
  'people.tokens.revoke.now': 'Révoquer pour de bon',
  'people.tokens.revoked': 'Le jeton est révoqué.',

  'people.letters.title': 'Courriels reçus',
  'people.letters.text': 'Ils partent à {email}.',
  'people.letters.no-mail':
    'Ce serveur n’envoie pas de courriel pour l’instant ; votre choix est gardé pour le jour où il le fera.',
  'people.letters.comments': 'Commentaires qui me concernent',
  'people.letters.comments.hint':
    'Quand on vous mentionne, ou quand on répond à un fil que vous avez ouvert : un seul courriel pour tout ce qui s’est dit depuis le précédent.',
  'people.letters.saved': 'C’est enregistré.',
} as const;
