// What the page has to say about its connection, in sentences, below the bar: not connected, not saved, stopped and why.
import { type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { paths } from '#core/paths.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { useT } from '../../language.tsx';
import { changeInPlace } from '../live/scrolling.ts';
import { useSectionPage } from './context.ts';
import styles from './notices.module.css';
import { BEFORE, type Standing, standingOf } from './standing.ts';
import { UnsavedWords } from './unsaved-words.tsx';
import { useSignal } from './use-signal.ts';

/** Stands directly before what is read, which stays where it is on the screen when a notice comes or goes. */
export function Notices() {
  const t = useT();
  const { section, data, announce } = useSectionPage();
  const state = useSignal(section?.connection.state, BEFORE);
  const box = useRef<HTMLDivElement>(null);
  const standing = useLasting(standingOf(state, data.mayWrite), box);
  const text = standing?.sentences.map((key) => t(key)).join(' ') ?? '';
  const said = useRef('');
  // Each notice is told once, and once that it is over.
  useEffect(() => {
    if (text === said.current) return;
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
  }, [text, standing, state, data.mayWrite, announce, t]);
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

/** The standing once it has lasted as long as it must; the text below `box` does not move with it. */
function useLasting(standing: Standing | null, box: RefObject<HTMLDivElement>): Standing | null {
  const [shown, setShown] = useState<Standing | null>(null);
  const key = standing?.sentences.join(' ') ?? '';
  const latest = useRef(standing);
  latest.current = standing;
  const isShown = shown !== null;
  useEffect(() => {
    if (key === (shown?.sentences.join(' ') ?? '')) return;
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
