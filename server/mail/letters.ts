// The letters that carry a one-time link, as text and as plain HTML that says the same.
import type { Language } from '#core/framework/interchange.ts';
import type { Role } from '#core/policy.ts';
import { type MessageKey, translator } from '#locales/catalogue.ts';
import { formatMoment } from '#locales/format.ts';
import type { Letter } from './mailer.ts';

interface Recipient {
  readonly name: string;
  readonly email: string;
}

export interface InvitationLetter {
  readonly language: Language;
  readonly to: Recipient;
  /** Name of who invites. */
  readonly inviter: string;
  readonly network: string;
  readonly role: Role;
  readonly link: string;
  readonly endsAt: Date;
}

export interface SignInLetter {
  readonly language: Language;
  readonly to: Recipient;
  readonly network: string;
  readonly link: string;
  readonly minutes: number;
}

const ROLE_KEY: Record<Role, MessageKey> = {
  reader: 'mail.role.reader',
  editor: 'mail.role.editor',
  coordinator: 'mail.role.coordinator',
};

export function invitationLetter(letter: InvitationLetter): Letter {
  const { language, to, inviter, network, link } = letter;
  const say = translator(language);
  return compose(language, to, link, {
    subject: say('mail.invitation.subject', { inviter, network }),
    greeting: say('mail.greeting', { name: to.name }),
    before: [
      say('mail.invitation.what', { inviter, network, role: say(ROLE_KEY[letter.role]) }),
      say('mail.invitation.open'),
    ],
    button: say('mail.invitation.button'),
    after: [
      say('mail.invitation.ends', { moment: formatMoment(language, letter.endsAt.toISOString()) }),
      say('mail.invitation.ignore'),
    ],
  });
}

export function signInLetter(letter: SignInLetter): Letter {
  const { language, to, network, link, minutes } = letter;
  const say = translator(language);
  return compose(language, to, link, {
    subject: say('mail.sign-in.subject', { network }),
    greeting: say('mail.greeting', { name: to.name }),
    before: [say('mail.sign-in.what', { network })],
    button: say('mail.sign-in.button'),
    after: [say('mail.sign-in.ends', { count: minutes }), say('mail.sign-in.ignore')],
  });
}

interface Words {
  readonly subject: string;
  readonly greeting: string;
  readonly before: readonly string[];
  readonly button: string;
  readonly after: readonly string[];
}

function compose(language: Language, to: Recipient, link: string, words: Words): Letter {
  const { subject, greeting, before, button, after } = words;
  const address = escaped(link);
  const paragraph = (text: string) => `<p>${escaped(text)}</p>`;
  return {
    to,
    subject,
    text: [greeting, ...before, link, ...after].join('\n\n'),
    html: [
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
      '<body style="font-family:sans-serif;font-size:16px;line-height:1.5;max-width:36em;margin:1em">',
      paragraph(greeting),
      ...before.map(paragraph),
      `<p><a href="${address}" style="font-weight:bold">${escaped(button)}</a></p>`,
      `<p style="word-break:break-all">${address}</p>`,
      ...after.map(paragraph),
      '</body></html>',
    ].join('\n'),
  };
}

/** Text as it may stand in HTML. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
