// French words: people.

export const people = {} as const;
