/**
 * Ships the compiled code of CPython's Lib with the page: the folder `lib/code-FINGERPRINT`, and for the worker the constant
 * COMPILED_LIBRARY with its name. The development server has none and compiles each time.
 */
import { loadTs } from './load.mjs';

/** @returns {import('vite').Plugin} */
export function compiledLibrary() {
  /** @type {ReadonlyMap<string, string>} */
  let files = new Map();
  let folder = '';
  return {
    name: 'compiled-library',
    async config(_config, { command, isPreview }) {
      if (command !== 'build' || isPreview === true) return { define: { COMPILED_LIBRARY: 'null' } };
      const { precompile } = await loadTs('src/engine/cli/precompile.ts');
      const made = precompile();
      files = made.files;
      folder = `code-${made.hash}`;
      return { define: { COMPILED_LIBRARY: JSON.stringify(folder) } };
    },
    generateBundle() {
      for (const [name, source] of files) this.emitFile({ type: 'asset', fileName: `lib/${folder}/${name}`, source });
    },
  };
}
