// English words: refusal.

import type { refusal as french } from '../fr/refusal.ts';
import type { Message } from '../message.ts';

export const refusal: Record<keyof typeof french, Message> = {};
