// What is known of a request before anybody answers it, and what the doors need from the rest of the server.
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Language } from '#core/framework/interchange.ts';
import type { Actor } from '#core/policy.ts';
import type { Result } from '#core/refusal.ts';
import type { IdempotencyStore } from '#db/idempotency.ts';
import type { Translate } from '#locales/catalogue.ts';
import type { AppContext, Commands, Queries, Sessions } from '../context.ts';
import type { Log } from '../log.ts';
import type { Addresses } from './addresses.ts';
import type { StaticFiles } from './static-files.ts';

/** Set on every request by the outermost step. */
export interface Asked {
  readonly nonce: string;
  readonly language: Language;
  readonly t: Translate;
}

export type Door = { Bindings: HttpBindings; Variables: { asked: Asked } };
export type DoorContext = Context<Door>;

/** The pages: Remix, built or from its sources. */
export interface Pages {
  handle(request: Request, context: AppContext): Promise<Response>;
}

/** What `/healthz`, `/readyz` and `/metrics` tell. */
export interface Health {
  readonly version: string;
  /** Resolves when the store can be read and written; throws why not. */
  probe(): Promise<void>;
  /** How many texts were found damaged and are refused; the rest works. */
  damaged(): number;
  /** Prometheus text. */
  metrics(): string;
}

export interface DoorParts {
  readonly addresses: Addresses;
  readonly log: Log;
  readonly now: () => Date;
  readonly queries: Queries;
  readonly commands: Commands;
  readonly sessions: Sessions;
  actorOf(request: Request): Promise<Result<Actor>>;
  readonly idempotency: IdempotencyStore;
  readonly pages: Pages;
  readonly files: StaticFiles;
  readonly health: Health;
  readonly networkName: string;
  /** How many proxies in front may be believed about who asks. */
  readonly trustProxy: number;
  readonly mailLeaves: boolean;
  /** Largest message that a live text takes, in bytes. */
  readonly messageBytes: number;
  /** Pages from their sources, which need a looser policy of styles. */
  readonly development: boolean;
}
