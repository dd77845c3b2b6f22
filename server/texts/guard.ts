// Turns what a text or the store says when it cannot serve into a refusal; anything else thrown stays a bug.
import { type Refusal, type Result, refuse } from '#core/refusal.ts';
import { storeTrouble } from '#db/trouble.ts';
import { RoomUnavailable } from '../sync/unavailable.ts';

/** The refusal that an error stands for, or null where it is a bug. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof RoomUnavailable) {
    if (error.why === 'unavailable') return refuse('store-unavailable');
    return refuse('text-unreadable', { values: { room: error.room.room } });
  }
  return storeTrouble(error) ? refuse('store-unavailable') : null;
}

/** The same function, which refuses where it would have thrown such an error. */
export function guarded<A extends unknown[], T>(
  fn: (...args: A) => Promise<Result<T>>,
): (...args: A) => Promise<Result<T>> {
  return async (...args) => {
    try {
      return await fn(...args);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal) return refusal;
      throw error;
    }
  };
}

/** What `fn` gives, or undefined where a text or the store cannot serve: for lists that show the rest. */
export async function unlessUnavailable<T>(fn: () => Promise<T>): Promise<T | undefined> {
  try {
    return await fn();
  } catch (error) {
    if (refusalOf(error)) return undefined;
    throw error;
  }
}
