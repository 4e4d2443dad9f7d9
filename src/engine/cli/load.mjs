/**
 * Runs a TypeScript entry in Node: bundles it into one file, keeps that file under node_modules/.cache/loopscope, and
 * uses it again for as long as no file under src/ has changed. Two processes may do this at once.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import module from 'node:module';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const CACHE = join(ROOT, 'node_modules/.cache/loopscope');
/** Bundles of earlier sources that nobody has built for this long are removed. */
const STALE_MS = 24 * 60 * 60 * 1000;

/**
 * @param {string} entryPath Path of a .ts file, from the top of the project.
 * @returns {Promise<any>} The module's exports.
 */
export async function loadTs(entryPath) {
  const entry = resolve(ROOT, entryPath);
  const name = basename(entry).replace(/\.tsx?$/, '');
  const bundle = join(CACHE, `${name}-${fingerprint(entry)}.mjs`);
  if (!existsSync(bundle)) await bundleTo(entry, name, bundle);
  // From Node 22 on, compiled code is kept too.
  /** @type {any} */ (module).enableCompileCache?.(join(CACHE, 'compiled'));
  return import(pathToFileURL(bundle).href);
}

/**
 * @param {string} entry
 * @param {string} name
 * @param {string} bundle
 */
async function bundleTo(entry, name, bundle) {
  const { build } = await import('vite');
  mkdirSync(CACHE, { recursive: true });
  removeStale(name);
  const scratch = mkdtempSync(join(CACHE, 'build-'));
  try {
    await build({
      configFile: false,
      root: ROOT,
      publicDir: false,
      logLevel: 'warn',
      ssr: { target: 'node', noExternal: true, external: ['pyodide'] },
      build: {
        ssr: entry,
        outDir: scratch,
        target: 'node20',
        minify: false,
        rolldownOptions: { output: { entryFileNames: 'bundle.mjs', codeSplitting: false } },
      },
    });
    renameSync(join(scratch, 'bundle.mjs'), bundle);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * What the bundle depends on: the entry, every source with its time and size, and the installed packages.
 *
 * @param {string} entry
 */
function fingerprint(entry) {
  const hash = createHash('sha256').update(entry);
  addFolder(hash, join(ROOT, 'src'));
  addFile(hash, join(ROOT, 'package-lock.json'));
  return hash.digest('hex').slice(0, 16);
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} folder
 */
function addFolder(hash, folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) addFolder(hash, path);
    else if (isSource(entry.name)) addFile(hash, path);
  }
}

/** @param {string} name */
function isSource(name) {
  return !/\.(test\.tsx?|md|css|svg|png)$/.test(name);
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path
 */
function addFile(hash, path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat !== undefined) hash.update(`${path}\0${stat.mtimeMs}\0${stat.size}\n`);
}

/** @param {string} name */
function removeStale(name) {
  for (const file of readdirSync(CACHE)) {
    const path = join(CACHE, file);
    const isOurs = (file.startsWith(`${name}-`) && file.endsWith('.mjs')) || file.startsWith('build-');
    if (!isOurs) continue;
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat !== undefined && Date.now() - stat.mtimeMs > STALE_MS) rmSync(path, { recursive: true, force: true });
  }
}
