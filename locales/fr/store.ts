// French words: why the database does not open, and what a check of everything that is kept may find.

export const store = {
  'store.refused.other-version':
    'La base de données a été faite par une autre version de ce programme. Utilisez celle-là, ou une plus récente.',
  'store.refused.trigger-missing':
    'La base de données n’est pas intacte : la protection {name} des versions publiées manque.',
  'store.refused.trigger-altered':
    'La base de données n’est pas intacte : la protection {name} des versions publiées a été modifiée.',
  'store.refused.foreign-keys':
    'La mise à jour de la base laisserait des lignes de {table} sans attache. Rien n’a été changé.',
  'store.refused.restore-unfinished':
    'Dans {folder}, une restauration a été interrompue : lancez-la de nouveau, ou videz ce dossier.',
  'store.refused.not-a-database': '{file} n’est pas une base de données de ce programme.',
  'store.refused.cannot-open': '{file} ne peut pas être ouvert : {why}.',

  'store.verify.file': 'Base de données : {detail}',
  'store.verify.foreign-keys':
    'Base de données : des lignes de {table} sont sans attache dans {parent}.',
  'store.verify.trigger-missing': 'La protection {name} des versions publiées manque.',
  'store.verify.trigger-altered': 'La protection {name} des versions publiées a été modifiée.',
  'store.verify.revision':
    'Référentiel {framework}, révision {number} : le document gelé n’est plus celui qui a été gelé.',
  'store.verify.version':
    'Référentiel {framework}, version {label} : son empreinte ne convient pas.',
  'store.verify.chain':
    'Référentiel {framework}, version {label} : elle ne suit pas la version précédente.',
  'store.verify.room':
    'Référentiel {framework}, texte {room} : des modifications sont incomplètes.',
  'store.verify.room-damaged':
    'Référentiel {framework}, texte {room} : il ne peut pas être lu ({detail}). « recover {framework} {room} » le remet en état.',
  'store.aside.room':
    'Référentiel {framework}, texte {room} : un texte abîmé est mis de côté depuis le {at} ({by}) ; {from} a pris sa place.',
} as const;
