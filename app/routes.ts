// Which address shows which page; the addresses themselves are built by core/paths.ts.
import { index, type RouteConfig, route } from '@remix-run/route-config';

export default [
  index('routes/home.tsx'),
  route('samples', 'routes/samples.tsx'),
  route('preferences', 'routes/preferences.tsx'),

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
