// English words: compare.

import type { compare as french } from '../fr/compare.ts';
import type { Message } from '../message.ts';

export const compare: Record<keyof typeof french, Message> = {};
