// The form of a thread that is being started, at an item or at the words that were selected in it.

import type { Section } from '../editor/live/section.ts';
import { useSectionPage } from '../editor/page/context.ts';
import { useSignal } from '../editor/page/use-signal.ts';
import { useT } from '../language.tsx';
import { CommentForm } from './comment-form.tsx';
import styles from './comments.module.css';
import { useComments } from './context.ts';

/** Nothing while none is being started. `onEnd` after it was sent or given up. */
export function NewThreadForm({
  section,
  onEnd,
}: {
  readonly section: Section;
  readonly onEnd?: () => void;
}) {
  const t = useT();
  const { nameOf } = useSectionPage();
  const { announce } = useComments();
  const { comments, view, desk } = section;
  const starting = useSignal(comments.starting, null);
  if (!starting) return null;
  const { id, item, anchor, quote } = starting;
  const row = view.row(item);
  const end = () => {
    comments.starting.set(null);
    onEnd?.();
  };
  return (
    <div className={styles.thread}>
      {quote !== '' && (
        <p className={styles.quote}>
          <q>{quote}</q>
        </p>
      )}
      <CommentForm
        key={id}
        intent="start"
        hidden={{ item, id, ...(anchor ? { anchor: JSON.stringify(anchor) } : {}) }}
        place={`start ${item}`}
        label={
          quote === ''
            ? t('comments.start.on', { name: row ? nameOf(row) : t('section.preamble') })
            : t('comments.start.words')
        }
        submit={t('comments.send')}
        focus
        onDone={(thread) => {
          announce(t('comments.said.start'));
          end();
          comments.active.set(thread);
        }}
        onCancel={() => {
          end();
          desk.focusItem(item);
        }}
      />
    </div>
  );
}
