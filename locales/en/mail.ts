// English words: the letters that carry a one-time link.

import type { mail as french } from '../fr/mail.ts';
import type { Message } from '../message.ts';

export const mail: Record<keyof typeof french, Message> = {
  'mail.greeting': 'Hello {name},',

  'mail.role.reader': 'reader',
  'mail.role.editor': 'editor',
  'mail.role.coordinator': 'coordinator',

  'mail.invitation.subject': '{inviter} invites you to join {network}',
  'mail.invitation.what':
    '{inviter} invites you to join {network}, where the network writes and publishes its reference frameworks. Your role: {role}.',
  'mail.invitation.open': 'To come in, open this link, then press the button on its page:',
  'mail.invitation.button': 'Accept the invitation',
  'mail.invitation.ends':
    'This link is for you alone. It works once, until {moment} (Paris time). After that, ask for a new one.',
  'mail.invitation.ignore':
    'If you did not expect this invitation, do nothing: it will lapse by itself.',

  'mail.sign-in.subject': 'Your sign-in link for {network}',
  'mail.sign-in.what':
    'Here is the link to sign in to {network}. Open it, then press the button on its page:',
  'mail.sign-in.button': 'Sign in',
  'mail.sign-in.ends': {
    one: 'This link is for you alone. It works once, within {count} minute.',
    other: 'This link is for you alone. It works once, within {count} minutes.',
  },
  'mail.sign-in.ignore':
    'If you did not ask for this link, do nothing: your account stays as it is.',

  'mail.comments.subject': {
    one: 'A comment is waiting for you: {network}',
    other: '{count} comments are waiting for you: {network}',
  },
  'mail.comments.mention': '{author} mentions you in “{framework}”, {item}:',
  'mail.comments.reply': '{author} answers you in “{framework}”, {item}:',
  'mail.comments.somebody': 'Somebody',
  'mail.comments.open': 'See the thread',
  'mail.comments.off': 'To stop these mails:',
};
