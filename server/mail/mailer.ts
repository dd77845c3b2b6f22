// Sends letters: by SMTP where there is one, else as files in DATA_DIR/outbox for whoever runs the server.
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import nodemailer from 'nodemailer';

/** A letter, worded and ready. */
export interface Letter {
  readonly to: { readonly name: string; readonly email: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Mailer {
  /** Resolves once it left (or is on disk); throws where it could not leave. */
  send(letter: Letter): Promise<void>;
}

export interface MailerDeps {
  /** `smtp://user:password@host:port` or `smtps://…`; null for the outbox. */
  readonly smtpUrl: string | null;
  readonly dataDir: string;
  /** Address that letters come from: see `senderAddress`. */
  readonly from: { readonly name: string; readonly email: string };
  readonly clock: () => Date;
  readonly makeId: () => string;
}

const SMTP_WAIT_MS = 10_000;

/**
 * Where letters come from: `?from=` of the SMTP address, else its user where that is an address (most providers
 * ask for it), else `triptyque@` and the name of this server.
 */
export function senderAddress(smtpUrl: string | null, publicUrl: string): string {
  if (smtpUrl !== null) {
    const url = new URL(smtpUrl);
    const named = url.searchParams.get('from');
    if (named) return named;
    const user = decodeURIComponent(url.username);
    if (user.includes('@')) return user;
  }
  return `triptyque@${new URL(publicUrl).hostname}`;
}

export function createMailer(deps: MailerDeps): Mailer {
  return deps.smtpUrl === null ? outbox(deps) : smtp(deps, deps.smtpUrl);
}

function smtp({ from, clock }: MailerDeps, smtpUrl: string): Mailer {
  const url = new URL(smtpUrl);
  url.searchParams.delete('from');
  const transport = nodemailer.createTransport({
    url: url.href,
    connectionTimeout: SMTP_WAIT_MS,
    greetingTimeout: SMTP_WAIT_MS,
    socketTimeout: SMTP_WAIT_MS,
  });
  return {
    async send({ to, subject, text, html }) {
      await transport.sendMail({ ...envelope(from, to), date: clock(), subject, text, html });
    },
  };
}

/** One file per letter, named by date, in 8-bit text: a mail program opens it, and the link can be copied from it. */
function outbox({ dataDir, from, clock, makeId }: MailerDeps): Mailer {
  const folder = join(dataDir, 'outbox');
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
  return {
    async send({ to, subject, text, html }) {
      const date = clock();
      const { message } = await transport.sendMail({
        ...envelope(from, to),
        date,
        subject,
        alternatives: [part('text/plain', text), part('text/html', html)],
      });
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const name = `${date.toISOString().replace(/[:.]/g, '-')}-${makeId()}`;
      const hidden = join(folder, `.${name}`);
      await writeFile(hidden, message, { mode: 0o600, flag: 'wx' });
      await rename(hidden, join(folder, `${name}.eml`));
    },
  };
}

function envelope(from: MailerDeps['from'], to: Letter['to']) {
  return {
    from: { name: from.name, address: from.email },
    to: { name: to.name, address: to.email },
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

function part(contentType: string, content: string) {
  const lines = content.replace(/\r?\n/g, '\r\n');
  return {
    contentType,
    raw: `Content-Type: ${contentType}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${lines}\r\n`,
  };
}
