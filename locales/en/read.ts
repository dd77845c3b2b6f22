// English words: read.

import type { read as french } from '../fr/read.ts';
import type { Message } from '../message.ts';

export const read: Record<keyof typeof french, Message> = {};
