// French words: compare.

export const compare = {} as const;
