import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { HtmlTagDescriptor, Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { CSP, headersFile } from './e2e/csp.mjs';
import { EMBED_PAGE, embedPage } from './src/embed/page-plugin.mjs';
import { galleryCatalogue } from './src/engine/cli/catalogue-plugin.mjs';
import { compiledLibrary } from './src/engine/cli/compiled-plugin.mjs';
import { offline } from './src/offline/plugin.mjs';
import { moduleList, supportedModules } from './src/python/library/supported.mjs';
import { pythonLibrary } from './src/python/library/vite-plugin.mjs';
import { staticSite } from './src/site/plugin.mjs';

/** For hosts that send no headers of ours. In the build only: the dev server needs an inline script. */
const strictCsp: Plugin = {
  name: 'strict-csp',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: CSP }, injectTo: 'head-prepend' },
  ],
};

/** For hosts that read `_headers`. */
const hostHeaders: Plugin = {
  name: 'host-headers',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile() });
  },
};

/**
 * `main.tsx` is small: it starts the engine's worker and asks for the page. The page's own script and style sheet stand
 * in the HTML too, so that all three are on their way at once and the style sheet is there before anything is drawn.
 */
const pageFirst: Plugin = {
  name: 'page-first',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {}, filename }) => {
      if (filename === EMBED_PAGE) return [];
      const chunks = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? [output] : []));
      const chunkNamed = (file: string) => chunks.find(({ fileName }) => fileName === file);
      const page = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith('/src/ui/mount.tsx')));
      if (page === undefined) throw new Error('src/ui/mount.tsx has no chunk of its own.');
      const entry = chunks.find(({ facadeModuleId, isEntry }) => isEntry && facadeModuleId === filename);
      const wanted = new Set([page.fileName]);
      for (const file of wanted) {
        for (const needed of chunkNamed(file)?.imports ?? []) wanted.add(needed);
      }
      const scripts = [...wanted].filter((file) => file !== entry?.fileName);
      // The page's own first: app.css, which arranges all of it, is shared with the frame and has the last word.
      const styles = [...wanted].flatMap((file) => [...(chunkNamed(file)?.viteMetadata?.importedCss ?? [])]);
      return [
        ...styles.map((file) => link({ rel: 'stylesheet', crossorigin: true, href: `./${file}` })),
        ...scripts.map((file) => link({ rel: 'modulepreload', crossorigin: true, href: `./${file}` })),
      ];
    },
  },
};

function link(attrs: NonNullable<HtmlTagDescriptor['attrs']>): HtmlTagDescriptor {
  return { tag: 'link', attrs, injectTo: 'head' };
}

/** Whether `mount.tsx` needs it from the start. */
function isFirst(id: string, infoOf: (id: string) => { readonly importedIds: readonly string[] } | null): boolean {
  if (first.size === 0) {
    first.add(MOUNT);
    for (const needed of first) for (const imported of infoOf(needed)?.importedIds ?? []) first.add(imported);
  }
  return first.has(id);
}

const gallery = readdirSync(new URL('./src/scenario/gallery/', import.meta.url), { withFileTypes: true });
const gallerySlugs = gallery.filter((entry) => entry.isDirectory()).map(({ name }) => name);

/** Goes into links, beside the fingerprint of the run. */
const { version }: { version: string } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));

const { LOOPSCOPE_PAGES: pages, LOOPSCOPE_SITE: address = '' } = process.env;
/** `LOOPSCOPE_SITE`: where it will be; previews need whole addresses. `LOOPSCOPE_PAGES`: only these, where the others are not looked at. */
const site = staticSite({
  policy: CSP,
  address,
  modules: supportedModules().map(({ name }) => name),
  only: pages === undefined ? null : pages.split(','),
});

const MOUNT = fileURLToPath(new URL('./src/ui/mount.tsx', import.meta.url));
const first = new Set<string>();

const HOST = '127.0.0.1';

/** What the page starts as a worker. */
const WORKER = '/src/engine/host.ts';

export default defineConfig({
  // Relative addresses: one build for any host and any folder. Routes are in the fragment.
  base: './',
  plugins: [
    react(),
    pythonLibrary(),
    compiledLibrary(),
    galleryCatalogue(),
    strictCsp,
    hostHeaders,
    pageFirst,
    embedPage(),
    site,
    offline({ isOff: process.env['LOOPSCOPE_OFFLINE'] === 'off' }),
  ],
  // The page knows which scenarios there are before it has loaded them. The list of modules is in the help, loaded late.
  define: {
    GALLERY_SLUGS: JSON.stringify(gallerySlugs),
    PYTHON_MODULES: JSON.stringify(moduleList()),
    LOOPSCOPE_VERSION: JSON.stringify(version),
    // Where scenarios are proposed: the address of a repository on GitHub. Empty: there is none.
    LOOPSCOPE_REPOSITORY: JSON.stringify(process.env['LOOPSCOPE_REPOSITORY'] ?? ''),
  },
  server: { host: HOST, port: 5173, strictPort: true },
  preview: { host: HOST, port: 4173, strictPort: true },
  build: {
    target: 'es2022',
    manifest: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: 'index.html', embed: EMBED_PAGE },
      // Many small files weigh more than one, and late parts would cut the first part into such.
      output: {
        codeSplitting: {
          groups: [
            {
              name: (id, context) => (isFirst(id, (known) => context.getModuleInfo(known)) ? 'mount' : null),
              debugName: 'mount',
            },
          ],
        },
      },
    },
  },
  worker: {
    format: 'es',
    rolldownOptions: {
      output: {
        entryFileNames: 'workers/[name]-[hash].js',
        chunkFileNames: 'workers/chunks/[name]-[hash].js',
        // What every run needs is one file, whichever of the late parts need it too. The worker's own script is another:
        // WebKit would run it a second time for a part that imports from it.
        codeSplitting: { groups: [{ name: 'engine', tags: ['$initial'], test: (id) => !id.endsWith(WORKER) }] },
      },
    },
  },
  optimizeDeps: {
    // What is loaded late, or only by what is loaded late: found late, it would make the dev server reload the page.
    include: [
      '@codemirror/commands',
      '@codemirror/lang-python',
      '@codemirror/language',
      '@codemirror/state',
      '@codemirror/view',
      '@lezer/highlight',
      'd3',
      'react-dom/client',
      'zustand',
      'zustand/vanilla',
    ],
  },
  test: { include: ['src/**/*.test.{ts,tsx}'], environment: 'node', maxWorkers: '100%', testTimeout: 60_000 },
});
