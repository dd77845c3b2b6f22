// French words: refusal.

export const refusal = {} as const;
