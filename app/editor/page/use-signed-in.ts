// Who is signed in with this browser now, asked once the session that the page was made in is over.
import { useEffect, useState } from 'react';
import { CLOSE } from '#core/document/wire.ts';
import { askPlaces } from '../../device/send-waiting.ts';
import type { ConnectionState } from '../live/connection.ts';
import type { SignedIn } from './standing.ts';

/** Null while the session is not over, and where the server does not answer. Asked again whenever somebody comes back to the page. */
export function useSignedIn({ phase, code }: ConnectionState): SignedIn | null {
  const [signedIn, setSignedIn] = useState<SignedIn | null>(null);
  const over = phase === 'stopped' && code === CLOSE.notSignedIn;
  useEffect(() => {
    if (!over) return;
    let dead = false;
    const ask = async () => {
      const answer = document.visibilityState === 'visible' ? await askPlaces([]) : null;
      if (answer && !dead) setSignedIn({ person: answer.person, name: answer.name });
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
  }, [over]);
  return over ? signedIn : null;
}
