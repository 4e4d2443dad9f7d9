/**
 * `npm run budget`, after a build: what a visit costs, gzipped, from dist/.vite/manifest.json. Ends with 1 when what is
 * needed before the first run (page, styles, engine worker) is more than it may be.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const INITIAL_KB_MAX = 200;
/** The worker that every visit needs; other workers are loaded when asked for. */
const ENGINE_WORKER = /^workers\/host-/;

/** @typedef {{ readonly file: string, readonly isEntry?: boolean, readonly imports?: readonly string[], readonly css?: readonly string[] }} Chunk */

/**
 * @param {Readonly<Record<string, Chunk>>} manifest
 * @returns {ReadonlySet<string>} The page, what it imports statically, and their styles.
 */
function initialFiles(manifest) {
  const files = new Set(['index.html']);
  const queue = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  for (const key of queue) {
    const chunk = manifest[key];
    if (chunk === undefined || files.has(chunk.file)) continue;
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    queue.push(...(chunk.imports ?? []));
  }
  return files;
}

/** Scripts and styles in dist. */
function builtFiles() {
  const found = ['index.html'];
  for (const folder of ['assets', 'workers']) {
    const path = join(DIST, folder);
    if (!existsSync(path)) continue;
    for (const file of readdirSync(path, { recursive: true, encoding: 'utf8' })) {
      if (/\.(js|css)$/.test(file)) found.push(`${folder}/${file.replaceAll('\\', '/')}`);
    }
  }
  return found;
}

/** @param {string} file */
function gzipKb(file) {
  return gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length / 1000;
}

/**
 * @param {string} title
 * @param {readonly string[]} files
 */
function report(title, files) {
  const sizes = files.map((file) => ({ file, kb: gzipKb(file) })).sort((a, b) => b.kb - a.kb);
  const sum = sizes.reduce((total, { kb }) => total + kb, 0);
  console.log(`${title}: ${sum.toFixed(1)} kB gzip`);
  for (const { file, kb } of sizes) console.log(`  ${kb.toFixed(1).padStart(7)}  ${file}`);
  return sum;
}

if (!existsSync(join(DIST, '.vite/manifest.json'))) {
  console.error('There is no build to measure; run `npm run build` first.');
  process.exit(1);
}
const initial = initialFiles(JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')));
const isInitial = (/** @type {string} */ file) => initial.has(file) || ENGINE_WORKER.test(file);
const sum = report('initial', builtFiles().filter(isInitial));
report(
  'lazy',
  builtFiles().filter((file) => !isInitial(file)),
);
console.log(`limit of the initial part: ${INITIAL_KB_MAX} kB`);
if (sum > INITIAL_KB_MAX) process.exitCode = 1;
