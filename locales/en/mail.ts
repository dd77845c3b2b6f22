// English words: mail.

import type { mail as french } from '../fr/mail.ts';
import type { Message } from '../message.ts';

export const mail: Record<keyof typeof french, Message> = {};
