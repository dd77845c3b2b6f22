// Sends all that waits on this device for one person, room by room, and forgets what the server has.
import { paths } from '#core/paths.ts';
import { openRooms, tellDevice } from './channel.ts';
import { type Outcome, sendUpdates } from './send.ts';
import type { DeviceStore } from './store.ts';
import { type WaitingRoom, waitingRooms } from './waiting.ts';

/** A framework as it is called now, and whether the person may write in it. */
export interface PlaceNow {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly archived: boolean;
  readonly write: boolean;
}

/** What `devicePlaces` answers. */
export interface PlacesAnswer {
  /** Id of the account that this browser is signed in as; '' where it is none. */
  readonly person: string;
  /** Its name; '' where it is none. */
  readonly name: string;
  readonly places: readonly PlaceNow[];
  /** Largest message that the server takes, in bytes. */
  readonly messageBytes: number;
}

export type WhyWaiting = Exclude<Outcome, 'sent'> | 'archived';

/** A room whose words wait on, why, and where it is now where that is known. */
export interface StillWaiting extends WaitingRoom {
  readonly why: WhyWaiting;
  readonly now: PlaceNow | null;
  /** What the server takes at once, in MiB; 0 where it did not say. */
  readonly limit: number;
}

export interface Sent {
  /** Rooms whose words are now on the server's disk. */
  readonly sent: readonly WaitingRoom[];
  readonly waiting: readonly StillWaiting[];
}

/** Who is signed in and what the frameworks are called now; null where the server does not answer. */
export async function askPlaces(frameworks: readonly string[]): Promise<PlacesAnswer | null> {
  try {
    const query = new URLSearchParams(frameworks.map((id) => ['id', id]));
    const answer = await fetch(`${paths.devicePlaces}?${query}`, { cache: 'no-store' });
    return answer.ok ? ((await answer.json()) as PlacesAnswer) : null;
  } catch {
    return null;
  }
}

export interface SendWaitingOptions {
  readonly store: DeviceStore;
  readonly person: string;
  /** Also the rooms that are open in this page, whose own connection sends them too. */
  readonly all: boolean;
  /** Also what is in this page only. */
  readonly inPage?: readonly WaitingRoom[];
  /** Told after each room: how many are done, of how many. */
  readonly onRoom?: (done: number, of: number) => void;
}

/** Never sends as anybody else than `person`. Rejects where the device cannot be read. */
export async function sendWaiting(options: SendWaitingOptions): Promise<Sent> {
  const { store, person, all, inPage = [], onRoom } = options;
  const open = new Set([...openRooms].map(({ room }) => room));
  const kept = waitingRooms(await store.ofPerson(person));
  const rooms = [...kept.filter(({ room }) => all || !open.has(room)), ...inPage];
  const sent: WaitingRoom[] = [];
  const waiting: StillWaiting[] = [];
  if (rooms.length === 0) return { sent, waiting };
  const asked = await askPlaces([...new Set(rooms.map(({ place }) => place.framework))]);
  const url = `${window.location.origin.replace(/^http/, 'ws')}/sync`;
  for (const [at, one] of rooms.entries()) {
    onRoom?.(at, rooms.length);
    const now = asked?.places.find(({ id }) => id === one.place.framework) ?? null;
    const { framework, roomKey } = one.place;
    const send = (slug: string) =>
      sendUpdates({ url, person, framework, slug, roomKey, updates: one.updates });
    const outcome = obstacle(asked, person) ?? (now ? await send(now.slug) : 'no-room');
    if (outcome === 'sent') {
      await forgetRoom(store, one);
      sent.push(one);
    } else {
      const limit = (asked?.messageBytes ?? 0) / 2 ** 20;
      waiting.push({ ...one, now, limit, why: whyOf(outcome, now) });
    }
  }
  onRoom?.(rooms.length, rooms.length);
  if (sent.length > 0) tellDevice({ changed: true });
  return { sent, waiting };
}

/** Why nothing may be sent at all; null where it may. */
function obstacle(asked: PlacesAnswer | null, person: string): Exclude<Outcome, 'sent'> | null {
  if (!asked) return 'away';
  if (asked.person === '') return 'signed-out';
  return asked.person === person ? null : 'somebody-else';
}

function whyOf(outcome: Exclude<Outcome, 'sent'>, now: PlaceNow | null): WhyWaiting {
  return outcome === 'read-only' && now?.archived ? 'archived' : outcome;
}

/** Forgets what waits for a room: the server has it, or its person threw it away. */
export async function forgetRoom(store: DeviceStore, { updates }: WaitingRoom): Promise<void> {
  const forget = updates.flatMap(({ key }) => key ?? []);
  if (forget.length === 0) return;
  const pages = new Map(updates.map(({ person, room, page }) => [page, { person, room, page }]));
  await store.write({
    forget,
    forgetPages: [...pages.values()],
  });
}

/** What the framework is called now, or was when the words were written. */
export function titleOf({ now, place }: Pick<StillWaiting, 'now' | 'place'>): string {
  return now?.title ?? place.title;
}
