// What threads on a page share: who acts, how an act is sent, who can be named.
import { createContext, useContext } from 'react';
import type { Named } from '#core/deliberation/mentions.ts';
import type { CommentAnswer, CommentValues } from './acting.ts';

export interface CommentsPage {
  /** Id of whoever looks, for what is kept of unsent words. */
  readonly me: string;
  /** Whether there are forms at all. */
  readonly mayComment: boolean;
  readonly people: readonly Named[];
  readonly act: (values: CommentValues) => Promise<CommentAnswer>;
  readonly announce: (text: string) => void;
}

export const CommentsContext = createContext<CommentsPage | null>(null);

/** Inside a CommentsContext only. */
export function useComments(): CommentsPage {
  const page = useContext(CommentsContext);
  if (!page) throw new Error('comments outside their page');
  return page;
}
