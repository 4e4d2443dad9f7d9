/**
 * Ships CPython's Lib with the page: `lib/<dotted.name>.py` for every module of modules.mjs, `lib/index.json` with what
 * each imports, and Python's licence beside them. In dev the same paths are served from memory.
 */
import { readFileSync } from 'node:fs';
import { importsOf } from './imports.mjs';
import { LIBRARY_MODULES } from './modules.mjs';
import { isInLibrary, readLibrary } from './node-source.mjs';

const LICENSE = new URL('LICENSE.txt', import.meta.url);

/** @returns {import('vite').Plugin} */
export function pythonLibrary() {
  /** @type {ReadonlyMap<string, string> | undefined} */
  let files;
  const allFiles = () => {
    files ??= libraryFiles(LIBRARY_MODULES);
    return files;
  };
  return {
    name: 'python-library',
    generateBundle() {
      for (const [fileName, source] of allFiles()) this.emitFile({ type: 'asset', fileName, source });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
        const source = path.startsWith('lib/') ? allFiles().get(path) : undefined;
        if (source === undefined) return next();
        response.setHeader('Content-Type', path.endsWith('.json') ? 'application/json' : 'text/plain; charset=utf-8');
        response.end(source);
      });
    },
  };
}

/**
 * @param {readonly string[]} names
 * @returns {ReadonlyMap<string, string>} Path below the page's base, and content.
 */
export function libraryFiles(names) {
  const files = new Map();
  /** @type {Record<string, { package: boolean, filename: string, imports: readonly string[] }>} */
  const index = {};
  for (const name of names) {
    const found = readLibrary(name);
    if (found === undefined) throw new Error(`modules.mjs lists ${name}, which is not in CPython's Lib`);
    const { source, isPackage, filename } = found;
    files.set(`lib/${name}.py`, source);
    index[name] = { package: isPackage, filename, imports: importsOf({ name, isPackage, source }, isInLibrary) };
  }
  files.set('lib/index.json', `${JSON.stringify(index)}\n`);
  files.set('lib/LICENSE.txt', readFileSync(LICENSE, 'utf8'));
  return files;
}
