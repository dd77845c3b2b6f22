// Finding the call of a path in the table: exact, so that `…/compare/1.0...2.0` and `…/export.md` are read as they are written.
import type { Call, Method } from './call.ts';

export interface Route {
  readonly path: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly calls: ReadonlyMap<Method, Call>;
}

export interface Found {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function compile(path: string): Pick<Route, 'pattern' | 'names'> {
  const names: string[] = [];
  const source = path
    .split(/(\{\w+\})/)
    .map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      if (name === undefined) return escaped(part);
      names.push(name);
      return '([^/]+?)';
    })
    .join('');
  return { pattern: new RegExp(`^${source}$`), names };
}

/** Groups the calls of the table by path. */
export function createRoutes(calls: readonly Call[]): Route[] {
  const byPath = new Map<string, Map<Method, Call>>();
  for (const each of calls) {
    const methods = byPath.get(each.path) ?? new Map<Method, Call>();
    methods.set(each.method, each);
    byPath.set(each.path, methods);
  }
  return [...byPath].map(([path, methods]) => ({ path, ...compile(path), calls: methods }));
}

/** The route of a path (still percent-encoded, below `/api/v1`), or null; a part that does not decode has none. */
export function matchRoute(routes: readonly Route[], path: string): Found | null {
  for (const route of routes) {
    const match = route.pattern.exec(path);
    if (match === null) continue;
    const params: Record<string, string> = {};
    try {
      for (const [index, name] of route.names.entries()) {
        params[name] = decodeURIComponent(match[index + 1] ?? '');
      }
    } catch {
      return null;
    }
    return { route, params };
  }
  return null;
}
