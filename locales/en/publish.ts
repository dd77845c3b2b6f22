// English words: publish.

import type { publish as french } from '../fr/publish.ts';
import type { Message } from '../message.ts';

export const publish: Record<keyof typeof french, Message> = {};
