// French words: framework.

export const framework = {} as const;
