// Writing a comment: the words, people named with @ from a list, and what becomes of it. A plain form without script.
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { type Named, nameBeingTyped } from '#core/deliberation/mentions.ts';
import { searchForm } from '#core/framework/find.ts';
import { Button } from '../components/button.tsx';
import field from '../components/field.module.css';
import { newItemId } from '../editor/live/ids.ts';
import { useT } from '../language.tsx';
import type { CommentIntent } from './acting.ts';
import styles from './comments.module.css';
import { useComments } from './context.ts';
import { keepDraft, keptDraft } from './drafts.ts';

/** So many people are proposed at once. */
const MOST = 6;

function proposals(people: readonly Named[], typed: string): readonly Named[] {
  const wanted = searchForm(typed);
  return people
    .filter(({ name }) =>
      searchForm(name)
        .split(/\s+/)
        .some((_, at, words) => words.slice(at).join(' ').startsWith(wanted)),
    )
    .slice(0, MOST);
}

export function CommentForm({
  intent,
  hidden,
  place,
  label,
  submit,
  initial = '',
  message: told = '',
  focus = false,
  onDone,
  onCancel,
}: {
  readonly intent: CommentIntent;
  /** What else the form sends. */
  readonly hidden: Readonly<Record<string, string>>;
  /** Names what is written about, for unsent words. */
  readonly place: string;
  readonly label: string;
  readonly submit: string;
  readonly initial?: string;
  /** Why the server said no, where the page was made anew by it. */
  readonly message?: string;
  readonly focus?: boolean;
  readonly onDone?: (thread: string) => void;
  readonly onCancel?: () => void;
}) {
  const t = useT();
  const { me, people, act } = useComments();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const chosen = useRef(new Set<string>());
  const comment = useRef(hidden.id ?? '');
  const [sending, setSending] = useState(false);
  const [message, setMessage] = useState(told);
  const [naming, setNaming] = useState<{ from: number; typed: string; at: number } | null>(null);
  const found = naming ? proposals(people, naming.typed) : [];

  useEffect(() => {
    const text = area.current;
    const kept = keptDraft(me, place);
    if (text && kept !== '' && text.value === text.defaultValue) text.value = kept;
    if (focus) text?.focus();
  }, [me, place, focus]);

  const look = () => {
    const text = area.current;
    if (!text) return;
    const name = nameBeingTyped(text.value, text.selectionStart);
    setNaming((before) =>
      name === null ? null : { ...name, at: before?.from === name.from ? before.at : 0 },
    );
  };
  const pick = (person: Named | undefined) => {
    const text = area.current;
    if (!text || !naming || !person) return;
    text.setRangeText(`@${person.name} `, naming.from, text.selectionStart, 'end');
    chosen.current.add(person.id);
    keepDraft(me, place, text.value);
    setNaming(null);
    text.focus();
  };
  const keys = (event: KeyboardEvent) => {
    if (naming && found.length > 0) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined) {
        event.preventDefault();
        setNaming({ ...naming, at: (naming.at + step + found.length) % found.length });
        return;
      }
      if (event.key === 'Enter' || event.key === 'Tab') {
        event.preventDefault();
        pick(found[naming.at]);
        return;
      }
    }
    if (event.key === 'Escape') {
      // The list goes first, then the form; what was typed stays where it is kept.
      event.stopPropagation();
      if (naming) setNaming(null);
      else onCancel?.();
      return;
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      area.current?.form?.requestSubmit();
    }
  };
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = area.current;
    if (!text || sending) return;
    if (text.value.trim() === '') {
      setMessage(t('refusal.problem.no-words'));
      text.focus();
      return;
    }
    setSending(true);
    setMessage('');
    // Sent again after a cut it is the same comment.
    comment.current ||= newItemId();
    const mentions = [...chosen.current].join(' ');
    const own: Record<string, string> = intent === 'edit' ? {} : { id: comment.current };
    const answer = await act({ ...hidden, ...own, intent, body: text.value, mentions });
    setSending(false);
    if (!answer.ok) {
      setMessage(answer.message ?? t('comments.not-sent'));
      text.focus();
      return;
    }
    keepDraft(me, place, '');
    comment.current = '';
    chosen.current.clear();
    text.value = '';
    onDone?.(answer.thread.id);
  };
  const active = found[naming?.at ?? 0];
  return (
    <form method="post" className={styles.form} onSubmit={send} data-intent={intent}>
      {Object.entries({ ...hidden, intent }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <div className={styles.writing}>
        <textarea
          ref={area}
          id={id}
          name="body"
          rows={3}
          required
          defaultValue={initial}
          className={`${field.input} ${styles.area}`}
          aria-autocomplete="list"
          aria-controls={found.length > 0 ? `${id}-people` : undefined}
          aria-activedescendant={active ? `${id}-${active.id}` : undefined}
          aria-invalid={message !== '' || undefined}
          aria-describedby={`${id}-hint${message === '' ? '' : ` ${id}-error`}`}
          onInput={(event) => {
            keepDraft(me, place, event.currentTarget.value);
            setMessage('');
            look();
          }}
          onClick={look}
          onKeyUp={(event) => {
            if (/^(Arrow(Left|Right)|Home|End)$/.test(event.key)) look();
          }}
          onKeyDown={keys}
          onBlur={() => setNaming(null)}
        />
        {found.length > 0 && (
          <div
            id={`${id}-people`}
            role="listbox"
            aria-label={t('comments.people')}
            className={styles.people}
          >
            {found.map((person) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus.
              <div
                key={person.id}
                id={`${id}-${person.id}`}
                role="option"
                tabIndex={-1}
                aria-selected={person === active}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => pick(person)}
              >
                <bdi>{person.name}</bdi>
              </div>
            ))}
          </div>
        )}
      </div>
      <p className={styles.hint} id={`${id}-hint`}>
        {t('comments.hint')}
      </p>
      {message !== '' && (
        <p className={styles.error} id={`${id}-error`} role="alert">
          {message}
        </p>
      )}
      <div className={styles.acts}>
        <Button type="submit" size="small" look="primary" isDisabled={sending}>
          {submit}
        </Button>
        {onCancel && (
          <Button size="small" look="quiet" onPress={onCancel}>
            {t('common.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
