// The areas of words that no page says: the build leaves them out of what browsers load.

/** Names of files in `locales/fr` and `locales/en`, and of what they export. */
export const SERVER_ONLY = ['api', 'mail', 'store', 'terminal'] as const;
