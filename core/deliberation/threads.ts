// The life of a thread of comments: open, resolved, opened again; and which threads somebody looks for.

export const THREAD_EVENTS = ['resolved', 'reopened'] as const;
export type ThreadEventKind = (typeof THREAD_EVENTS)[number];
export type ThreadState = 'open' | ThreadEventKind;

/** Longer comments are refused. UTF-16 units. */
export const LONGEST_COMMENT = 5_000;

/** Where a thread stands after what happened to it, oldest first. */
export function threadState(events: readonly { readonly kind: ThreadEventKind }[]): ThreadState {
  return events.at(-1)?.kind ?? 'open';
}

export function isOpen(state: ThreadState): boolean {
  return state !== 'resolved';
}

/** Whether this would change anything: an open thread cannot be opened again, a resolved one not resolved. */
export function changesState(state: ThreadState, kind: ThreadEventKind): boolean {
  return isOpen(state) === (kind === 'resolved');
}

export const THREAD_FILTERS = ['open', 'resolved', 'detached', 'mine', 'mentions'] as const;
export type ThreadFilter = (typeof THREAD_FILTERS)[number];

/** What of a thread a filter looks at. */
export interface Filterable {
  readonly state: ThreadState;
  /** The words, or the item, that it was about are gone. */
  readonly detached: boolean;
  readonly comments: readonly {
    readonly author: { readonly id: string };
    readonly mentions: readonly { readonly id: string }[];
  }[];
}

/** Whether a thread is among those of a filter, for the person `me`. */
export function inFilter(thread: Filterable, filter: ThreadFilter, me: string): boolean {
  const { state, detached, comments } = thread;
  switch (filter) {
    case 'open':
      return isOpen(state);
    case 'resolved':
      return !isOpen(state);
    case 'detached':
      return detached && isOpen(state);
    case 'mine':
      return comments.some(({ author }) => author.id === me);
    case 'mentions':
      return comments.some(({ mentions }) => mentions.some(({ id }) => id === me));
  }
}
