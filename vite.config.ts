// How the pages are bundled; Remix's own settings live in remix.config.js.
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig, type Plugin } from 'vite';
import { SERVER_ONLY } from './locales/server-only.ts';
import remixConfig from './remix.config.js';

/** Hundreds of small files that the server would read at each start; React itself stays outside, once. */
const bundledWithPages = [/^@?react-(aria|stately)(\/|-|$)/, /^@internationalized\//];

/** No page says words of the terminal, the mails, the API and the store: their bundle has none, browsers load none. */
function withoutServerWords(): Plugin {
  const words = new RegExp(`/locales/(?:fr|en)/(${SERVER_ONLY.join('|')})\\.ts$`);
  return {
    name: 'without-server-words',
    enforce: 'pre',
    load(id) {
      const area = words.exec(id)?.[1];
      return area === undefined ? null : `export const ${area} = {};`;
    },
  };
}

export default defineConfig(({ command }) => ({
  plugins: [withoutServerWords(), remix(remixConfig)],
  resolve: {
    // One copy each, or two halves of the editor do not know each other.
    dedupe: ['yjs', 'lib0', 'y-protocols', '@tiptap/core', '@tiptap/pm', 'react', 'react-dom'],
  },
  build: { target: 'es2022' },
  ...(command === 'build' ? { ssr: { noExternal: bundledWithPages } } : {}),
}));
