/**
 * `npm run budget`, after a build: what a visit costs, gzipped, and when. Reads dist/.vite/manifest.json. Ends with 1 when
 * a part has become heavier than its limit.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));

/**
 * Limits stand just above what is reached, so that a growth is noticed. The goal is 200 kB for page, styles and engine
 * together; the engine alone is more than that today. A part is entries of the manifest, chunks by their names, or files by
 * theirs. One that is apart is another page, and weighed whole.
 *
 * @typedef {{ readonly title: string, readonly when: string, readonly limitKb?: number, readonly isApart?: boolean }} About
 * @typedef {About & { readonly keys: readonly string[] } | About & { readonly files: RegExp }} Part
 * @type {readonly Part[]}
 */
const PARTS = [
  { title: 'first paint', when: 'at once', keys: ['index.html', 'mount'], limitKb: 142 },
  {
    title: 'engine',
    when: 'at once beside it; with a program from a link, at Run',
    files: /^workers\/(host|chunks\/engine)-.*\.js$/,
    limitKb: 240,
  },
  { title: 'asyncio', when: 'with the engine', files: /^lib\/(index|code-\w+\/(index|core))\.json$/, limitKb: 107 },
  {
    title: 'network',
    when: 'a program with sockets or processes',
    files: /^workers\/chunks\/(network|_socket|select|posix|processes|_posixsubprocess)-.*\.js$/,
    limitKb: 36,
  },
  {
    title: 'pictures',
    when: 'after the first paint',
    keys: ['src/ui/LanesPicture.tsx', 'src/ui/LoopPicture.tsx', 'src/ui/Sentence.tsx'],
    limitKb: 39,
  },
  { title: 'editor', when: 'after the first paint', keys: ['src/ui/editor/editor.ts'], limitKb: 128 },
  { title: 'drafts', when: 'after the first paint', keys: ['src/ui/drafts.ts'], limitKb: 6 },
  {
    title: 'one scenario',
    when: 'a link into the gallery',
    keys: ['src/scenario/gallery/folders.ts', 'src/scenario/gallery/chat-of-today/scenario.ts'],
    limitKb: 8,
  },
  {
    title: 'gallery',
    when: 'the pointer is over its button',
    keys: ['src/ui/GalleryDialog.tsx', 'src/scenario/gallery/gallery.ts?catalogue'],
    limitKb: 36,
  },
  { title: 'the others', when: 'one at a time', files: /^assets\/scenario-.*\.js$/ },
  { title: 'share', when: 'the pointer is over its button', keys: ['src/ui/ShareDialog.tsx'] },
  { title: 'help', when: 'the pointer is over its button', keys: ['src/ui/HelpDialog.tsx'] },
  { title: 'terms', when: 'the pointer is over a term', keys: ['src/ui/TipBox.tsx'] },
  {
    title: 'channels',
    when: 'a program with a channel layer or a broker',
    keys: ['src/ui/QueuesView.tsx', 'src/ui/LaneHolds.tsx'],
    limitKb: 30,
  },
  {
    title: 'many lanes',
    when: 'more than twelve lanes, or a run that is not seen whole',
    keys: ['src/ui/LaneTools.tsx', 'src/ui/Minimap.tsx'],
    limitKb: 6,
  },
  { title: 'steps', when: 'the pointer is over its tab', keys: ['src/ui/StepsTab.tsx'] },
  { title: 'tasks', when: 'the pointer is over its tab', keys: ['src/ui/TasksTab.tsx'] },
  { title: 'why waiting', when: 'the pointer is over its tab', keys: ['src/ui/WhyTab.tsx'] },
  {
    title: 'embed',
    when: 'in a frame, before Run',
    keys: ['embed.html', 'src/scenario/link.ts'],
    limitKb: 152,
    isApart: true,
  },
];

/** @typedef {{ readonly file: string, readonly name?: string, readonly imports?: readonly string[], readonly css?: readonly string[] }} Chunk */
/** @typedef {Readonly<Record<string, Chunk>>} Manifest */

/**
 * @param {Manifest} manifest
 * @param {readonly string[]} keys
 * @returns {readonly string[]} Their files, with what they import statically, and the styles.
 */
function filesOf(manifest, keys) {
  /** @type {Set<string>} */
  const files = new Set(keys.filter((key) => key.endsWith('.html')));
  const queue = [...keys];
  for (const key of queue) {
    // What is loaded late in one place and at once in another has no entry of its own, only a chunk of its name.
    const base = key.replace(/^.*\/|\.tsx?$/g, '');
    const chunk =
      manifest[key] ?? Object.values(manifest).find(({ file, name }) => name === base && file.endsWith('.js'));
    if (chunk === undefined) throw new Error(`The build has no part ${key}; put PARTS in e2e/budget.mjs right.`);
    if (files.has(chunk.file)) continue;
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    queue.push(...(chunk.imports ?? []));
  }
  return [...files];
}

/** Scripts and styles in dist, and what there is of Python's library. */
function builtFiles() {
  return ['assets', 'workers', 'lib'].flatMap((folder) => {
    const path = join(DIST, folder);
    if (!existsSync(path)) return [];
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(js|css|json)$/.test(name),
    );
    return names.map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
  });
}

/** @param {string} file */
function gzipKb(file) {
  return gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length / 1000;
}

/** @param {readonly string[]} files */
function sumKb(files) {
  return files.reduce((total, file) => total + gzipKb(file), 0);
}

if (!existsSync(join(DIST, '.vite/manifest.json'))) {
  console.error('There is no build to measure; run `npm run build` first.');
  process.exit(1);
}
/** @type {Manifest} */
const manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8'));
const built = builtFiles();
/** What an earlier part has brought is not counted again. @type {Set<string>} */
const counted = new Set();
const rows = PARTS.map(({ isApart = false, limitKb, title, when, ...part }) => {
  const found = 'keys' in part ? filesOf(manifest, part.keys) : built.filter((file) => part.files.test(file));
  const files = found.filter((file) => isApart || !counted.has(file));
  for (const file of files) counted.add(file);
  return { title, when, limitKb, kb: sumKb(files), files };
});
const rest = built.filter((file) => !counted.has(file) && !file.startsWith('lib/'));
rows.push({ title: 'other', when: 'when asked for', limitKb: undefined, kb: sumKb(rest), files: rest });

console.log(`${'part'.padEnd(14)} ${'kB gzip'.padStart(8)} ${'limit'.padStart(6)}  loaded`);
for (const { kb, limitKb, title, when } of rows) {
  const limit = limitKb === undefined ? '' : String(limitKb);
  console.log(`${title.padEnd(14)} ${kb.toFixed(1).padStart(8)} ${limit.padStart(6)}  ${when}`);
}
const [page] = rows;
const scripts = sumKb((page?.files ?? []).filter((file) => file.endsWith('.js')));
console.log(
  `\nof the first paint ${scripts.toFixed(1)} kB are scripts, ${((page?.kb ?? 0) - scripts).toFixed(1)} styles and HTML`,
);
for (const { kb, limitKb, title } of rows) {
  if (limitKb === undefined || kb <= limitKb) continue;
  console.error(`${title} weighs ${kb.toFixed(1)} kB, more than the ${limitKb} kB it may.`);
  process.exitCode = 1;
}
