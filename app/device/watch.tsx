// In every page: asks whether words wait on this device, and only where they do brings in the code that sends and tells.
import { useLocation } from '@remix-run/react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { paths } from '#core/paths.ts';
import { useRoot } from '../language.tsx';
import { deviceLeft, hearDevice, onlyInPage } from './channel.ts';
import { askDevice, deviceWaits, NOTHING } from './check.ts';

const WaitingNotice = lazy(async () => ({
  default: (await import('./waiting-notice.tsx')).WaitingNotice,
}));

/** Something that began to wait is often gone at once, in milliseconds. */
const MOMENT = 1_500;

/** The person has left by another page. Words that are nowhere but here keep this one open: it says what became of them. */
function followOut(): void {
  if (deviceLeft.value || onlyInPage().length > 0) return;
  deviceLeft.set(true);
  window.location.replace(paths.home);
}

export function DeviceWatch() {
  const person = useRoot()?.person?.id ?? '';
  const { pathname } = useLocation();
  /** Address at which something was found to wait: what is said of it stays until one goes elsewhere. */
  const [toldAt, setToldAt] = useState('');
  useEffect(() => {
    if (person === '') {
      deviceWaits.set(NOTHING);
      return;
    }
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (arrived: boolean) => {
      const found = await askDevice(person);
      if (over) return;
      deviceWaits.set(found);
      if (arrived) setToldAt(found.mine ? pathname : '');
    };
    void ask(true);
    const stop = hearDevice(({ gone }) => {
      clearTimeout(timer);
      if (gone === person) {
        followOut();
        return;
      }
      timer = setTimeout(() => void ask(false), MOMENT);
    });
    return () => {
      over = true;
      stop();
      clearTimeout(timer);
    };
  }, [person, pathname]);
  // The page that lists what waits sends it itself.
  if (person === '' || toldAt !== pathname || pathname === paths.device) return null;
  return (
    <Suspense>
      <WaitingNotice key={pathname} person={person} onClose={() => setToldAt('')} />
    </Suspense>
  );
}
