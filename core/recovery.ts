// From what a damaged text can be put right: one list for pages, commands and the command line.

/** The text itself as far as it can be read, the last revision, or the last published version that stands. */
export const RECOVERY_SOURCES = ['readable', 'revision', 'version'] as const;
export type RecoverySource = (typeof RECOVERY_SOURCES)[number];
