// English words: section.

import type { section as french } from '../fr/section.ts';
import type { Message } from '../message.ts';

export const section: Record<keyof typeof french, Message> = {};
