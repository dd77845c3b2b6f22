// French words: export.

export const exporting = {} as const;
