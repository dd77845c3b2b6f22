// What every scene in a browser stands on: a real server per worker, people who sign in, and no silent error on any page.
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { paths } from '#core/paths.ts';
import type { Role } from '#core/policy.ts';
import { type ServerProcess, startServer } from '../server-process.ts';

export { expect };

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** The first coordinator of every server that a scene is played on. */
export const COORDINATOR: Person = {
  name: 'Coordination de test',
  email: 'coordination@example.org',
  password: 'quatre mots pour essayer',
};

export interface Scene {
  /** A new browser context with one page; whatever it says in its console as an error fails the test. */
  newPage(options?: { readonly phone?: boolean; readonly language?: 'fr' | 'en' }): Promise<Page>;
  /** Says that this error is meant to happen here: a text that the console's line holds. */
  expectConsole(text: string | RegExp): void;
  /** A page signed in as the first coordinator, whose account is made on first use. */
  asCoordinator(): Promise<Page>;
  /** A page signed in as somebody new with this role, by the link that the coordinator would copy. */
  asNew(role: Role, name?: string): Promise<Page>;
  /** A bearer token with this role. */
  token(role: Role): Promise<string>;
}

interface WorkerFixtures {
  /** One server for all tests of a worker; its data stays from test to test. */
  server: ServerProcess;
}

interface TestFixtures {
  scene: Scene;
  /** A server of this test's own, for what must start from nothing or be killed. */
  freshServer: ServerProcess;
}

const prepared = new WeakMap<ServerProcess, Promise<void>>();

/** Makes the first coordinator of a server through its setup link, once. */
export function ensureCoordinator(server: ServerProcess, page: Page): Promise<void> {
  const known = prepared.get(server);
  if (known !== undefined) return known;
  const making = makeCoordinator(server, page);
  prepared.set(server, making);
  return making;
}

async function makeCoordinator(server: ServerProcess, page: Page): Promise<void> {
  const link = server.setupLink();
  if (link === null) return;
  await page.goto(link);
  await page.locator('input[name="name"]').fill(COORDINATOR.name);
  await page.locator('input[name="email"]').fill(COORDINATOR.email);
  await page.locator('input[name="password"]').fill(COORDINATOR.password);
  await page.locator('main form button[type="submit"]').click();
  await page.waitForURL(`${server.url}${paths.home}`);
}

/** Signs in by the form. */
export async function signIn(page: Page, url: string, person: Person): Promise<void> {
  await page.goto(`${url}${paths.signIn()}`);
  await page.locator('input[name="email"]').fill(person.email);
  await page.locator('input[name="password"]').fill(person.password);
  await page.locator('input[name="password"]').press('Enter');
  await page.waitForURL(`${url}${paths.home}`);
}
