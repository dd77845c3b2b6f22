// Where to go back to, when a form or an address says so: never to another server.

/** `wanted` if it is a path on this server, else the list of frameworks. */
export function localPath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith('/')) return '/';
  // "//host" and "/\host" lead elsewhere; the parser says where an address really goes.
  const parsed = new URL(wanted, 'http://localhost');
  const path = parsed.pathname + parsed.search + parsed.hash;
  // Once its dots are resolved, "/..//host" begins with two slashes too.
  const here = parsed.origin === 'http://localhost' && !path.startsWith('//');
  return here && !/[\\\t\r\n]/.test(wanted) ? path : '/';
}
