// Bearer tokens of programs: made (shown once), revoked (their sockets close at once).
import { cleanName, nameProblem } from '#core/people/identity.ts';
import { accept, refuse } from '#core/refusal.ts';
import type { TokenStore } from '#db/tokens.ts';
import type { Commands } from '#server/context.ts';
import { newSecret, secretHash } from '../auth/secrets.ts';
import { tokenSummary } from '../queries/people-summaries.ts';
import { mayManagePeople, nameOf } from './people-rights.ts';

export interface TokenCommandDeps {
  readonly tokens: TokenStore;
  readonly clock: () => Date;
  readonly makeId: () => string;
  /** Asks the rights of this token's live connections again. */
  recheckToken(id: string): Promise<void>;
}

/** What tokens begin with, so that people and secret scanners know one when they see it. */
const PREFIX = 'tk_';

export function createTokenCommands(
  deps: TokenCommandDeps,
): Pick<Commands['people'], 'createToken' | 'revokeToken'> {
  const { tokens, clock, makeId } = deps;
  return {
    async createToken(actor, input) {
      const no = mayManagePeople(actor);
      if (no) return no;
      const name = cleanName(input.name);
      const problem = nameProblem(name);
      if (problem) return refuse('invalid-input', { errors: [problem] });
      const secret = newSecret(PREFIX);
      const token = await tokens.add({
        id: makeId(),
        name,
        role: input.role,
        hash: secretHash(secret),
        createdAt: clock(),
        createdBy: nameOf(actor),
      });
      return accept({ token: tokenSummary(token), secret });
    },

    async revokeToken(actor, id) {
      const no = mayManagePeople(actor);
      if (no) return no;
      if (!(await tokens.revoke(id, clock()))) return refuse('not-found');
      await deps.recheckToken(id);
      return accept(null);
    },
  };
}
