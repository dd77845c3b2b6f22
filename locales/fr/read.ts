// French words: read.

export const read = {} as const;
