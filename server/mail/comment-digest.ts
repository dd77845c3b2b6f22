// The letter about comments: everything that waited for one person, in one letter, with a link to each thread.
import { type Named, plainComment } from '#core/deliberation/mentions.ts';
import { shorten } from '#core/shorten.ts';
import type { DueNotice } from '#db/comment-notices.ts';
import { translator } from '#locales/catalogue.ts';
import { escaped } from './letters.ts';
import type { Letter } from './mailer.ts';

export interface CommentDigest {
  readonly to: DueNotice['account'];
  readonly network: string;
  /** Never empty; oldest first. */
  readonly notices: readonly DueNotice[];
  readonly people: readonly Named[];
  /** Absolute addresses. */
  readonly linkOf: (notice: DueNotice) => string;
  /** Where letters are switched off. */
  readonly settings: string;
}

/** How much of a comment is quoted. Characters. */
const QUOTED = 300;

export function commentDigest(digest: CommentDigest): Letter {
  const { to, network, notices, people, linkOf, settings } = digest;
  const say = translator(to.language);
  const subject = say('mail.comments.subject', { count: notices.length, network });
  const entries = notices.map((notice) => {
    const { why, author, framework, thread } = notice;
    return {
      what: say(why === 'mention' ? 'mail.comments.mention' : 'mail.comments.reply', {
        author: author === '' ? say('mail.comments.somebody') : author,
        framework: framework.title,
        item: thread.itemTitle,
      }),
      words: shorten(plainComment(notice.body, people), QUOTED),
      link: linkOf(notice),
    };
  });
  const greeting = say('mail.greeting', { name: to.name });
  const off = say('mail.comments.off');
  return {
    to,
    subject,
    text: [
      greeting,
      ...entries.map(({ what, words, link }) =>
        [what, words.replace(/^/gm, '> '), link].join('\n'),
      ),
      `${off}\n${settings}`,
    ].join('\n\n'),
    html: [
      `<!doctype html><html lang="${to.language}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
      '<body style="font-family:sans-serif;font-size:16px;line-height:1.5;max-width:36em;margin:1em">',
      `<p>${escaped(greeting)}</p>`,
      ...entries.map(
        ({ what, words, link }) =>
          `<p>${escaped(what)}</p><blockquote style="white-space:pre-wrap">${escaped(words)}</blockquote>` +
          `<p><a href="${escaped(link)}">${escaped(say('mail.comments.open'))}</a></p>`,
      ),
      `<p>${escaped(off)}<br><a href="${escaped(settings)}">${escaped(settings)}</a></p>`,
      '</body></html>',
    ].join('\n'),
  };
}
