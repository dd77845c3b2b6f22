// French words: template.

export const template = {} as const;
