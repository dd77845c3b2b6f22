// What the page has to say about its connection, in sentences, below the bar: not connected, not saved, stopped and why.
import { type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { paths } from '#core/paths.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { useT } from '../../language.tsx';
import type { ConnectionState } from '../live/connection.ts';
import { changeInPlace } from '../live/scrolling.ts';
import { useSectionPage } from './context.ts';
import styles from './notices.module.css';
import { BEFORE, type Standing, standingOf } from './standing.ts';
import { UnsavedWords } from './unsaved-words.tsx';
import { useSignal } from './use-signal.ts';
import { useSignedIn } from './use-signed-in.ts';

/** Stands directly before what is read, which stays where it is on the screen when a notice comes or goes. */
export function Notices() {
  const t = useT();
  const { section, data, announce } = useSectionPage();
  const state = useSignal(section?.connection.state, BEFORE);
  const box = useRef<HTMLDivElement>(null);
  const signedIn = useSignedIn(state, data.framework);
  const calm = useCalmDevice(state);
  const standing = useLasting(standingOf(calm, { ...data, signedIn }), box);
  const text = standing?.sentences.map((key) => t(key, standing.values)).join(' ') ?? '';
  const said = useRef('');
  // What is only being stored is no news.
  const passing = calm.device === 'writing';
  // Each notice is told once, and once that it is over.
  useEffect(() => {
    if (text === said.current || passing) return;
    if (text !== '') {
      said.current = text;
      if (!standing?.final) announce(text);
    } else if (state.phase === 'live' && state.saved) {
      said.current = '';
      const back = data.mayWrite
        ? (['section.back', 'section.back.saved'] as const)
        : (['section.back'] as const);
      announce(back.map((key) => t(key)).join(' '));
    }
  }, [text, standing, state, passing, data.mayWrite, announce, t]);
  const warning = standing !== null;
  return (
    <>
      <div ref={box} className={styles.notice} data-standing={warning || undefined}>
        {warning && (
          <Callout
            tone="warning"
            action={standing.way === null ? undefined : <Way way={standing.way} />}
          >
            <p role={standing.final ? 'alert' : undefined}>{text}</p>
          </Callout>
        )}
        {!warning && data.archived && (
          <Callout>
            <p>{t('section.archived')}</p>
          </Callout>
        )}
      </div>
      {standing?.final && section && <UnsavedWords section={section} state={state} />}
    </>
  );
}

/** Milliseconds of quiet before « on this device » comes back, so that it does not flicker while one types. */
const QUIET = 700;

/** The state; but that the device keeps all is said only once it has done so for a moment. That it does not is said at once. */
function useCalmDevice(state: ConnectionState): ConnectionState {
  const { device } = state;
  const [calm, setCalm] = useState(device);
  useEffect(() => {
    if (device !== 'kept') {
      setCalm(device);
      return;
    }
    const timer = setTimeout(() => setCalm('kept'), QUIET);
    return () => clearTimeout(timer);
  }, [device]);
  if (device !== 'kept' || calm === 'kept') return state;
  return { ...state, device: calm };
}

/** The standing once it has lasted as long as it must; the text below `box` does not move with it. */
function useLasting(standing: Standing | null, box: RefObject<HTMLDivElement>): Standing | null {
  const [shown, setShown] = useState<Standing | null>(null);
  const key = keyOf(standing);
  const latest = useRef(standing);
  latest.current = standing;
  const isShown = shown !== null;
  useEffect(() => {
    if (key === keyOf(shown)) return;
    // What replaces another notice has lasted already: the trouble is the same.
    const after = key === '' || isShown ? 0 : (latest.current?.after ?? 0);
    const timer = setTimeout(() => {
      const change = () => flushSync(() => setShown(latest.current));
      if (box.current) changeInPlace(box.current, change);
      else change();
    }, after);
    return () => clearTimeout(timer);
  }, [key, shown, isShown, box]);
  return shown;
}

function keyOf(standing: Standing | null): string {
  return standing ? JSON.stringify([standing.sentences, standing.values]) : '';
}

function Way({ way }: { readonly way: 'reload' | 'sign-in' }) {
  const t = useT();
  if (way === 'sign-in')
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
