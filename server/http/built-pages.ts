// The pages as the build made them: Remix's bundle, loaded at run time and never imported.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import { ROOT } from '../root.ts';
import type { Pages } from './asked.ts';

/** The files of the pages that a browser loads. */
export const CLIENT_FOLDER = join(ROOT, 'build', 'web', 'client');

const BUNDLE = join(ROOT, 'build', 'web', 'server', 'index.js');

/** Whether there is a build. */
export function arePagesBuilt(): boolean {
  return existsSync(BUNDLE);
}

/** Loads the built pages. */
export async function loadBuiltPages(): Promise<Pages> {
  const build: ServerBuild = await import(pathToFileURL(BUNDLE).href);
  const handle = createRequestHandler(build, 'production');
  return { handle: (request, context) => handle(request, { ...context }) };
}
