// Who is signed in with this browser now, and whether the text may be written at all: asked once the server has shown the page out.
import { useEffect, useState } from 'react';
import { CLOSE } from '#core/document/wire.ts';
import { askPlaces } from '../../device/send-waiting.ts';
import type { ConnectionState } from '../live/connection.ts';
import type { SignedIn } from './standing.ts';

const ASKED_ON: readonly number[] = [CLOSE.notSignedIn, CLOSE.noRight];

/**
 * Null while the page was not shown out, and where the server does not answer. `framework` is the id of the text's
 * framework. Asked again whenever somebody comes back to the page.
 */
export function useSignedIn({ phase, code }: ConnectionState, framework: string): SignedIn | null {
  const [signedIn, setSignedIn] = useState<SignedIn | null>(null);
  const over = phase === 'stopped' && code !== null && ASKED_ON.includes(code);
  useEffect(() => {
    if (!over) return;
    let dead = false;
    const ask = async () => {
      const answer = document.visibilityState === 'visible' ? await askPlaces([framework]) : null;
      if (!answer || dead) return;
      const { person, name, places } = answer;
      const archived = places.some(({ id, archived }) => id === framework && archived);
      setSignedIn({ person, name, archived });
    };
    void ask();
    document.addEventListener('visibilitychange', ask);
    window.addEventListener('focus', ask);
    window.addEventListener('online', ask);
    return () => {
      dead = true;
      document.removeEventListener('visibilitychange', ask);
      window.removeEventListener('focus', ask);
      window.removeEventListener('online', ask);
    };
  }, [over, framework]);
  return over ? signedIn : null;
}
