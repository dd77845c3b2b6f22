// When each token was last used: noted in memory and written for all at once, since a whole room comes back at once.
import type { TokenStore } from '#db/tokens.ts';

/** A use within so long of the last is not written. */
const WORTH_NOTING_MS = 60_000;
/** How long uses are gathered. */
const GATHER_MS = 2_000;

export interface TokenUses {
  /** Notes that a token was used; `before` is when that was last written. */
  note(id: string, before: Date | null, now: Date): void;
  /** Writes at once what is noted; resolves when nothing is under way any more. */
  write(): Promise<void>;
}

/** `failed` hears what went wrong in a write that nobody waits for; the uses in it are forgotten. */
export function createTokenUses(
  tokens: Pick<TokenStore, 'touch'>,
  failed: (error: unknown) => void,
): TokenUses {
  let noted = new Map<string, Date>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  function write(): Promise<void> {
    clearTimeout(timer);
    if (noted.size === 0) return writing;
    const uses = noted;
    noted = new Map();
    writing = Promise.all([tokens.touch(uses), writing]).then(() => {}, failed);
    return writing;
  }

  return {
    note(id, before, now) {
      const last = noted.get(id) ?? before;
      if (last && now.getTime() - last.getTime() < WORTH_NOTING_MS) return;
      if (noted.size === 0) timer = setTimeout(() => void write(), GATHER_MS).unref();
      noted.set(id, now);
    },
    write,
  };
}
