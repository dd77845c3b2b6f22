// French words: a text whose stored bytes are damaged, and how it is put right.

export const recovery = {
  'recovery.source.readable': 'ce qui se lisait encore',
  'recovery.source.revision': 'la révision {ref}',
  'recovery.source.version': 'la version {ref}',
} as const;
