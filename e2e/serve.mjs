/**
 * Serves the built page as a real host would: under any base path, gzipped, every response with the strict CSP.
 *
 *   node e2e/serve.mjs [--port 4173] [--base /loopscope/] [--dir dist]
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { headersFor } from './csp.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const HOST = '127.0.0.1';

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.py': 'text/x-python; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.zip': 'application/zip',
};
const PACKED_ALREADY = new Set(['.png', '.woff2', '.zip']);

/** @typedef {{ readonly dir: string, readonly base: string, readonly port: number }} Options */

/** @param {Options} options */
export function serve({ dir, base, port }) {
  if (!existsSync(join(dir, 'index.html'))) throw new Error(`${dir} has no index.html; run \`npm run build\` first.`);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', `http://${HOST}`);
    if (`${pathname}/` === base) return redirect(response, base);
    const file = fileFor(dir, base, pathname);
    if (file === undefined) return notFound(response);
    const isPacked = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    send(response, file, { gzip: isPacked, headers: headersFor(pathname.slice(base.length)) });
  });
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, HOST, () => done(server));
  });
}

/**
 * @param {string} dir
 * @param {string} base
 * @param {string} pathname
 */
function fileFor(dir, base, pathname) {
  if (!pathname.startsWith(base)) return undefined;
  const path = decoded(pathname.slice(base.length));
  if (path === undefined || path.includes('\0')) return undefined;
  const file = resolve(dir, normalize(path === '' || path.endsWith('/') ? `${path}index.html` : path));
  if (!file.startsWith(resolve(dir) + sep)) return undefined;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/** @param {string} path */
function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {string} file
 * @param {{ readonly gzip: boolean, readonly headers: Readonly<Record<string, string>> }} how
 */
function send(response, file, { gzip, headers }) {
  const extension = extname(file);
  const body = readFileSync(file);
  const isPacked = gzip && !PACKED_ALREADY.has(extension) && body.length > 1000;
  response.writeHead(200, {
    ...headers,
    'Content-Type': TYPES[extension] ?? 'application/octet-stream',
    Vary: 'Accept-Encoding',
    ...(isPacked ? { 'Content-Encoding': 'gzip' } : {}),
  });
  response.end(isPacked ? gzipSync(body) : body);
}

/** @param {import('node:http').ServerResponse} response */
function notFound(response) {
  response.writeHead(404, { ...headersFor(''), 'Content-Type': TYPES['.txt'] });
  response.end('There is no such file.\n');
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {string} to
 */
function redirect(response, to) {
  response.writeHead(308, { ...headersFor(''), Location: to });
  response.end();
}

async function main() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4173' },
      base: { type: 'string', default: '/' },
      dir: { type: 'string', default: join(ROOT, 'dist') },
    },
  });
  const base = `/${values.base.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
  await serve({ dir: resolve(values.dir), base, port: Number(values.port) });
  process.stdout.write(`\n  Loopscope is at http://${HOST}:${values.port}${base}\n  Ctrl+C stops it.\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    const isTaken = error?.code === 'EADDRINUSE';
    process.stderr.write(
      isTaken ? `Port ${error.port} is taken; choose another with --port.\n` : `${error?.message ?? error}\n`,
    );
    process.exitCode = 1;
  });
}
