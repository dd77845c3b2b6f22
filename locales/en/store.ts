// English words: why the database does not open, and what a check of everything that is kept may find.
import type { store as french } from '../fr/store.ts';

export const store: Record<keyof typeof french, string> = {
  'store.refused.other-version':
    'The database was made by another version of this program. Use that one, or a newer one.',
  'store.refused.trigger-missing':
    'The database is not intact: the protection {name} of published versions is missing.',
  'store.refused.trigger-altered':
    'The database is not intact: the protection {name} of published versions was altered.',
  'store.refused.foreign-keys':
    'Bringing the database up to date would leave rows of {table} without what they hang on. Nothing was changed.',
  'store.refused.restore-unfinished':
    'In {folder} a restore was broken off: run it again, or empty that folder.',
  'store.refused.not-a-database': '{file} is not a database of this program.',
  'store.refused.cannot-open': '{file} cannot be opened: {why}.',

  'store.verify.file': 'Database: {detail}',
  'store.verify.foreign-keys': 'Database: rows of {table} hang on nothing in {parent}.',
  'store.verify.trigger-missing': 'The protection {name} of published versions is missing.',
  'store.verify.trigger-altered': 'The protection {name} of published versions was altered.',
  'store.verify.revision':
    'Framework {framework}, revision {number}: the frozen document is no longer the one that was frozen.',
  'store.verify.version': 'Framework {framework}, version {label}: its hash does not fit.',
  'store.verify.chain':
    'Framework {framework}, version {label}: it does not follow the version before.',
  'store.verify.room': 'Framework {framework}, text {room}: some changes are incomplete.',
  'store.verify.room-damaged':
    'Framework {framework}, text {room}: it cannot be read ({detail}). "recover {framework} {room}" puts it right.',
  'store.aside.room':
    'Framework {framework}, text {room}: a damaged text is set aside since {at} ({by}); {from} took its place.',
};
