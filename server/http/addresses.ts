// By which names this server may be asked, from which origins written to, and how its own addresses are made.
import { networkInterfaces } from 'node:os';
import type { Env } from '#server/env.ts';

/** What a request says of where it comes from; taken from its headers, for pages, API and sockets alike. */
export interface AskedBy {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly cookie: string | undefined;
  readonly authorization: string | undefined;
}

export interface Addresses {
  /** Whether this Host header names this server. Any port does: a tunnel or a proxy may have its own. */
  serves(host: string | undefined): boolean;
  /**
   * Whether the Origin allows a write or a socket: one that is sent must be ours; it must be sent with a
   * cookie, which a browser adds by itself. A bearer token is only ever sent on purpose.
   */
  allowsOrigin(by: AskedBy): boolean;
  /** Whether pages of this origin are ours, for a request to this Host. */
  isOwnOrigin(origin: string, host: string | undefined): boolean;
  /** Absolute address of a path, as people outside see it; `host` is the Host header, for who has no PUBLIC_URL. */
  url(path: string, host?: string): string;
  /** Addresses of this machine on its networks that it answers to, for a workshop on a local network. */
  local(): readonly string[];
  /** Whether people reach it by https. */
  readonly secure: boolean;
}

const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]'];
const WILDCARDS = ['0.0.0.0', '::', '[::]'];

function nameOf(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '');
}

function bracketed(address: string): string {
  const bare = address.toLowerCase().replace(/%.*$/, '');
  return bare.includes(':') ? `[${bare}]` : bare;
}

function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter((each) => !each.internal)
    .map((each) => bracketed(each.address));
}

/** `port` is the one really listened on. */
export function createAddresses(env: Pick<Env, 'host' | 'publicUrl'>, port: number): Addresses {
  const everywhere = WILDCARDS.includes(env.host);
  const local = () => (everywhere ? ownAddresses() : []);
  const fixed = new Set(LOCAL_NAMES);
  if (!everywhere) fixed.add(bracketed(env.host));
  if (env.publicUrl !== null) fixed.add(env.publicUrl.hostname.toLowerCase());

  const serves = (host: string | undefined) => {
    if (host === undefined || !/^[\w.-]+(:\d+)?$|^\[[0-9a-f:.]+\](:\d+)?$/i.test(host))
      return false;
    const name = nameOf(host);
    // Asked anew each time: a laptop changes networks while a workshop runs.
    return fixed.has(name) || (env.publicUrl === null && local().includes(name));
  };

  const base = (host: string | undefined) => {
    if (env.publicUrl !== null) return env.publicUrl.origin;
    return new URL(`http://${host !== undefined && serves(host) ? host : `localhost:${port}`}`)
      .origin;
  };

  const isOwnOrigin = (origin: string, host: string | undefined) =>
    serves(host) && origin === base(host);

  return {
    serves,
    isOwnOrigin,
    allowsOrigin(by) {
      if (by.origin !== undefined) return isOwnOrigin(by.origin, by.host);
      // Only a bearer token: a browser adds a password of the proxy's by itself too.
      return by.cookie === undefined || /^bearer /i.test(by.authorization ?? '');
    },
    url: (path, host) => new URL(path, base(host)).href,
    local,
    secure: env.publicUrl?.protocol === 'https:',
  };
}
