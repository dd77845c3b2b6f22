// French words: versions.

export const versions = {} as const;
