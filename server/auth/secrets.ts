// Secrets that are handed out (links, tokens), what is kept of them, and the server's own secret in DATA_DIR.
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** 256 random bits, in 43 characters fit for an address. */
export function newSecret(prefix = ''): string {
  return `${prefix}${randomBytes(32).toString('base64url')}`;
}

/** What is kept of a secret: SHA-256 in hexadecimal. No salt is needed, since nobody can guess 256 bits. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/**
 * The secret that signs session cookies: made on the first run as `DATA_DIR/secret`, readable by its owner only.
 * `dataDir` must exist. Throws an Error fit for one line at start where the file cannot be used.
 */
export function serverSecret(dataDir: string): string {
  const path = join(dataDir, 'secret');
  const fresh = `${path}.${process.pid}`;
  try {
    // Written whole beside, then linked: a crash leaves no half secret, and the first of two wins.
    writeFileSync(fresh, `${newSecret()}\n`, { mode: 0o600, flag: 'wx', flush: true });
    linkSync(fresh, path);
  } catch (error) {
    if (!isErrorWithCode(error) || error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(fresh, { force: true });
  }
  if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
  const secret = readFileSync(path, 'utf8').trim();
  if (secret.length < 32) throw new Error(`${path} holds no secret: it is too short`);
  return secret;
}

function isErrorWithCode(error: unknown): error is Error & { code: unknown } {
  return error instanceof Error && 'code' in error;
}
