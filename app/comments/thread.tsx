// One thread: the words it is about, what was said, what became of it, and what one may do. Works without script.
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { commentParts, plainComment } from '#core/deliberation/mentions.ts';
import { isOpen } from '#core/deliberation/threads.ts';
import type { CommentSummary, CommentThread } from '#server/context.ts';
import { Icon } from '../components/icon.tsx';
import { Moment } from '../components/moment.tsx';
import { useT } from '../language.tsx';
import { CommentForm } from './comment-form.tsx';
import styles from './comments.module.css';
import { useComments } from './context.ts';

/** `detached` as the page knows it, which may be before the server. */
export function Thread({
  thread,
  detached = thread.detached,
  message,
}: {
  readonly thread: CommentThread;
  readonly detached?: boolean;
  /** Why the server said no to which form of this thread, with what was typed in it. */
  readonly message?: {
    readonly intent: string;
    readonly id: string;
    readonly words: string;
    readonly body: string;
  };
}) {
  const t = useT();
  const { mayComment } = useComments();
  const open = isOpen(thread.state);
  const last = thread.events.at(-1);
  const replied = message?.intent === 'reply' ? message : undefined;
  return (
    <div className={styles.thread} data-state={thread.state}>
      {thread.quote !== '' && (
        <p className={styles.quote}>
          <span className="hidden">{t('comments.about')} </span>
          <q>{thread.quote}</q>
        </p>
      )}
      {detached && (
        <p className={styles.note}>
          <Icon name="info" small />
          {thread.quote === ''
            ? t('comments.detached.item', { name: thread.itemTitle })
            : t('comments.detached')}
        </p>
      )}
      {thread.comments.map((comment) => (
        <Comment key={comment.id} comment={comment} thread={thread.id} message={message} />
      ))}
      {last && (
        <p className={styles.note}>
          <Icon name={open ? 'message-square' : 'check'} small />
          <span>
            {t(open ? 'comments.reopened' : 'comments.resolved', { name: nameOf(t, last.by.name) })}{' '}
            <Moment instant={last.at} />
          </span>
        </p>
      )}
      {mayComment && (
        <div className={styles.foot}>
          {open && (
            <Fold label={t('comments.reply')} open={replied !== undefined}>
              {(close) => (
                <CommentForm
                  intent="reply"
                  hidden={{ thread: thread.id }}
                  place={`reply ${thread.id}`}
                  label={t('comments.reply.label')}
                  submit={t('comments.send')}
                  initial={replied?.body ?? ''}
                  message={replied?.words ?? ''}
                  focus
                  onDone={close}
                  onCancel={close}
                />
              )}
            </Fold>
          )}
          <Act intent={open ? 'resolve' : 'reopen'} hidden={{ thread: thread.id }}>
            {t(open ? 'comments.resolve' : 'comments.reopen')}
          </Act>
        </div>
      )}
    </div>
  );
}

function nameOf(t: ReturnType<typeof useT>, name: string): string {
  return name === '' ? t('comments.somebody') : name;
}

function Comment({
  comment,
  thread,
  message,
}: {
  readonly comment: CommentSummary;
  readonly thread: string;
  readonly message: Parameters<typeof Thread>[0]['message'];
}) {
  const t = useT();
  const { mayComment } = useComments();
  const { id, author, body, mentions, createdAt, editedAt, removed, own } = comment;
  const [editing, setEditing] = useState(message?.intent === 'edit' && message.id === id);
  const refused = message?.intent === 'edit' && message.id === id ? message : undefined;
  return (
    <div className={styles.comment}>
      <p className={styles.who}>
        <b>
          <bdi>{nameOf(t, author.name)}</bdi>
        </b>{' '}
        <Moment instant={createdAt} style="moment" />
        {editedAt && !removed && <> · {t('comments.edited')}</>}
      </p>
      {removed ? (
        <p className={styles.gone}>{t('comments.removed')}</p>
      ) : (
        <p className={styles.body} dir="auto">
          {commentParts(body, mentions).map((part, at) =>
            part.kind === 'text' ? (
              part.text
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name than their place.
              <b key={at} className={styles.mention}>
                @<bdi>{part.name}</bdi>
              </b>
            ),
          )}
        </p>
      )}
      {own && mayComment && (
        <div className={styles.own}>
          <Fold label={t('comments.edit')} open={editing} onOpen={setEditing}>
            {(close) => (
              <CommentForm
                intent="edit"
                hidden={{ thread, comment: id }}
                place={`edit ${id}`}
                label={t('comments.edit.label')}
                submit={t('common.save')}
                initial={refused?.body ?? plainComment(body, mentions)}
                message={refused?.words ?? ''}
                focus
                onDone={close}
                onCancel={close}
              />
            )}
          </Fold>
          <Act intent="remove" hidden={{ thread, comment: id }}>
            {t('comments.remove')}
          </Act>
        </div>
      )}
    </div>
  );
}

/** A form that opens under its word. The browser's own, so that it opens without script. */
function Fold({
  label,
  open,
  onOpen,
  children,
}: {
  readonly label: string;
  readonly open: boolean;
  readonly onOpen?: (open: boolean) => void;
  readonly children: (close: () => void) => React.ReactNode;
}) {
  const ref = useRef<HTMLDetailsElement>(null);
  const [opened, setOpened] = useState(open);
  // On the server and before scripts come the form is there, folded.
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const close = () => {
    if (ref.current) ref.current.open = false;
    ref.current?.querySelector('summary')?.focus();
  };
  return (
    <details
      ref={ref}
      className={styles.fold}
      open={open}
      onToggle={(event) => {
        setOpened(event.currentTarget.open);
        onOpen?.(event.currentTarget.open);
      }}
    >
      <summary>{label}</summary>
      {(opened || !alive) && children(close)}
    </details>
  );
}

/** One button that is a form of its own. */
function Act({
  intent,
  hidden,
  children,
}: {
  readonly intent: 'resolve' | 'reopen' | 'remove';
  readonly hidden: Readonly<Record<string, string>>;
  readonly children: string;
}) {
  const t = useT();
  const { act, announce } = useComments();
  const [message, setMessage] = useState('');
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await act({ ...hidden, intent });
    setMessage(answer.ok ? '' : (answer.message ?? t('comments.not-done')));
    if (answer.ok) announce(t(`comments.said.${intent}`));
  };
  return (
    <form method="post" onSubmit={send} data-intent={intent}>
      {Object.entries({ ...hidden, intent }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className={styles.link}>
        {children}
      </button>
      {message !== '' && (
        <p role="alert" className={styles.error}>
          {message}
        </p>
      )}
    </form>
  );
}
