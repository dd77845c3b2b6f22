// What is asked about people: accounts and tokens (by coordinators), oneself, a one-time link, whether setup is open.
import { accept, refuse } from '#core/refusal.ts';
import type { AccountStore } from '#db/people.ts';
import type { SignInStore } from '#db/sign-in.ts';
import type { TokenStore } from '#db/tokens.ts';
import type { AccountSummary, Queries } from '#server/context.ts';
import { secretHash } from '../auth/secrets.ts';
import { asksCurrentPassword } from '../auth/sessions.ts';
import { mayManagePeople } from '../commands/people-rights.ts';
import { accountSummary, tokenSummary } from './people-summaries.ts';

/** As a French directory sorts: without regard to case or accents first. */
const collator = new Intl.Collator('fr');
const byName = (a: AccountSummary, b: AccountSummary) => collator.compare(a.name, b.name);

export interface PeopleQueryDeps {
  readonly accounts: AccountStore;
  readonly signIn: SignInStore;
  readonly tokens: TokenStore;
  readonly clock: () => Date;
}

export function createPeopleQueries(deps: PeopleQueryDeps): Queries['people'] {
  const { accounts, signIn, tokens, clock } = deps;
  return {
    async list(actor) {
      const no = mayManagePeople(actor);
      return no ?? accept((await accounts.list(clock())).map(accountSummary).sort(byName));
    },

    async tokens(actor) {
      const no = mayManagePeople(actor);
      return no ?? accept((await tokens.list()).map(tokenSummary));
    },

    async setupOpen() {
      return !(await accounts.hasCoordinator());
    },

    async mine(actor) {
      if (actor.kind === 'token') return refuse('not-allowed');
      if (actor.kind !== 'account' || actor.session === undefined) return refuse('not-signed-in');
      const now = clock();
      const session = await signIn.session(actor.session, now);
      if (!session) return refuse('not-signed-in');
      const { id, name, email, role } = session.account;
      const commentMail = (await accounts.get(id))?.commentMail ?? true;
      const hasPassword = (await signIn.password(id)) !== null;
      const asks = asksCurrentPassword(session, hasPassword, now);
      return accept({
        id,
        name,
        email,
        role,
        hasPassword,
        commentMail,
        asksCurrentPassword: asks,
      });
    },

    async link(token) {
      const found = await signIn.findLink(secretHash(token), clock());
      if (!found) return refuse('link-used-or-expired');
      const { name, email } = found.account;
      return accept({ purpose: found.purpose, name, email });
    },
  };
}
