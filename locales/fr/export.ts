// French words: what stands in exported files around the network's own text.

export const exporting = {
  'export.version.consultation': 'Version {label}, en consultation depuis le {date}',
  'export.version.adopted': 'Version {label}, adoptée le {date}',
  'export.version.withdrawn':
    'Version {label}, publiée le {date}, retirée le {withdrawn} : {reason}',
  'export.revision':
    'Révision {ref} du {date} : un état gardé du texte de travail, sans valeur de version',
  'export.working': 'Texte de travail au {date} : il n’a pas été publié',
  'export.licence': 'Licence : {licence}',
  'export.address': 'Adresse : {address}',
  'export.seal': 'Empreinte de la version (SHA-256) : {hash}',
  'export.note': 'Note de version',
  'export.contents': 'Sommaire',
  'export.untitled': '(sans titre)',
  'export.field': '{name} : {value}',
  'export.references': 'Renvois',
  'export.reference.level': '{title} (niveau {level})',
  'export.reference.framework': '{title}, dans « {framework} »',
  'export.reference.gone': '{id} (élément qui n’existe plus ou n’est pas public)',
  'export.name.working': 'texte de travail',
} as const;
