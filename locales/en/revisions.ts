// English words: revisions.

import type { revisions as french } from '../fr/revisions.ts';
import type { Message } from '../message.ts';

export const revisions: Record<keyof typeof french, Message> = {};
