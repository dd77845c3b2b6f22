// One-time links: made, mailed, looked at. What is kept of one is its hash; using it up is in db/sign-in.ts.
import type { Language } from '#core/framework/interchange.ts';
import { paths } from '#core/paths.ts';
import type { Account, AccountStore } from '#db/people.ts';
import type { SignInStore } from '#db/sign-in.ts';
import type { Log } from '../log.ts';
import { invitationLetter, signInLetter } from '../mail/letters.ts';
import type { Mailer } from '../mail/mailer.ts';
import { newSecret, secretHash } from './secrets.ts';

const MINUTE = 60_000;
export const INVITATION_MS = 7 * 24 * 60 * MINUTE;
const SIGN_IN_MINUTES = 30;

export interface LinkDeps {
  readonly signIn: SignInStore;
  readonly accounts: AccountStore;
  readonly mailer: Mailer;
  readonly clock: () => Date;
  readonly makeId: () => string;
  readonly networkName: string;
  /** Absolute address of a path of this server. */
  url(path: string): string;
  readonly log: Log;
}

type Invitee = Pick<Account, 'name' | 'email' | 'role' | 'language'>;

export interface Links {
  /** Makes the account wait with a new link; `taken` where somebody with that address may come in already. */
  invite(invitee: Invitee): Promise<{ account: Account; link: string; endsAt: Date } | 'taken'>;
  /** Mails an invitation. False where the mail did not leave: the link can still be handed over. */
  sendInvitation(
    invitation: { account: Account; link: string; endsAt: Date },
    inviter: string,
  ): Promise<boolean>;
  /** Mails a link to sign in. */
  sendSignIn(account: Account, language: Language): Promise<void>;
}

export function createLinks(deps: LinkDeps): Links {
  const { signIn, accounts, mailer, clock, makeId, networkName } = deps;
  return {
    async invite(invitee) {
      const now = clock();
      const secret = newSecret();
      const endsAt = new Date(now.getTime() + INVITATION_MS);
      const account = await accounts.invite(
        {
          ...invitee,
          accountId: makeId(),
          linkId: makeId(),
          hash: secretHash(secret),
          expiresAt: endsAt,
        },
        now,
      );
      if (account === 'taken') return 'taken';
      return { account, link: deps.url(paths.signInLink(secret)), endsAt };
    },

    async sendInvitation({ account, link, endsAt }, inviter) {
      const { language, role } = account;
      try {
        await mailer.send(
          invitationLetter({
            language,
            to: account,
            inviter,
            network: networkName,
            role,
            link,
            endsAt,
          }),
        );
        return true;
      } catch (error) {
        deps.log.error('an invitation could not be mailed', { error });
        return false;
      }
    },

    async sendSignIn(account, language) {
      const now = clock();
      const secret = newSecret();
      const expiresAt = new Date(now.getTime() + SIGN_IN_MINUTES * MINUTE);
      await signIn.addSignInLink(
        { id: makeId(), hash: secretHash(secret), accountId: account.id, expiresAt },
        now,
      );
      await mailer.send(
        signInLetter({
          language,
          to: account,
          network: networkName,
          link: deps.url(paths.signInLink(secret)),
          minutes: SIGN_IN_MINUTES,
        }),
      );
    },
  };
}
