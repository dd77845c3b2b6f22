// Sends what waits on this device while its person does something else, and says so in a line at the foot of the page.
import { Link } from '@remix-run/react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { paths } from '#core/paths.ts';
import { IconButton } from '../components/button.tsx';
import { useT } from '../language.tsx';
import { type Sent, sendWaiting } from './send-waiting.ts';
import { deviceStore } from './store.ts';
import type { WaitingRoom } from './waiting.ts';
import styles from './waiting-notice.module.css';

/** Milliseconds before a server that did not answer is tried again. */
const AGAIN = 15_000;

/** Sends once, and again while the server is away; returns what ends it. */
function keepSending(person: string, say: (sent: Sent) => void): () => void {
  let over = false;
  let busy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const send = async () => {
    if (busy || over) return;
    busy = true;
    clearTimeout(timer);
    try {
      const sent = await sendWaiting({ store: deviceStore(), person, all: false });
      if (over) return;
      say(sent);
      if (sent.waiting.some(({ why }) => why === 'away')) timer = setTimeout(send, AGAIN);
    } catch {
      // The device cannot be read: « Sur cet appareil » says so.
    } finally {
      busy = false;
    }
  };
  void send();
  window.addEventListener('online', send);
  return () => {
    over = true;
    clearTimeout(timer);
    window.removeEventListener('online', send);
  };
}

function titlesOf(rooms: readonly WaitingRoom[]): string {
  return [...new Set(rooms.map(({ place }) => place.title))].join(', ');
}

/** The height of what the ref is given to, in CSS pixels. */
function useHeight(): readonly [RefObject<HTMLElement>, number] {
  const box = useRef<HTMLElement>(null);
  const [height, setHeight] = useState(0);
  useEffect(() => {
    if (!box.current) return;
    const watch = new ResizeObserver(([entry]) => {
      setHeight(entry?.borderBoxSize[0]?.blockSize ?? 0);
    });
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  return [box, height];
}

/** Nothing is said where nothing was sent and nothing waits but what the open page sends itself. */
export function WaitingNotice({
  person,
  onClose,
}: {
  readonly person: string;
  readonly onClose: () => void;
}) {
  const t = useT();
  const [told, setTold] = useState<Sent | null>(null);
  useEffect(
    () =>
      keepSending(person, (now) =>
        setTold((before) => {
          const rooms = [...(before?.sent ?? []), ...now.sent].map(
            (one) => [one.room, one] as const,
          );
          return { ...now, sent: [...new Map(rooms).values()] };
        }),
      ),
    [person],
  );
  const sent = told?.sent ?? [];
  const waiting = told?.waiting ?? [];
  const silent = sent.length + waiting.length === 0;
  const [box, height] = useHeight();
  return (
    <>
      {/* So that the notice covers nothing once one has come to the foot of the page. */}
      {!silent && <div className={styles.room} style={{ blockSize: height }} />}
      <aside
        ref={box}
        className={silent ? 'hidden' : styles.notice}
        aria-label={t('device.title')}
        data-waiting-notice
      >
        <div role="status" className={styles.text}>
          {sent.length > 0 && (
            <p>{t('device.sent', { count: sent.length, name: titlesOf(sent) })}</p>
          )}
          {waiting.length > 0 && <p>{t('device.waits', { count: waiting.length })}</p>}
        </div>
        {waiting.length > 0 && (
          <Link to={paths.device} className={styles.see}>
            {t('device.see')}
          </Link>
        )}
        {!silent && <IconButton icon="x" label={t('common.close')} onPress={onClose} />}
      </aside>
    </>
  );
}
