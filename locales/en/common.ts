// English words: common.

import type { common as french } from '../fr/common.ts';
import type { Message } from '../message.ts';

export const common: Record<keyof typeof french, Message> = {};
