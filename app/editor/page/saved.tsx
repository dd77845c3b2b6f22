// What the server says is on disk, in one word; and for those who listen, without chatter.
import { useEffect, useRef, useState } from 'react';
import { SavedState } from '../../components/saved-state.tsx';
import { useT } from '../../language.tsx';
import type { ConnectionState } from '../live/connection.ts';
import { useSectionPage } from './context.ts';
import { useSignal } from './use-signal.ts';

export const BEFORE: ConnectionState = {
  phase: 'opening',
  loaded: false,
  saved: true,
  code: null,
  reason: '',
  device: 'kept',
  refused: null,
  unsaved: [],
};

/** Milliseconds of quiet before the word « Enregistré » comes back, so that it does not flicker while one types. */
const QUIET = 250;

type Word = 'opening' | 'saved' | 'saving' | 'offline' | 'refused';

export function wordOf({ phase, loaded, saved }: ConnectionState): Word {
  if (phase === 'stopped') return 'refused';
  if (phase === 'offline') return 'offline';
  if (phase === 'opening') return loaded ? 'offline' : 'opening';
  return saved ? 'saved' : 'saving';
}

/** Becomes "saved" a moment late, anything else at once. */
function useCalm(word: Word): Word {
  const [calm, setCalm] = useState(word);
  useEffect(() => {
    if (word !== 'saved') {
      setCalm(word);
      return;
    }
    const timer = setTimeout(() => setCalm(word), QUIET);
    return () => clearTimeout(timer);
  }, [word]);
  return word === 'saved' ? calm : word;
}

export function Saved() {
  const t = useT();
  const { section, announce, writing } = useSectionPage();
  const word = useCalm(wordOf(useSignal(section?.connection.state, BEFORE)));
  const said = useRef<Word>('opening');
  useEffect(() => {
    const before = said.current;
    if (word === 'offline' || word === 'refused') announce(t(`common.saved.${word}`));
    // "Saved" is news after trouble, not after each word.
    else if (word === 'saved' && before !== 'opening' && before !== 'saved')
      announce(t('common.saved.saved'));
    if (word !== 'saving') said.current = word;
  }, [word, announce, t]);
  if (word === 'opening') return null;
  if (!writing && (word === 'saved' || word === 'saving')) return null;
  return <SavedState state={word} />;
}
