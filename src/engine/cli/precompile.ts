/**
 * For the build of the page: the modules that programs with asyncio run, compiled. A program that imports them is run,
 * and whatever was compiled on the way is packed; what a module is cut to before that is asyncio's affair.
 */

import { ASYNCIO_CORE } from '../../asyncio/package.ts';
import { type Packed, packCode } from '../../python/compile/pack.ts';
import { readShipped } from '../../python/library/node-source.mjs';
import { Hasher } from '../../trace/hash.ts';
import { loadAllParts } from '../late-parts.ts';
import { HEADLESS_LIMITS, runProgram } from '../program.ts';

await loadAllParts();

/** The text of the file, and its fingerprint. */
export function precompile(): { readonly text: string; readonly hash: string } {
  const packed: Record<string, Packed> = {};
  const ending = runProgram({
    files: [{ name: 'main.py', text: `import ${ASYNCIO_CORE.join(', ')}\nasyncio.run(asyncio.sleep(0))\n` }],
    seed: 0,
    limits: HEADLESS_LIMITS,
    readLibrary: (name) => readShipped(name) ?? null,
    write: () => undefined,
    onChunk: null,
    codeCache: {
      get: () => undefined,
      put: ({ filename }, code) => {
        packed[filename] = packCode(code);
      },
    },
  });
  if (ending.kind !== 'completed') throw new Error(`asyncio could not be imported: ${JSON.stringify(ending)}`);
  const text = JSON.stringify(packed);
  const hasher = new Hasher();
  hasher.text(text);
  return { text, hash: hasher.digest() };
}
