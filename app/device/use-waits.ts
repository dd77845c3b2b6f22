// What a component may show of whether words wait on this device.
import { useSyncExternalStore } from 'react';
import { deviceWaits, NOTHING, type Waits } from './check.ts';

/** Nothing on the server and until the device was asked. */
export function useDeviceWaits(): Waits {
  return useSyncExternalStore(
    deviceWaits.subscribe,
    () => deviceWaits.value,
    () => NOTHING,
  );
}
