// Letters: where they come from, as files without SMTP, over SMTP with one, in words of both languages.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { invitationLetter, signInLetter } from '#server/mail/letters.ts';
import { createMailer, senderAddress } from '#server/mail/mailer.ts';

const LINK = `http://localhost:3000/sign-in/link?token=${'T'.repeat(43)}`;
const LETTER = invitationLetter({
  language: 'fr',
  to: { name: 'Zoé "Z" <x>', email: 'zoe@example.org' },
  inviter: 'Camille & Cie',
  network: 'Réseau d’essai',
  role: 'editor',
  link: LINK,
  endsAt: new Date('2026-03-28T09:00:00.000Z'),
});

function mailerOf(smtpUrl: string | null) {
  const dataDir = mkdtempSync(join(tmpdir(), 'people-mail-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  let ids = 0;
  const mailer = createMailer({
    smtpUrl,
    dataDir,
    from: { name: 'Réseau d’essai', email: 'triptyque@example.org' },
    clock: () => new Date('2026-03-21T09:00:00.000Z'),
    makeId: () => {
      ids += 1;
      return `id${ids}`;
    },
  });
  return { mailer, outbox: join(dataDir, 'outbox') };
}

test.each([
  [null, 'http://localhost:3000', 'triptyque@localhost'],
  [null, 'https://ref.example.org', 'triptyque@ref.example.org'],
  ['smtp://mail.example.org:25', 'https://ref.example.org', 'triptyque@ref.example.org'],
  ['smtps://bot%40example.org:pw@mail.example.org', 'https://ref.example.org', 'bot@example.org'],
  ['smtp://u:pw@mail.example.org?from=x%40y.example', 'https://ref.example.org', 'x@y.example'],
])('with SMTP_URL %s at %s letters come from %s', (smtpUrl, publicUrl, address) => {
  expect(senderAddress(smtpUrl, publicUrl)).toBe(address);
});

test('without SMTP a letter is a file for its owner only, from which the link can be copied', async () => {
  const { mailer, outbox } = mailerOf(null);
  await Promise.all([mailer.send(LETTER), mailer.send(LETTER)]);
  expect(readdirSync(outbox).sort()).toEqual([
    '2026-03-21T09-00-00-000Z-id1.eml',
    '2026-03-21T09-00-00-000Z-id2.eml',
  ]);
  expect(statSync(outbox).mode & 0o777).toBe(0o700);
  const path = join(outbox, '2026-03-21T09-00-00-000Z-id1.eml');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const file = readFileSync(path, 'utf8');
  const [head = ''] = file.split('\r\n\r\n');
  expect(head).toMatch(/^To: .*<zoe@example\.org>$/m);
  expect(head).toMatch(/^From: .*<triptyque@example\.org>$/m);
  expect(head).toMatch(/^Date: Sat, 21 Mar 2026 09:00:00 \+0000$/m);
  expect(head).toMatch(/^Content-Type: multipart\/alternative/m);
  expect(file).toContain(`\r\n${LINK}\r\n`);
  expect(file).toContain('jusqu’au 28 mars 2026 à 10');
});

test('text and HTML say the same, French is set, and nothing in a name is markup', () => {
  expect(LETTER.text.split('\n\n')).toEqual([
    'Bonjour Zoé "Z" <x>,',
    'Camille & Cie vous invite à rejoindre Réseau d’essai, où se rédigent et se publient les référentiels du réseau. Votre rôle\u00a0: rédaction.',
    'Pour entrer, ouvrez ce lien, puis appuyez sur le bouton de la page\u00a0:',
    LINK,
    'Ce lien est personnel. Il ne sert qu’une fois, jusqu’au 28 mars 2026 à 10\u00a0h\u00a000 (heure de Paris). Ensuite, demandez-en un nouveau.',
    'Si vous n’attendiez pas cette invitation, ne faites rien\u00a0: elle s’éteindra d’elle-même.',
  ]);
  expect(LETTER.html).toContain('<html lang="fr">');
  expect(LETTER.html).toContain('Bonjour Zoé &quot;Z&quot; &lt;x&gt;,');
  expect(LETTER.html).toContain(`<a href="${LINK}"`);
  expect(LETTER.html).not.toContain('<x>');
  const english = signInLetter({
    language: 'en',
    to: { name: 'Zoé', email: 'zoe@example.org' },
    network: 'Trial',
    link: LINK,
    minutes: 30,
  });
  expect(english.subject).toBe('Your sign-in link for Trial');
  expect(english.text).toContain('within 30 minutes');
});

test('with SMTP a letter goes to the server, and a server that refuses is an error', async () => {
  const received: string[] = [];
  let refuse = false;
  const server = createServer((socket) => speakSmtp(socket, received, () => refuse));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const { mailer } = mailerOf(`smtp://127.0.0.1:${port}?from=a%40example.org`);
  await mailer.send(LETTER);
  expect(received.join('')).toMatch(/To: .*zoe@example\.org/);
  refuse = true;
  await expect(mailer.send(LETTER)).rejects.toThrow(/no such mailbox/);
});

/** As much of RFC 5321 as one letter needs. */
function speakSmtp(socket: Socket, received: string[], refuses: () => boolean): void {
  let inData = false;
  socket.setEncoding('utf8');
  socket.on('error', () => socket.destroy());
  socket.write('220 ready\r\n');
  socket.on('data', (chunk: string) => {
    if (inData) {
      received.push(chunk);
      if (chunk.endsWith('\r\n.\r\n')) {
        inData = false;
        socket.write('250 kept\r\n');
      }
      return;
    }
    const [word = ''] = chunk.trim().toUpperCase().split(' ');
    if (word === 'RCPT' && refuses()) socket.write('550 no such mailbox\r\n');
    else if (word === 'DATA') {
      inData = true;
      socket.write('354 go on\r\n');
    } else if (word === 'QUIT') socket.end('221 bye\r\n');
    else socket.write('250 ok\r\n');
  });
}
