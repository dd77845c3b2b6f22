// How the pages are bundled; Remix's own settings live in remix.config.js.
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.js';

export default defineConfig({
  plugins: [remix(remixConfig)],
  resolve: {
    // One copy each, or two halves of the editor do not know each other.
    dedupe: ['yjs', 'lib0', 'y-protocols', '@tiptap/core', '@tiptap/pm', 'react', 'react-dom'],
  },
  build: { target: 'es2022' },
});
