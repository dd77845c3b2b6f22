// English words: framework.

import type { framework as french } from '../fr/framework.ts';
import type { Message } from '../message.ts';

export const framework: Record<keyof typeof french, Message> = {};
