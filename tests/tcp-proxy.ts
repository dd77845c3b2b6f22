// A TCP proxy for tests: a network that can be cut, swallowed or led elsewhere, at an address that stays the same.
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface CuttableNetwork {
  readonly url: string;
  readonly port: number;
  /** Where connections go from now on; those that are open stay. */
  leadTo(port: number): void;
  /** Ends every connection and lets none through until `mend`. */
  cut(): void;
  mend(): void;
  /** Keeps connections open and lets nothing through, either way, until `mend`: a network that is gone without a word. */
  swallow(): void;
  /** From now on ends connections on which nothing passed for so long, as many proxies do. Milliseconds. */
  cutIdle(after: number): void;
  close(): Promise<void>;
}

/** Opens a proxy on a free port of 127.0.0.1. */
export async function openProxy(): Promise<CuttableNetwork> {
  let target = 0;
  let state: 'open' | 'cut' | 'swallowing' = 'open';
  let idle = 0;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('timeout', () => socket.destroy());
    socket.setTimeout(idle);
  };
  const server = createServer((near) => {
    keep(near);
    if (state === 'cut') {
      near.destroy();
      return;
    }
    const far = connect({ port: target, host: '127.0.0.1' });
    keep(far);
    near.pipe(far);
    far.pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    if (state === 'swallowing') for (const each of [near, far]) each.pause();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    leadTo(next) {
      target = next;
    },
    cut() {
      state = 'cut';
      for (const socket of sockets) socket.destroy();
    },
    swallow() {
      state = 'swallowing';
      for (const socket of sockets) socket.pause();
    },
    mend() {
      state = 'open';
      for (const socket of sockets) socket.resume();
    },
    cutIdle(after) {
      idle = after;
      for (const socket of sockets) socket.setTimeout(after);
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
