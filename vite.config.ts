import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { CSP } from './e2e/csp.mjs';
import { pythonLibrary } from './src/python/library/vite-plugin.mjs';

/** For hosts that send no headers of ours. In the build only: the dev server needs an inline script. */
const strictCsp: Plugin = {
  name: 'strict-csp',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: CSP }, injectTo: 'head-prepend' },
  ],
};

const HOST = '127.0.0.1';

export default defineConfig({
  // Relative addresses: one build for any host and any folder. Routes are in the fragment.
  base: './',
  plugins: [react(), pythonLibrary(), strictCsp],
  server: { host: HOST, port: 5173, strictPort: true },
  preview: { host: HOST, port: 4173, strictPort: true },
  build: { target: 'es2022', manifest: true, sourcemap: false, assetsInlineLimit: 0 },
  worker: {
    format: 'es',
    rolldownOptions: {
      output: { entryFileNames: 'workers/[name]-[hash].js', chunkFileNames: 'workers/chunks/[name]-[hash].js' },
    },
  },
  optimizeDeps: {
    // The editor is loaded late; found late, it would make the dev server reload the page.
    include: [
      '@codemirror/commands',
      '@codemirror/lang-python',
      '@codemirror/language',
      '@codemirror/state',
      '@codemirror/view',
      '@lezer/highlight',
    ],
  },
  test: { include: ['src/**/*.test.{ts,tsx}'], environment: 'node' },
});
