// English words: a text whose stored bytes are damaged, and how it is put right.
import type { recovery as french } from '../fr/recovery.ts';

export const recovery: Record<keyof typeof french, string> = {
  'recovery.source.readable': 'what could still be read',
  'recovery.source.revision': 'revision {ref}',
  'recovery.source.version': 'version {ref}',
};
