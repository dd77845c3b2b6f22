// French words: refusals. One sentence for each code of core/refusal.ts, and what is wrong with an input.

export const refusal = {
  'refusal.not-signed-in': 'Il faut se connecter pour voir cette page ou faire cette action.',
  'refusal.not-allowed':
    'Votre rôle ne permet pas cette action. Une personne de la coordination peut la faire ou changer votre rôle.',
  'refusal.not-found':
    'Rien ne se trouve à cette adresse. L’adresse est peut-être incomplète, ou ce qu’elle montrait a été supprimé.',
  'refusal.invalid-input': 'Certaines informations manquent ou ne conviennent pas.',
  'refusal.slug-taken': 'Un autre référentiel a déjà cette adresse. Choisissez-en une autre.',
  'refusal.label-taken':
    'Une version porte déjà ce numéro. Une version publiée ne change plus : choisissez un autre numéro.',
  'refusal.label-not-newer':
    'Le numéro d’une version doit être plus grand que ceux des versions déjà publiées, dont {previous}.',
  'refusal.already-published':
    'Ce référentiel a une version publiée et ne peut plus être supprimé. Vous pouvez l’archiver.',
  'refusal.already-withdrawn': 'Cette version est déjà retirée.',
  'refusal.archived':
    'Ce référentiel est archivé : il se lit, mais ne se modifie plus. La coordination peut le rouvrir.',
  'refusal.link-used-or-expired':
    'Ce lien a déjà servi, a expiré, ou un lien plus récent l’a remplacé. Demandez-en un nouveau.',
  'refusal.email-taken': 'Un compte existe déjà avec cette adresse électronique.',
  'refusal.wrong-credentials':
    'L’adresse ou le mot de passe ne convient pas. Vous pouvez aussi recevoir un lien de connexion par courriel.',
  'refusal.too-many-attempts':
    'Trop d’essais pour ce compte. Réessayez dans quelques minutes, ou demandez un lien de connexion par courriel.',
  'refusal.last-coordinator':
    'C’est le seul compte de coordination. Donnez d’abord ce rôle à une autre personne, qui se sera connectée.',
  'refusal.setup-done': 'Le premier compte de coordination existe déjà. Connectez-vous.',
  'refusal.document-invalid':
    'Ce document ne peut pas être lu comme un référentiel. Rien n’a été changé.',
  'refusal.file-unreadable': 'Ce fichier ne peut pas être lu. Rien n’a été changé.',
  'refusal.unknown-template': 'Ce modèle de référentiel n’existe pas.',
  'refusal.too-large': 'C’est trop volumineux pour être reçu. Rien n’a été changé.',
  'refusal.unsupported-format': 'Ce format n’est pas pris en charge.',
  'refusal.store-unavailable':
    'Le serveur ne peut pas enregistrer pour le moment. Rien n’a été changé ; réessayez dans un instant.',
  'refusal.text-unreadable':
    'Le texte « {room} » ne peut pas être ouvert : ce qui en est enregistré est abîmé. Rien n’y a été changé ; la coordination peut le remettre en état sur sa page.',
  'refusal.not-damaged': 'Ce texte se lit : il n’y a rien à remettre en état.',
  'refusal.nothing-to-recover': 'Il n’existe rien de ce genre d’où remettre ce texte en état.',

  'refusal.problem.name': 'Indiquez un nom.',
  'refusal.problem.email':
    'Cette adresse électronique ne convient pas. Elle ressemble à : prenom@exemple.org',
  'refusal.problem.password-too-short': 'Le mot de passe doit avoir au moins 12 caractères.',
  'refusal.problem.password-too-long': 'Le mot de passe doit avoir 200 caractères au plus.',
  'refusal.problem.current-password': 'Le mot de passe actuel ne convient pas.',
  'refusal.problem.label':
    'Un numéro de version est fait de deux ou trois nombres séparés par des points, comme 0.2 ou 1.0.',
  'refusal.problem.reason': 'Indiquez la raison.',
  'refusal.problem.unknown-item': 'Cet élément n’est pas dans cette révision.',
  'refusal.problem.no-item': 'Choisissez au moins un élément.',
  'refusal.problem.other-template':
    'Ce document suit un autre modèle que ce référentiel. Importez-le comme nouveau référentiel.',
  'refusal.problem.other-language':
    'Ce document est dans une autre langue que ce référentiel. Importez-le comme nouveau référentiel.',
  'refusal.problem.no-words': 'Écrivez quelque chose.',
  'refusal.problem.comment-too-long': 'Un commentaire a 5 000 signes au plus. Coupez-le en deux.',
  'refusal.problem.words-gone': 'Ces mots ne sont pas (ou sont plusieurs fois) dans cet élément.',
  'refusal.problem.cursor': 'Cette suite de liste n’existe pas. Reprenez la liste au début.',
} as const;
