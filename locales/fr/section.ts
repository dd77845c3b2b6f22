// French words: section.

export const section = {} as const;
