// French words: what is wrong with a document that is brought in, and what in a text does not fit its template.

export const document = {
  'document.unknownSection': 'Le modèle de ce référentiel n’a pas cette section.',
  'document.sectionTwice': 'Cette section figure deux fois dans le document.',
  'document.idTwice': 'Cet identifiant figure deux fois dans le document.',
  'document.referenceTwice': 'Cet élément renvoie deux fois au même élément.',
  'document.tooDeep': 'Les éléments sont imbriqués trop profondément ici.',
  'document.brokenText': 'Un texte du document contient un demi-caractère : il est abîmé.',
  'note.kindUnknown': 'Ce type d’élément n’existe pas dans cette section.',
  'note.kindMisplaced': 'Ce type d’élément ne se place pas ici d’ordinaire.',
  'note.fieldUnknown': 'Ce type d’élément n’a pas ce champ.',
  'note.fieldValue': 'Cette valeur ne convient pas à ce champ.',
  'note.referenceGone': 'L’élément visé n’est plus dans le référentiel.',
  'note.referenceKind': 'Ce type d’élément ne renvoie pas d’ordinaire vers celui-là.',
  'note.referenceLevel': 'Ce renvoi ne porte pas de niveau d’ordinaire.',
} as const;
