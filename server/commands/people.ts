// What coordinators do with accounts: the first one, invitations, roles, disabling. Rights end at once, in live rooms too.
import {
  cleanEmail,
  cleanName,
  emailProblem,
  nameProblem,
  passwordProblem,
} from '#core/people/identity.ts';
import { accept, type InputProblem, refuse } from '#core/refusal.ts';
import type { AccountStore } from '#db/people.ts';
import type { SignInStore } from '#db/sign-in.ts';
import type { Commands } from '#server/context.ts';
import type { Links } from '../auth/links.ts';
import { secretHash } from '../auth/secrets.ts';
import { accountSummary } from '../queries/people-summaries.ts';
import { mayManagePeople, nameOf } from './people-rights.ts';

export interface AccountCommandDeps {
  readonly accounts: AccountStore;
  readonly signIn: SignInStore;
  readonly links: Links;
  readonly clock: () => Date;
  readonly makeId: () => string;
  hashPassword(password: string): Promise<string>;
  /** Asks the rights of this account's live connections again. */
  recheckAccount(id: string): Promise<void>;
}

type AccountCommands = Pick<
  Commands['people'],
  'setup' | 'invite' | 'changeRole' | 'disable' | 'setCommentMail'
>;

export function createAccountCommands(deps: AccountCommandDeps): AccountCommands {
  const { accounts, signIn, links, clock, makeId } = deps;
  return {
    async setup(input) {
      const hash = secretHash(input.token);
      if (await accounts.hasCoordinator()) return refuse('setup-done');
      // Before the password is hashed, which costs: a wrong token must cost nothing.
      if (!(await signIn.isSetupToken(hash))) return refuse('link-used-or-expired');
      const name = cleanName(input.name);
      const email = cleanEmail(input.email);
      const errors = problems(
        nameProblem(name),
        emailProblem(email),
        passwordProblem(input.password),
      );
      if (errors.length > 0) return refuse('invalid-input', { errors });
      const made = await signIn.setup(
        hash,
        {
          accountId: makeId(),
          credentialId: makeId(),
          name,
          email,
          password: await deps.hashPassword(input.password),
          language: input.language ?? 'fr',
        },
        clock(),
      );
      if (made === 'done') return refuse('setup-done');
      if (made === 'wrong-token') return refuse('link-used-or-expired');
      if (made === 'taken') return refuse('email-taken');
      return accept(accountSummary({ account: made, invitationEndsAt: null }));
    },

    async invite(actor, input) {
      const no = mayManagePeople(actor);
      if (no) return no;
      const name = cleanName(input.name);
      const email = cleanEmail(input.email);
      const errors = problems(nameProblem(name), emailProblem(email));
      if (errors.length > 0) return refuse('invalid-input', { errors });
      const invitation = await links.invite({
        name,
        email,
        role: input.role,
        language: input.language ?? 'fr',
      });
      if (invitation === 'taken') return refuse('email-taken');
      const { account, link, endsAt } = invitation;
      await deps.recheckAccount(account.id);
      const mailed =
        input.mail !== false && (await links.sendInvitation(invitation, nameOf(actor)));
      return accept({
        account: accountSummary({ account, invitationEndsAt: endsAt }),
        link,
        mailed,
      });
    },

    async changeRole(actor, id, role) {
      const no = mayManagePeople(actor);
      if (no) return no;
      const changed = await accounts.changeRole(id, role, clock());
      if (changed === 'missing') return refuse('not-found');
      if (changed === 'last') return refuse('last-coordinator');
      await deps.recheckAccount(id);
      return accept(accountSummary(changed));
    },

    async disable(actor, id) {
      const no = mayManagePeople(actor);
      if (no) return no;
      const done = await accounts.disable(id, clock());
      if (done === 'missing') return refuse('not-found');
      if (done === 'last') return refuse('last-coordinator');
      await deps.recheckAccount(id);
      return accept(null);
    },

    async setCommentMail(actor, wanted) {
      if (actor.kind === 'anonymous') return refuse('not-signed-in');
      if (actor.kind !== 'account') return refuse('not-allowed');
      await accounts.setCommentMail(actor.id, wanted, clock());
      return accept(null);
    },
  };
}

function problems(...found: readonly (InputProblem | null)[]): readonly InputProblem[] {
  return found.filter((problem) => problem !== null);
}
