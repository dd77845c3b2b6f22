// The floors of the house: an arrow may point only downwards. Each rule says in plain words what to do instead.
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'core-stands-alone',
      comment:
        'core/ is pure: it imports neither Node, React, locales nor any other floor. Take what you need as a parameter.',
      severity: 'error',
      from: { path: '^core/' },
      to: {
        path: '^(locales|db|server|app|tests)/|^node:|node_modules/(react|react-dom|@remix-run|drizzle-orm|better-sqlite3|hono)/',
      },
    },
    {
      name: 'core-has-no-io',
      comment: 'core/ runs in the browser too: no Node API there.',
      severity: 'error',
      from: { path: '^core/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'locales-know-only-core',
      comment: 'locales/ holds words: it may know the types of core/ and nothing else.',
      severity: 'error',
      from: { path: '^locales/' },
      to: { path: '^(db|server|app|tests)/' },
    },
    {
      name: 'db-knows-only-core',
      comment:
        'db/ stores facts: it must not know who asks (server/, app/) nor how it is worded (locales/).',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^(locales|server|app|tests)/' },
    },
    {
      name: 'only-db-speaks-drizzle',
      comment:
        'Queries live in db/, by noun. Add one there instead of importing drizzle or the driver.',
      severity: 'error',
      from: { path: '^(core|locales|server|app)/' },
      to: { path: 'node_modules/(drizzle-orm|better-sqlite3)/' },
    },
    {
      name: 'rooms-know-no-storage-and-no-http',
      comment:
        'server/sync works through the ports of server/sync/ports.ts: it imports neither db/ nor server/http/.',
      severity: 'error',
      from: { path: '^server/sync/' },
      to: {
        path: '^db/|^server/(http|commands|queries|auth|cli|mail|exchange)/|node_modules/(hono|@hono)/',
      },
    },
    {
      name: 'server-does-not-know-pages',
      comment: 'server/ is below app/: the built pages are loaded at run time, never imported.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^app/' },
    },
    {
      name: 'app-takes-only-types-from-server',
      comment:
        'A route imports types of server/ only: what is live reaches it through the load context (law 2 of docs/architecture.md).',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^server/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'app-does-not-know-the-store',
      comment: 'A route never touches db/: ask context.queries, tell context.commands.',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^db/' },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'The product never imports its tests.',
      severity: 'error',
      from: { path: '^(core|locales|db|server|app)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'sign-in-library-is-tamed-in-one-place',
      comment:
        'better-auth is open by default: it is set up in server/auth/ (its adapter in db/sign-in.ts) and called nowhere else.',
      severity: 'error',
      from: {
        path: '^(core|locales|db|server|app|tests)/',
        pathNot: '^server/auth/|^db/sign-in.ts$',
      },
      to: { path: 'node_modules/(better-auth|@better-auth)/' },
    },
    {
      name: 'one-yjs-binding',
      comment: 'Import the binding and converters from @tiptap/y-tiptap only.',
      severity: 'error',
      from: { path: '^(core|server|app|tests)/' },
      to: { path: 'node_modules/y-prosemirror/' },
    },
    {
      name: 'no-circles',
      comment:
        'Two files that import each other are one thought in two places: move the shared part down.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|data)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
