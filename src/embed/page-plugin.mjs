/** `embed.html` stands beside `index.html` once it is built; its source lies here. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SOURCE = new URL('embed.html', import.meta.url);
/** Where the build believes it to be: addresses in it are relative to there. */
export const EMBED_PAGE = fileURLToPath(new URL('../../embed.html', import.meta.url));

/** @returns {import('vite').Plugin} */
export function embedPage() {
  return {
    name: 'embed-page',
    resolveId: (id) => (id === EMBED_PAGE ? EMBED_PAGE : undefined),
    load: (id) => (id === EMBED_PAGE ? readFileSync(SOURCE, 'utf8') : undefined),
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        if (pathname !== '/embed.html') return next();
        server.transformIndexHtml(pathname, readFileSync(SOURCE, 'utf8')).then((html) => {
          response.setHeader('Content-Type', 'text/html; charset=utf-8');
          response.end(html);
        }, next);
      });
    },
  };
}
