// Which address shows which page; the addresses themselves are built by core/paths.ts.
import { index, type RouteConfig, route } from '@remix-run/route-config';

export default [
  index('routes/home.tsx'),
  route('new', 'routes/new-framework.tsx'),
  route('import', 'routes/import.tsx'),
  route('samples', 'routes/samples.tsx'),
  route('preferences', 'routes/preferences.tsx'),

  route('setup', 'routes/setup.tsx'),
  route('sign-in', 'routes/sign-in.tsx'),
  route('sign-in/link', 'routes/sign-in-link.tsx'),
  route('sign-out', 'routes/sign-out.tsx'),
  route('device', 'routes/device.tsx'),
  route('device/places', 'routes/device-places.ts'),
  route('password', 'routes/password.tsx'),
  route('letters', 'routes/letters.tsx'),
  route('people', 'routes/people.tsx'),
  route('tokens', 'routes/tokens.tsx'),

  route('f/:slug', 'routes/framework.tsx'),
  route('f/:slug/settings', 'routes/framework-settings.tsx'),
  route('f/:slug/coverage', 'routes/coverage.tsx'),
  route('f/:slug/versions', 'routes/versions.tsx'),
  route('f/:slug/revisions', 'routes/revisions.tsx'),
  route('f/:slug/replace', 'routes/replace.tsx'),
  route('f/:slug/publish', 'routes/publish.tsx'),
  route('f/:slug/compare', 'routes/compare-choose.tsx'),
  route('f/:slug/compare/:range', 'routes/compare.tsx'),
  route('f/:slug/:ref', 'routes/read.tsx'),
  route('f/:slug/write/:section', 'routes/section.tsx'),
  route('f/:slug/outside/:section', 'routes/section-outside.ts'),
  route('f/:slug/items', 'routes/section-items.ts'),
  route('f/:slug/comments', 'routes/comments.tsx'),
  route('f/:slug/comments/threads', 'routes/threads.ts'),

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
