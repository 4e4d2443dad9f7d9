/** Pyodide in a page of its own, with a logger of lines: what one would use to see a program run without us. */
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LECTURE } from './programs.mjs';

const FOLDER = fileURLToPath(new URL('../../node_modules/pyodide', import.meta.url));
/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.mjs': 'text/javascript',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};

const LOGGED = `
import sys
_rows = []
def _log(frame, event, arg):
    _rows.append((event, frame.f_code.co_name, frame.f_lineno))
    return _log
sys.settrace(_log)
`;

const PAGE = `<!doctype html><meta charset="utf-8"><title>Pyodide</title><script type="module">
import { loadPyodide } from './pyodide.mjs';
const pyodide = await loadPyodide({ indexURL: './' });
pyodide.setStdout({ batched: () => {} });
await pyodide.runPythonAsync(${JSON.stringify(
  LOGGED + LECTURE.replace('asyncio.run(main())', 'await main()').replace('sleep(n)', 'sleep(0)'),
)});
globalThis.ran = performance.now();
</script>`;

/** Null where it is not installed. @param {number} port */
export async function servePyodide(port) {
  if (!existsSync(join(FOLDER, 'pyodide.asm.wasm'))) return null;
  const server = createServer(({ url = '/' }, response) => {
    const path = normalize(new URL(url, 'http://x').pathname);
    if (path === '/') return response.writeHead(200, { 'Content-Type': 'text/html' }).end(PAGE);
    const file = join(FOLDER, path);
    if (!file.startsWith(FOLDER) || !existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
    return createReadStream(file).pipe(response);
  });
  await new Promise((done) => server.listen(port, '127.0.0.1', () => done(undefined)));
  return server;
}
