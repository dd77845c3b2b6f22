// The servers that are measured: how each is started on a folder of its own, and how its clients reach it.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GRAMMAR } from '#core/document/wire.ts';
import { ROOM } from '../load/documents.ts';
import type { Reach } from '../load/fleet.ts';
import type { Address } from '../load/socket.ts';
import { hocuspocusDialect, plainDialect } from '../load/wire.ts';
import { prepareProduct } from './product.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Where bench/peers is installed; see bench/servers/peers.ts. */
export const PEERS = join(ROOT, '.cache', 'bench-peers');

export const TARGETS = [
  'relay',
  'y-websocket',
  'y-websocket-leveldb',
  'hocuspocus-sqlite',
  'committing-relay',
  'ours',
] as const;
export type TargetName = (typeof TARGETS)[number];

export interface Launch {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly reach: Reach;
  /** Where it answers 200 once it is whole: ours takes connections before, and lets them wait. */
  readonly ready?: string;
}

export interface Places {
  readonly port: number;
  /** A folder of its own, kept over a restart. */
  readonly folder: string;
  /** How many documents there will be. */
  readonly rooms: number;
}

/** How a target is started. Prepares its folder where that is fresh. */
export async function launchOf(name: TargetName, places: Places): Promise<Launch> {
  const { port, folder } = places;
  const env = { HOST: '127.0.0.1', PORT: String(port) };
  const plain: Reach = {
    dialect: plainDialect,
    address: (document): Address => ({ port, path: `/${document}` }),
  };
  const typescript = (file: string) => ['--import', 'tsx', join(ROOT, 'bench', 'servers', file)];
  const yWebsocket = [join(PEERS, 'node_modules/@y/websocket-server/src/server.js')];
  switch (name) {
    case 'relay':
      return { args: typescript('relay.ts'), env, reach: plain };
    case 'committing-relay':
      return {
        args: typescript('committing.ts'),
        env: { ...env, DB: join(folder, 'log.db') },
        reach: plain,
      };
    case 'y-websocket':
      return { args: yWebsocket, env, reach: plain };
    case 'y-websocket-leveldb':
      return {
        args: yWebsocket,
        env: { ...env, YPERSISTENCE: join(folder, 'leveldb') },
        reach: plain,
      };
    case 'hocuspocus-sqlite':
      return {
        args: [join(PEERS, 'hocuspocus.mjs')],
        env: { ...env, DB: join(folder, 'hocuspocus.db') },
        reach: { dialect: hocuspocusDialect, address: () => ({ port, path: '/' }) },
      };
    case 'ours': {
      const tokens = await prepareProduct(folder, places.rooms);
      return {
        args: [join(ROOT, 'build', 'server', 'main.js')],
        env: { ...env, DATA_DIR: folder, SAMPLE: 'off', NODE_ENV: 'production' },
        ready: '/readyz',
        reach: {
          dialect: plainDialect,
          address: (document, index) => ({
            port,
            path: `/sync/${document}/${ROOM}?grammar=${GRAMMAR}`,
            token: tokens[index % tokens.length],
          }),
        },
      };
    }
  }
}
