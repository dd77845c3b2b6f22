// What the page has to say about its connection, in words and where one reads: not connected, stopped and why, words not kept.
import { useEffect, useId, useState } from 'react';
import { CLOSE } from '#core/document/wire.ts';
import { paths } from '#core/paths.ts';
import { isMessageKey, type Translate } from '#locales/catalogue.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { useT } from '../../language.tsx';
import type { ConnectionState } from '../live/connection.ts';
import type { Section } from '../live/section.ts';
import { useSectionPage } from './context.ts';
import styles from './notices.module.css';
import { BEFORE } from './saved.tsx';
import { useSignal } from './use-signal.ts';

/** Milliseconds after which a connection that does not come is said to be missing. */
const PATIENCE = 4_000;

function stoppedWords(t: Translate, { code, refused }: ConnectionState): string {
  const key = `section.stopped.${refused ?? code}`;
  return t(isMessageKey(key) ? key : 'section.stopped.other');
}

export function Notices() {
  const t = useT();
  const { section, data } = useSectionPage();
  const state = useSignal(section?.connection.state, BEFORE);
  const late = useLate(!state.loaded && state.phase === 'opening');
  if (state.phase === 'stopped' && section)
    return (
      <div className={styles.notices}>
        <Callout tone="warning" action={<StoppedAction state={state} />}>
          <p role="alert">{stoppedWords(t, state)}</p>
        </Callout>
        <UnsavedWords section={section} state={state} />
      </div>
    );
  if (state.phase === 'offline' && data.mayWrite)
    return (
      <div className={styles.notices}>
        <Callout tone="warning">
          <p>{t('section.offline')}</p>
        </Callout>
      </div>
    );
  if (late)
    return (
      <div className={styles.notices}>
        <Callout tone="warning">
          <p role="status">
            {t(state.code === CLOSE.unreadable ? 'section.unreadable' : 'section.not-connected')}
          </p>
        </Callout>
      </div>
    );
  if (data.archived)
    return (
      <div className={styles.notices}>
        <Callout>
          <p>{t('section.archived')}</p>
        </Callout>
      </div>
    );
  return null;
}

/** True once `waiting` has been so for a while. */
function useLate(waiting: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) {
      setLate(false);
      return;
    }
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [waiting]);
  return late;
}

function StoppedAction({ state }: { readonly state: ConnectionState }) {
  const t = useT();
  if (state.code === CLOSE.noRoom) return null;
  if (state.code === CLOSE.notSignedIn)
    return (
      <a href={paths.signIn(`${window.location.pathname}${window.location.search}`)}>
        {t('section.sign-in-again')}
      </a>
    );
  return (
    <Button size="small" icon="rotate-ccw" onPress={() => window.location.reload()}>
      {t('section.reload')}
    </Button>
  );
}

/** Words that reached nobody are not thrown away with the connection. */
function UnsavedWords({
  section,
  state,
}: {
  readonly section: Section;
  readonly state: ConnectionState;
}) {
  const t = useT();
  const { nameOf } = useSectionPage();
  const id = useId();
  const text = state.unsaved
    .map((item) => {
      const row = section.view.row(item);
      const name = row ? nameOf(row) : section.view.isPreamble(item) ? t('section.preamble') : '';
      const words = section.wordsOf(item);
      return words === '' ? '' : [name, words].filter(Boolean).join('\n');
    })
    .filter(Boolean)
    .join('\n\n');
  if (text === '') return null;
  return (
    <div className={styles.unsaved}>
      <label htmlFor={id}>{t('section.unsaved', { count: state.unsaved.length })}</label>
      <textarea id={id} readOnly rows={6} value={text} className={styles.words} dir="auto" />
      <div className="row">
        <CopyButton text={text}>{t('section.unsaved.copy')}</CopyButton>
      </div>
    </div>
  );
}
