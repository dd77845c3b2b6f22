// French words: home.

export const home = {} as const;
