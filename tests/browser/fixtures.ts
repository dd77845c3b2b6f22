// What every scene in a browser stands on: a real server per worker, people who sign in, and no silent error on any page.
import {
  type Browser,
  test as base,
  type ConsoleMessage,
  expect,
  type Page,
} from '@playwright/test';
import { paths } from '#core/paths.ts';
import type { Role } from '#core/policy.ts';
import { runCli, type ServerProcess, startServer } from '../server-process.ts';

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
  /** Says that the server means to log this error here. */
  expectLog(text: string | RegExp): void;
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
  /** The same on a server of one's own. */
  sceneOn(server: ServerProcess): Scene;
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

/**
 * Remix logs the answer of a navigation that another one overtakes while it is being read; the page is right,
 * and which of two quick clicks finds the first answer half read is chance.
 */
const OVERTAKEN = /^AbortError: signal is aborted without reason\n.*\[as navigate\]/s;

function watch(page: Page, noted: string[]): void {
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() !== 'error' || OVERTAKEN.test(message.text())) return;
    noted.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => noted.push(`${page.url()}: ${error.stack ?? error.message}`));
}

interface ScenePlayed {
  readonly scene: Scene;
  /** Errors that nobody said were meant to happen. */
  unexpected(): string[];
  unexpectedInLog(log: string): string[];
  close(): Promise<void>;
}

function openScene(browser: Browser, server: ServerProcess): ScenePlayed {
  const noted: string[] = [];
  const expected: (string | RegExp)[] = [];
  const expectedInLog: (string | RegExp)[] = [];
  const contexts: Awaited<ReturnType<Browser['newContext']>>[] = [];
  let people = 0;

  const scene: Scene = {
    async newPage({ phone = false, language = 'fr' } = {}) {
      const context = await browser.newContext({
        baseURL: server.url,
        locale: language === 'fr' ? 'fr-FR' : 'en-GB',
        timezoneId: 'Europe/Paris',
        ...(phone ? { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } : {}),
      });
      contexts.push(context);
      context.on('page', (page) => watch(page, noted));
      return context.newPage();
    },
    expectConsole: (text) => {
      expected.push(text);
    },
    expectLog: (text) => {
      expectedInLog.push(text);
    },
    async asCoordinator() {
      const page = await scene.newPage();
      await ensureCoordinator(server, page);
      // Whoever made the account is signed in already; others come in by the form.
      await page.goto(paths.home);
      const cookies = await page.context().cookies();
      const signedIn = cookies.some((cookie) => cookie.name.includes('session'));
      if (!signedIn) await signIn(page, server.url, COORDINATOR);
      return page;
    },
    async asNew(role, name) {
      people += 1;
      const person = name ?? `Essai ${role} ${people}`;
      const email = `${role}-${Date.now()}-${people}@example.org`;
      const link = await runCli(server, [
        'account',
        'create',
        '--email',
        email,
        '--name',
        person,
        '--role',
        role,
      ]);
      const page = await scene.newPage();
      const { pathname, search } = new URL(link.trim());
      await page.goto(`${pathname}${search}`);
      await page.locator('main form button[type="submit"]').click();
      await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
      return page;
    },
    token: async (role) =>
      (await runCli(server, ['token', 'create', '--name', `essai ${role}`, '--role', role])).trim(),
  };

  return {
    scene,
    unexpected: () => noted.filter((line) => !isOneOf(line, expected)),
    unexpectedInLog: (log) => errorsIn(log).filter((line) => !isOneOf(line, expectedInLog)),
    async close() {
      for (const context of contexts) await context.close();
    },
  };
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  sceneOn: async ({ browser }, use) => {
    const opened: { server: ServerProcess; played: ScenePlayed; before: number }[] = [];
    await use((server) => {
      const played = openScene(browser, server);
      opened.push({ server, played, before: server.stderr().length });
      return played.scene;
    });
    for (const { server, played, before } of opened) {
      await played.close();
      expect.soft(played.unexpected(), 'errors in the console of a page').toEqual([]);
      const said = played.unexpectedInLog(server.stderr().slice(before));
      expect.soft(said, 'errors in the log of the server').toEqual([]);
    }
  },
  scene: async ({ sceneOn, server }, use) => {
    await use(sceneOn(server));
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  freshServer: async ({}, use) => {
    const server = await startServer();
    await use(server);
    await server.close();
  },
});

function isOneOf(line: string, texts: readonly (string | RegExp)[]): boolean {
  return texts.some((text) => (typeof text === 'string' ? line.includes(text) : text.test(line)));
}

function errorsIn(log: string): string[] {
  return log
    .split('\n')
    .filter((line) => line.includes('"level":"error"') || line.includes('    at '));
}
