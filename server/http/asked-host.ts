// The name by which the present request asked: links made while it is answered lead back by the same way.
import { AsyncLocalStorage } from 'node:async_hooks';

const hosts = new AsyncLocalStorage<string | undefined>();

/** Runs `act`, and all it starts, as part of a request to `host`. */
export function withHost<T>(host: string | undefined, act: () => T): T {
  return hosts.run(host, act);
}

/** The Host of the request at work; undefined outside of one. */
export function askedHost(): string | undefined {
  return hosts.getStore();
}
