// English words: versions.

import type { versions as french } from '../fr/versions.ts';
import type { Message } from '../message.ts';

export const versions: Record<keyof typeof french, Message> = {};
