// English words: export.

import type { exporting as french } from '../fr/export.ts';
import type { Message } from '../message.ts';

export const exporting: Record<keyof typeof french, Message> = {};
