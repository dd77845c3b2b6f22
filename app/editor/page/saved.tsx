// What the server says is on disk, in one word. « Enregistré » goes the moment it is no longer so; nothing else comes before it has lasted.
import { useEffect, useState } from 'react';
import { SavedState } from '../../components/saved-state.tsx';
import { useSectionPage } from './context.ts';
import { BEFORE, type Word, wordOf } from './standing.ts';
import { useSignal } from './use-signal.ts';

/** Milliseconds of quiet before « Enregistré » comes back, so that it does not flicker while one types. */
const QUIET = 250;
/** Milliseconds that words may be on their way without a word about it. */
const MOMENT = 700;

/** The word, once it has lasted; `pending` for the moment between two words, while words are on their way. */
function useCalm(word: Word): Word | 'pending' {
  const [calm, setCalm] = useState<Word>(word);
  useEffect(() => {
    if (word !== 'saved' && word !== 'saving') {
      setCalm(word);
      return;
    }
    const timer = setTimeout(() => setCalm(word), word === 'saved' ? QUIET : MOMENT);
    return () => clearTimeout(timer);
  }, [word]);
  if (word !== 'saved' && word !== 'saving') return word;
  return calm === word ? word : 'pending';
}

export function Saved() {
  const { section, writing } = useSectionPage();
  const word = useCalm(wordOf(useSignal(section?.connection.state, BEFORE)));
  if (word === 'opening') return null;
  if (!writing && (word === 'saved' || word === 'saving' || word === 'pending')) return null;
  return <SavedState state={word} />;
}
