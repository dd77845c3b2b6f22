// English words: home.

import type { home as french } from '../fr/home.ts';
import type { Message } from '../message.ts';

export const home: Record<keyof typeof french, Message> = {};
