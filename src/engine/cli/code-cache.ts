/**
 * Compiled code of CPython's library, kept between runs of the command line: under node_modules/.cache, one file a module. An entry
 * is good for one build of the engine and one text of the module.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { threadId } from 'node:worker_threads';
import { type Packed, packCode, unpackCode } from '../../python/compile/pack.ts';
import type { CodeCache } from '../../python/vm/machine.ts';

/** Null where the engine does not run from the cache folder of the command line (in the tests, for example). */
export function diskCache(moduleUrl: string): CodeCache | null {
  const bundle = fileURLToPath(moduleUrl);
  if (!dirname(bundle).endsWith(join('.cache', 'loopscope'))) return null;
  // The bundle's own name says what it was built from (cli/load.mjs).
  const folder = join(dirname(bundle), `code-${basename(bundle, '.mjs')}`);
  const fileOf = (filename: string, text: string): string => join(folder, `${hashOf(`${filename}\0${text}`)}.json`);
  return {
    get({ filename, text }) {
      const file = fileOf(filename, text);
      return existsSync(file) ? unpackCode(JSON.parse(readFileSync(file, 'utf8')) as Packed) : undefined;
    },
    put({ filename, text }, code) {
      if (!existsSync(folder)) startFolder(folder);
      const file = fileOf(filename, text);
      const scratch = `${file}.${process.pid}.${threadId}`;
      writeFileSync(scratch, JSON.stringify(packCode(code)));
      renameSync(scratch, file);
    },
  };
}

/** Makes room: what older builds of the same entry have left goes. */
function startFolder(folder: string): void {
  const family = basename(folder).replace(/[^-]*$/, '');
  for (const name of readdirSync(dirname(folder))) {
    if (name.startsWith(family) && name !== basename(folder))
      rmSync(join(dirname(folder), name), { recursive: true, force: true });
  }
  mkdirSync(folder, { recursive: true });
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}
