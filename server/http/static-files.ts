// The built files of the pages, read once into memory with their squeezed copies: no path ever reaches the disk.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';

interface StaticFile {
  readonly type: string;
  readonly etag: string;
  /** Its name holds a hash of what is in it, so that it never changes. */
  readonly immutable: boolean;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly br: Uint8Array<ArrayBuffer> | null;
  readonly gzip: Uint8Array<ArrayBuffer> | null;
}

export interface StaticFiles {
  /** The answer for a GET or HEAD of this path, or null where no file has it. */
  answer(request: Request, path: string): Response | null;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

const read = (path: string) => new Uint8Array(readFileSync(path));

function load(folder: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  if (!existsSync(folder)) return files;
  for (const entry of readdirSync(folder, { recursive: true })) {
    const name = String(entry).split('\\').join('/');
    const path = join(folder, name);
    const type = TYPES[extname(name)];
    if (type === undefined || !statSync(path).isFile()) continue;
    const plain = read(path);
    files.set(`/${name}`, {
      type,
      etag: createHash('sha256').update(plain).digest('base64url').slice(0, 22),
      immutable: name.startsWith('assets/'),
      plain,
      br: existsSync(`${path}.br`) ? read(`${path}.br`) : null,
      gzip: existsSync(`${path}.gz`) ? read(`${path}.gz`) : null,
    });
  }
  return files;
}

/** What of `Accept-Encoding` we have, best first. Source: RFC 9110, 12.5.3 (a weight of 0 refuses). */
function encodings(header: string): Set<string> {
  const accepted = new Set<string>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((each) => each.trim());
    if (!parameters.some((each) => /^q=0(\.0*)?$/.test(each))) accepted.add(name);
  }
  return accepted;
}

/** Loads all files of `folder`; an absent folder has none. */
export function loadStaticFiles(folder: string): StaticFiles {
  const files = load(folder);
  return {
    answer(request, path) {
      const file = files.get(path);
      if (file === undefined) return null;
      const accepted = encodings(request.headers.get('accept-encoding') ?? '');
      const [bytes, encoding] =
        file.br !== null && accepted.has('br')
          ? [file.br, 'br']
          : file.gzip !== null && accepted.has('gzip')
            ? [file.gzip, 'gzip']
            : [file.plain, ''];
      const etag = `"${file.etag}${encoding === '' ? '' : `-${encoding}`}"`;
      const headers = new Headers({
        'Content-Type': file.type,
        'Cache-Control': file.immutable
          ? 'public, max-age=31536000, immutable'
          : 'public, no-cache',
        ETag: etag,
      });
      if (file.br !== null || file.gzip !== null) headers.set('Vary', 'Accept-Encoding');
      const known = request.headers.get('if-none-match') ?? '';
      if (
        known === '*' ||
        known.split(',').some((each) => each.trim().replace(/^W\//, '') === etag)
      ) {
        return new Response(null, { status: 304, headers });
      }
      if (encoding !== '') headers.set('Content-Encoding', encoding);
      headers.set('Content-Length', String(bytes.byteLength));
      return new Response(request.method === 'HEAD' ? null : bytes, { status: 200, headers });
    },
  };
}
