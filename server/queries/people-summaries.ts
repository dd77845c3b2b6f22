// Accounts and tokens as pages, API and command line are shown them: instants as text, no hash of anything.
import type { ListedAccount } from '#db/people.ts';
import type { Token } from '#db/tokens.ts';
import type { AccountSummary, TokenSummary } from '#server/context.ts';

export function accountSummary({ account, invitationEndsAt }: ListedAccount): AccountSummary {
  return {
    id: account.id,
    name: account.name,
    email: account.email,
    role: account.role,
    disabled: account.disabledAt !== null,
    createdAt: account.createdAt.toISOString(),
    joined: account.joinedAt !== null,
    invitationEndsAt: invitationEndsAt?.toISOString() ?? null,
  };
}

export function tokenSummary(token: Token): TokenSummary {
  return {
    id: token.id,
    name: token.name,
    role: token.role,
    createdAt: token.createdAt.toISOString(),
    createdBy: token.createdBy,
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    revokedAt: token.revokedAt?.toISOString() ?? null,
  };
}
