// What pages of this browser tell each other about what this device keeps. Small: it is in every page.
import { Signal } from '../editor/live/signal.ts';
import type { WaitingRoom } from './waiting.ts';

/** `changed`: something began or ceased to wait. `gone`: this person leaves the device, every page of theirs must too. */
export interface DeviceNews {
  readonly changed?: boolean;
  readonly gone?: string;
}

const NAME = 'triptyque-device';
const listeners = new Set<(news: DeviceNews) => void>();
let channel: BroadcastChannel | null = null;

function open(): BroadcastChannel | null {
  if (channel || typeof BroadcastChannel === 'undefined') return channel;
  channel = new BroadcastChannel(NAME);
  channel.onmessage = ({ data }: MessageEvent<DeviceNews>) => {
    for (const listener of listeners) listener(data);
  };
  return channel;
}

/** Tells this page and every other one of this browser. */
export function tellDevice(news: DeviceNews): void {
  open()?.postMessage(news);
  for (const listener of [...listeners]) listener(news);
}

/** Hears what any page of this browser tells; returns what ends it. */
export function hearDevice(listener: (news: DeviceNews) => void): () => void {
  open();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A room that is open in this page to be written in. */
export interface OpenRoom {
  /** `roomName`: its own connection sends what waits for it. */
  readonly room: string;
  /** Writes to the device what is not written yet; resolves when that is done or could not be. */
  flush(): Promise<void>;
  /** What is in this page only, since the device does not take it; null where there is nothing. */
  inPage(): WaitingRoom | null;
  /** Its person leaves the device: nothing is written there any more. */
  abandon(): void;
}

export const openRooms = new Set<OpenRoom>();

/** Whether the person has left the device by this page: then it holds back nobody who closes it. */
export const deviceLeft = new Signal(false);

/** Resolves once all that this page wrote is on the device, or could not be. */
export async function flushAll(): Promise<void> {
  await Promise.all([...openRooms].map((room) => room.flush()));
}

/** What is in this page only, of all rooms that are open in it. */
export function onlyInPage(): WaitingRoom[] {
  return [...openRooms].flatMap((room) => room.inPage() ?? []);
}
