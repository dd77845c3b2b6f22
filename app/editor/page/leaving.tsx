// Words that are not on the server's disk hold the person back: by the browser's own question, or by ours inside the
// application, which says whether the device keeps them or they would be lost.
import { useBlocker } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { deviceLeft } from '../../device/channel.ts';
import { useT } from '../../language.tsx';
import type { Section } from '../live/section.ts';
import { useSignal } from './use-signal.ts';

/** Milliseconds that words on their way are given before the person is asked. */
const MOMENT = 600;

export function Leaving({ section }: { readonly section: Section }) {
  const t = useT();
  const { saved, device } = useSignal(section.connection.state, section.connection.state.value);
  const kept = device === 'kept';
  const [late, setLate] = useState(false);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      !section.connection.state.value.saved && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (saved) return;
    const warn = (event: BeforeUnloadEvent) => {
      if (!deviceLeft.value) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [saved]);
  // What was only on its way arrives within a moment: then the step is taken without a question.
  useEffect(() => {
    setLate(false);
    if (blocker.state !== 'blocked') return;
    if (saved) {
      blocker.proceed();
      return;
    }
    const timer = setTimeout(() => setLate(true), MOMENT);
    return () => clearTimeout(timer);
  }, [blocker, saved]);
  return (
    <Dialog
      title={t('section.leave.title')}
      isOpen={blocker.state === 'blocked' && late}
      onOpenChange={(open) => {
        if (!open) blocker.reset?.();
      }}
    >
      {(close) => (
        <>
          <p>{t(kept ? 'section.leave.kept' : 'section.leave.page')}</p>
          <DialogActions>
            <Button look="primary" onPress={close}>
              {t('section.leave.stay')}
            </Button>
            <Button look="danger" onPress={() => blocker.proceed?.()}>
              {t('section.leave.go')}
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}
