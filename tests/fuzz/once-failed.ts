// Evenings that once went wrong, with what was wrong: each is played in every run of the tests.
import type { Game } from './player.ts';

export const FAILED: readonly (Game & { readonly why: string })[] = [];
