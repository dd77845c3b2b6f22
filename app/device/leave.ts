// Leaving this device: what waits is sent first, then the session is closed, then the other pages of the person go too. No page is drawn here.
import { paths } from '#core/paths.ts';
import { deviceLeft, flushAll, onlyInPage, openRooms, tellDevice } from './channel.ts';
import { inTime } from './in-time.ts';
import { askPlaces, type StillWaiting, sendWaiting } from './send-waiting.ts';
import { type DeviceStore, noDevice } from './store.ts';

/** `sign-out` leaves on the device what could not be sent; `not-me` leaves nothing of the person there. */
export type LeaveKind = 'sign-out' | 'not-me';

/** What stands between a person and leaving. */
export interface Unsent {
  readonly waiting: readonly StillWaiting[];
  /** The device could not be asked: what earlier pages may have left there is not known. */
  readonly unreadable: boolean;
}

/** Sends all that waits for a person, on the device and in this page, and tells what could not be. Never rejects. */
export async function sendAll(
  store: DeviceStore,
  person: string,
  onRoom: (done: number, of: number) => void,
): Promise<Unsent> {
  await inTime(flushAll()).catch(() => {});
  const unreadable = await inTime(store.ofPerson(person)).then(
    () => false,
    () => true,
  );
  const { waiting } = await sendWaiting({
    store: unreadable ? noDevice : store,
    person,
    all: true,
    inPage: onlyInPage(),
    onRoom,
  });
  return { waiting, unreadable };
}

/** Whether nothing of a person's waits any more, on the device or in this page; false where that cannot be known. */
export async function nothingWaits(store: DeviceStore, person: string): Promise<boolean> {
  await inTime(flushAll()).catch(() => {});
  if (onlyInPage().length > 0) return false;
  return inTime(store.ofPerson(person)).then(
    ({ updates }) => updates.length === 0,
    () => false,
  );
}

/** `done`: the server knows nobody behind this browser any more. Else the person is still signed in, and why. */
export type SignedOut = 'done' | 'away' | 'refused';

/**
 * Closes a person's session and asks whether it is closed: what they are told of it is what the server says. Where
 * somebody else has signed in with this browser meanwhile, theirs is left alone.
 */
export async function closeSession(person: string): Promise<SignedOut> {
  const before = await askPlaces([]);
  if (!before) return 'away';
  if (before.person !== person) return 'done';
  try {
    // Its answer leads to another page, which is not asked for here.
    await fetch(paths.signOut, { method: 'POST', redirect: 'manual' });
  } catch {
    return 'away';
  }
  const now = await askPlaces([]);
  if (!now) return 'away';
  return now.person === '' ? 'done' : 'refused';
}

/**
 * After the session is closed: other pages of the person go, and with `not-me` all that is on the device, provided that
 * nothing waits there but `shown`, which the person saw and gave up. Resolves when this page may be left.
 */
export async function clearUp(
  store: DeviceStore,
  person: string,
  kind: LeaveKind,
  shown: readonly StillWaiting[],
): Promise<void> {
  deviceLeft.set(true);
  if (kind === 'not-me') {
    const known = new Set(shown.flatMap(({ updates }) => updates.flatMap(({ key }) => key ?? [])));
    for (const room of openRooms) room.abandon();
    await inTime(store.clear(person, known)).catch(() => {});
  }
  tellDevice({ gone: person });
}
