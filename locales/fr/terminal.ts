// French words: what the server and the command line say in a terminal.

export const terminal = {
  'terminal.env.PORT': 'PORT doit être un nombre entier de 0 à 65535 (reçu « {value} »).',
  'terminal.env.HOST':
    'HOST doit être une adresse de cette machine, comme 127.0.0.1 ou 0.0.0.0 (reçu « {value} »).',
  'terminal.env.DATA_DIR': 'DATA_DIR doit être le chemin d’un dossier (reçu « {value} »).',
  'terminal.env.PUBLIC_URL':
    'PUBLIC_URL doit être une adresse comme https://referentiel.exemple.org, sans chemin derrière le nom (reçu « {value} »).',
  'terminal.env.SMTP_URL':
    'SMTP_URL doit être une adresse comme smtps://nom:mot-de-passe@courriel.exemple.org (elle n’est pas répétée ici : elle contient un mot de passe).',
  'terminal.env.LOG_LEVEL':
    'LOG_LEVEL doit être trace, debug, info, warn, error, fatal ou silent (reçu « {value} »).',
  'terminal.env.SAMPLE': 'SAMPLE doit être on ou off (reçu « {value} »).',
  'terminal.env.TRUST_PROXY':
    'TRUST_PROXY doit être le nombre de serveurs mandataires devant celui-ci, de 0 à 10 (reçu « {value} »).',
  'terminal.env.REVISION_QUIET_S':
    'REVISION_QUIET_S doit être un nombre de secondes, de 0 (aucune révision automatique) à 604800 (reçu « {value} »).',
  'terminal.env.REVISION_EVERY_S':
    'REVISION_EVERY_S doit être un nombre de secondes, de 0 à 604800 (reçu « {value} »).',
  'terminal.env.COMMENT_MAIL_S':
    'COMMENT_MAIL_S doit être un nombre de secondes, de 0 (aucun courriel au sujet des commentaires) à 604800 (reçu « {value} »).',
  'terminal.env.limit': '{name} doit être un nombre entier de {least} à {most} (reçu « {value} »).',
  'terminal.env.no-limit':
    '{name} ne règle rien : aucune limite ne porte ce nom (voir docs/operations.md).',

  'terminal.data-dir': 'Le dossier de données {folder} ne peut pas être utilisé : {reason}',
  'terminal.locked':
    'Un autre serveur utilise déjà le dossier {folder}. Arrêtez-le, ou donnez un autre DATA_DIR.',
  'terminal.port-taken':
    'Le port {port} de {host} est déjà pris. Arrêtez l’autre programme, ou donnez un autre PORT.',
  'terminal.port-refused': 'Le serveur ne peut pas écouter sur {host}, port {port} : {reason}',
  'terminal.no-pages': 'Les pages ne sont pas construites : lancez « npm start ».',
  'terminal.broken': 'Le serveur ne peut pas démarrer : {reason}',
  'terminal.listening': 'Triptyque est ouvert sur {url}',
  'terminal.also-at': 'Aussi, sur le réseau local : {url}',
  'terminal.setup':
    'Aucune coordination n’existe encore. Ouvrez ce lien pour créer le premier compte :',

  'terminal.cli.usage': `Utilisation : npm run -s cli -- COMMANDE

  token create --name NOM --role coordinator|editor|reader
  token list
  token revoke ID
  account create --email ADRESSE --name NOM --role coordinator|editor|reader
  account list
  account disable ADRESSE
  import FICHIER [--slug ADRESSE] [--format json|docx|odt|md]
  export ADRESSE [--version V | --revision N | --working] --format json|md|html [--out FICHIER]
  backup FICHIER
  restore FICHIER
  recover ADRESSE TEXTE [--from readable|revision|version]
  verify

Les données vont sur la sortie standard, les messages sur la sortie d’erreur.`,
  'terminal.cli.actor': 'ligne de commande',
  'terminal.cli.unknown': 'Commande inconnue : {command}',
  'terminal.cli.option-missing': 'Il manque --{name}.',
  'terminal.cli.option-wrong':
    '--{name} ne convient pas (reçu « {value} »). Valeurs possibles : {choices}.',
  'terminal.cli.argument-missing': 'Il manque : {name}.',
  'terminal.cli.argument-extra': 'Argument en trop : {value}',
  'terminal.cli.one-of': 'Une seule de ces options : {names}.',
  'terminal.cli.file-unreadable': '{file} ne peut pas être lu : {reason}',
  'terminal.cli.file-unwritable': '{file} ne peut pas être écrit : {reason}',
  'terminal.cli.file-exists': '{file} existe déjà. Rien n’a été écrit.',
  'terminal.cli.no-account': 'Aucun compte n’a l’adresse {email}.',
  'terminal.cli.no-token': 'Aucun jeton n’a l’identifiant {id}.',
  'terminal.cli.no-database': 'Il n’y a pas de base de données dans {folder}.',
  'terminal.cli.format': 'Format non pris en charge : {format}.',
  'terminal.cli.input': '{path} : {detail}',
  'terminal.cli.failed': 'La commande a échoué : {reason}',
  'terminal.cli.import-slug':
    'Indiquez par --slug l’adresse du référentiel : ce fichier n’en dit pas.',
  'terminal.cli.imported': '« {title} » est importé à l’adresse {slug}.',
  'terminal.cli.replaced':
    'Le texte de travail de « {title} » est remplacé ; l’état d’avant est gardé comme révision.',
  'terminal.cli.exported': 'Écrit : {file}',
  'terminal.cli.disabled': 'Le compte {email} est fermé.',
  'terminal.cli.revoked': 'Le jeton « {name} » est révoqué.',
  'terminal.cli.backed-up': 'Sauvegarde écrite et relue : {file}',
  'terminal.cli.backup-damaged': 'La sauvegarde {file} n’est pas intacte : {reason}',
  'terminal.cli.not-empty':
    '{folder} n’est pas vide : une sauvegarde ne se restaure que dans un dossier vide.',
  'terminal.cli.backup-runs': 'Une autre sauvegarde de {folder} est en cours. Rien n’a été écrit.',
  'terminal.cli.not-restored': 'Rien n’a été restauré dans {folder} : {reason}',
  'terminal.cli.restored-damaged':
    'Ce que la sauvegarde a d’abîmé l’est aussi ici ; le reste est intact :',
  'terminal.cli.restored': 'Restauré dans {folder}.',
  'terminal.cli.recovered':
    'Le texte {room} est remis en état à partir de {from}, état du {at}. Ce qui était abîmé est mis de côté, inchangé.',
  'terminal.cli.recovered-empty':
    'Rien du texte {room} n’a pu être lu : il repart vide. Ce qui était abîmé est mis de côté, inchangé.',
  'terminal.cli.recover-empty':
    'Rien de ce texte ne se lit, et il n’y a ni révision ni version. Pour le faire repartir vide : --from readable.',
  'terminal.cli.recovered-before':
    'Le texte {room} se lit : {by} l’a remis en état à partir de {from}, le {at}. Rien n’a été changé.',
} as const;
