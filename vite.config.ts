// How the pages are bundled; Remix's own settings live in remix.config.js.
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.js';

/** Hundreds of small files that the server would read at each start; React itself stays outside, once. */
const bundledWithPages = [/^@?react-(aria|stately)(\/|-|$)/, /^@internationalized\//];

export default defineConfig(({ command }) => ({
  plugins: [remix(remixConfig)],
  resolve: {
    // One copy each, or two halves of the editor do not know each other.
    dedupe: ['yjs', 'lib0', 'y-protocols', '@tiptap/core', '@tiptap/pm', 'react', 'react-dom'],
  },
  build: { target: 'es2022' },
  ...(command === 'build' ? { ssr: { noExternal: bundledWithPages } } : {}),
}));
