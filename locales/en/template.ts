// English words: template.

import type { template as french } from '../fr/template.ts';
import type { Message } from '../message.ts';

export const template: Record<keyof typeof french, Message> = {};
