// English words: people.

import type { people as french } from '../fr/people.ts';
import type { Message } from '../message.ts';

export const people: Record<keyof typeof french, Message> = {};
