// French words: revisions.

export const revisions = {} as const;
