/**
 * Ships the compiled code of asyncio with the page: `lib/compiled.json`, and for the worker the constant COMPILED_LIBRARY
 * with its path below `lib/` and its fingerprint. The development server has none and compiles each time.
 */
import { loadTs } from './load.mjs';

const PATH = 'compiled.json';

/** @returns {import('vite').Plugin} */
export function compiledLibrary() {
  /** @type {string | null} */
  let text = null;
  return {
    name: 'compiled-library',
    async config(_config, { command, isPreview }) {
      if (command !== 'build' || isPreview === true) return { define: { COMPILED_LIBRARY: 'null' } };
      const { precompile } = await loadTs('src/engine/cli/precompile.ts');
      const made = precompile();
      text = made.text;
      return { define: { COMPILED_LIBRARY: JSON.stringify({ path: PATH, hash: made.hash }) } };
    },
    generateBundle() {
      if (text !== null) this.emitFile({ type: 'asset', fileName: `lib/${PATH}`, source: text });
    },
  };
}
