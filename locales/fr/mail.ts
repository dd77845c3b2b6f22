// French words: mail.

export const mail = {} as const;
