// French words: publish.

export const publish = {} as const;
