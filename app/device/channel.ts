// What pages of this browser tell each other about what this device keeps. Small: it is in every page.

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

/** Rooms that are open in this page, by `roomName`: their own connection sends what waits for them. */
export const openRooms = new Set<string>();

const unwritten = new Set<() => Promise<void>>();

/** `flush` writes to the device what is not written yet; it is called before the page asks what waits. */
export function whenLeaving(flush: () => Promise<void>): () => void {
  unwritten.add(flush);
  return () => unwritten.delete(flush);
}

/** Resolves once all that this page wrote is on the device, or could not be. */
export async function flushAll(): Promise<void> {
  await Promise.all([...unwritten].map((flush) => flush()));
}
