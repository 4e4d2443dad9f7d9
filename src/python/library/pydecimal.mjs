/**
 * CPython 3.14's `_pydecimal.py`. The pyodide package leaves it out, as it has the C module; the brython package carries
 * it, without comments and docstrings, as one string of a script of 5 MB.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const ENTRY = '"_pydecimal": [".py", ';

/** @returns {string} */
export function readPyDecimal() {
  const path = createRequire(import.meta.url).resolve('brython/brython_stdlib.js');
  const script = readFileSync(path, 'utf8');
  const begin = script.indexOf(ENTRY) + ENTRY.length;
  const literal = /^"(?:[^"\\]|\\.)*"/.exec(script.slice(begin, begin + 1_000_000))?.[0];
  if (begin < ENTRY.length || literal === undefined) throw new Error('brython_stdlib.js has no _pydecimal');
  return JSON.parse(literal);
}
