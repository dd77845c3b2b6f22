// The list of what waits on this device, and what its person can do with it: send again, copy, download, throw away.
import { useCallback, useEffect, useState } from 'react';
import { paths } from '#core/paths.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { Callout } from '../components/callout.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { useT } from '../language.tsx';
import { tellDevice } from './channel.ts';
import { askDevice } from './check.ts';
import { DownloadButton } from './download-button.tsx';
import styles from './panel.module.css';
import { forgetRoom, type StillWaiting, sendWaiting, titleOf } from './send-waiting.ts';
import { deviceStore } from './store.ts';
import type { WaitingRoom } from './waiting.ts';
import { WaitingWords } from './waiting-words.tsx';
import { textOfRooms } from './words-text.ts';

interface Known {
  readonly waiting: readonly StillWaiting[];
  readonly others: boolean;
  /** Titles of what has just been sent, or thrown away. */
  readonly sent: readonly WaitingRoom[];
  readonly discarded: string;
}

export function Panel({ person }: { readonly person: string }) {
  const t = useT();
  const [known, setKnown] = useState<Known | 'sending' | 'unreadable'>('sending');
  const send = useCallback(async () => {
    setKnown('sending');
    try {
      const { sent, waiting } = await sendWaiting({ store: deviceStore(), person, all: true });
      const { others } = await askDevice(person);
      setKnown({ sent, waiting, others, discarded: '' });
    } catch {
      setKnown('unreadable');
    }
  }, [person]);
  useEffect(() => {
    void send();
    window.addEventListener('online', send);
    return () => window.removeEventListener('online', send);
  }, [send]);
  if (known === 'sending') return <p role="status">{t('device.sending')}</p>;
  if (known === 'unreadable') return <Callout tone="warning">{t('device.unreadable')}</Callout>;
  const { waiting, others, sent, discarded } = known;
  const discard = async (room: StillWaiting) => {
    await forgetRoom(deviceStore(), room);
    tellDevice({ changed: true });
    setKnown({
      ...known,
      waiting: waiting.filter((one) => one !== room),
      sent: [],
      discarded: titleOf(room),
    });
  };
  const all = textOfRooms(t, waiting, titleOf);
  return (
    <div className={styles.panel}>
      {sent.length > 0 && (
        <Callout tone="done">
          <p>
            {t('device.sent', {
              count: sent.length,
              name: [...new Set(sent.map(({ place }) => place.title))].join(', '),
            })}
          </p>
        </Callout>
      )}
      {discarded !== '' && (
        <Callout tone="done">
          <p>{t('device.discarded', { name: discarded })}</p>
        </Callout>
      )}
      {others && (
        <Callout>
          <p>{t('device.others')}</p>
        </Callout>
      )}
      {waiting.length === 0 ? (
        <EmptyState title={t('device.none')} text={t('device.none.text')} heading={2}>
          <LinkButton to={paths.home}>{t('common.frameworks')}</LinkButton>
        </EmptyState>
      ) : (
        <>
          <div className="row">
            <Button look="primary" onPress={() => void send()}>
              {t('device.again')}
            </Button>
            {waiting.length > 1 && (
              <>
                <CopyButton text={all}>{t('device.copy-all')}</CopyButton>
                <DownloadButton text={all}>{t('device.download-all')}</DownloadButton>
              </>
            )}
          </div>
          {waiting.map((room) => (
            <WaitingWords key={room.room} room={room} onDiscard={() => void discard(room)} />
          ))}
        </>
      )}
    </div>
  );
}
