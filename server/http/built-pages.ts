// The pages as the build made them: Remix's bundle, loaded at run time and never imported.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import type { Log } from '../log.ts';
import { ROOT } from '../root.ts';
import type { Pages } from './asked.ts';
import { remixPages } from './remix.ts';

/** The files of the pages that a browser loads. */
export const CLIENT_FOLDER = join(ROOT, 'build', 'web', 'client');

const BUNDLE = join(ROOT, 'build', 'web', 'server', 'index.js');

/** Whether there is a build. */
export function arePagesBuilt(): boolean {
  return existsSync(BUNDLE);
}

/** Loads the built pages. */
export async function loadBuiltPages(log: Log): Promise<Pages> {
  const build: ServerBuild = await import(pathToFileURL(BUNDLE).href);
  return remixPages(build, 'production', log);
}
