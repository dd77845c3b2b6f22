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
  'terminal.stopping': 'Arrêt demandé : les textes sont mis à l’abri…',
} as const;
