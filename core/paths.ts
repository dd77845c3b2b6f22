// The addresses of pages, in one place: pages link with them, mails, feeds and exports cite with them.

function framework(slug: string): string {
  return `/f/${encodeURIComponent(slug)}`;
}

/** Paths on this server, without its name; `AppContext.url` makes them absolute. */
export const paths = {
  home: '/',
  newFramework: (template?: string) =>
    template === undefined ? '/new' : `/new?template=${encodeURIComponent(template)}`,
  /** Making a framework from a file. */
  importing: '/import',
  /** The triptych; with `item`, in focus. */
  framework: (slug: string, item?: string) =>
    item === undefined ? framework(slug) : `${framework(slug)}?item=${encodeURIComponent(item)}`,
  settings: (slug: string) => `${framework(slug)}/settings`,
  /** The editor of one section; with `item`, at that item. */
  write: (slug: string, section: string, item?: string) =>
    `${framework(slug)}/write/${encodeURIComponent(section)}${item === undefined ? '' : `#${encodeURIComponent(item)}`}`,
  /** Items to refer to, as JSON: asked by the editor's picker. */
  items: (slug: string) => `${framework(slug)}/items`,
  coverage: (slug: string) => `${framework(slug)}/coverage`,
  /** What the gaps of a room are told from outside it, as JSON: asked by its editor. */
  outside: (slug: string, section: string) =>
    `${framework(slug)}/outside/${encodeURIComponent(section)}`,
  /** What is said about a framework's working text; with `thread`, at that thread. */
  comments: (slug: string, thread?: string) =>
    `${framework(slug)}/comments${thread === undefined ? '' : `#thread-${encodeURIComponent(thread)}`}`,
  /** Threads of comments as JSON, and acts on them: asked and sent by the editor. */
  threads: (slug: string) => `${framework(slug)}/comments/threads`,
  versions: (slug: string) => `${framework(slug)}/versions`,
  revisions: (slug: string) => `${framework(slug)}/revisions`,
  /** Putting a file in place of the working text. */
  replace: (slug: string) => `${framework(slug)}/replace`,
  publish: (slug: string) => `${framework(slug)}/publish`,
  /** Without ends: where they are chosen. An end is a version's label, `rN` or `working`. */
  compare: (slug: string, base?: string, head?: string) =>
    base === undefined || head === undefined
      ? `${framework(slug)}/compare`
      : `${framework(slug)}/compare/${base}...${head}`,
  /** The reading page of a version (what is cited), a revision (`rN`) or `working`; with `item`, at that item. */
  read: (slug: string, ref: string, item?: string) =>
    `${framework(slug)}/${ref}${item === undefined ? '' : `#${encodeURIComponent(item)}`}`,
  /** What waits on this device; its content is known to the browser only. */
  device: '/device',
  /** What the frameworks are called now for which something waits there, as JSON. */
  devicePlaces: '/device/places',
  people: '/people',
  tokens: '/tokens',
  setup: (token?: string) =>
    token === undefined ? '/setup' : `/setup?token=${encodeURIComponent(token)}`,
  signIn: (next?: string) =>
    next === undefined || next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`,
  /** Where a one-time link leads: its page has the button that uses the link up. */
  signInLink: (token: string) => `/sign-in/link?token=${encodeURIComponent(token)}`,
  signOut: '/sign-out',
  password: '/password',
  /** Which letters one gets. */
  letters: '/letters',
  preferences: '/preferences',
  samples: '/samples',
} as const;

/** Addresses of the API that pages link to. */
export const apiPaths = {
  /** A document as a file: `format` is an ending such as `json`, `md`, `html`. */
  export: (slug: string, ref: string, format: string) =>
    `/api/v1/frameworks/${encodeURIComponent(slug)}/documents/${ref}/export.${format}`,
  /** The coverage of a framework as a file: `format` is `csv`. */
  coverage: (slug: string, format: string) =>
    `/api/v1/frameworks/${encodeURIComponent(slug)}/coverage/export.${format}`,
  docs: '/api/v1/docs',
} as const;
