/**
 * Style that can fail a build: who may import whom, no ambient time or chance in the simulated half, short files, live
 * links. Each fault is told as file:line. The sources are parsed, so a banned word in a comment or a string is no fault.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const SELF = 'src/tidy.test.ts';

/** Imports point upwards in this list only. A folder may always import itself. */
const IMPORT_TABLE: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  scenario: ['lib'],
  trace: ['lib'],
  lab: ['lib', 'scenario', 'trace'],
  lesson: ['lib', 'scenario', 'trace'],
  python: ['lib', 'trace'],
  sim: ['lib', 'trace'],
  asyncio: ['lib', 'trace', 'sim', 'python'],
  channels: ['lib', 'trace', 'sim', 'python', 'asyncio'],
  celery: ['lib', 'trace', 'sim', 'python'],
  bridge: ['lib', 'scenario', 'trace', 'lab'],
  engine: ['lib', 'scenario', 'trace', 'lab', 'lesson', 'python', 'sim', 'asyncio', 'channels', 'celery', 'bridge'],
  // Test only: nothing may import it.
  conformance: [
    'lib',
    'scenario',
    'trace',
    'lab',
    'python',
    'sim',
    'asyncio',
    'channels',
    'celery',
    'bridge',
    'engine',
  ],
  // The pages without scripts: made in Node, from both sides of the wall, and no part of the page.
  site: ['lib', 'scenario', 'trace', 'engine', 'store', 'viz', 'ui'],
  // The wall. Below it, nothing may import python to engine.
  viz: ['lib', 'trace'],
  store: ['lib', 'scenario', 'trace', 'lab', 'lesson', 'bridge'],
  ui: ['lib', 'scenario', 'trace', 'lab', 'lesson', 'store', 'viz'],
  embed: ['lib', 'scenario', 'trace', 'lesson', 'bridge', 'viz', 'store', 'ui'],
  // The page's service worker, and the page's side of it.
  offline: [],
  'main.tsx': ['lib', 'scenario', 'trace', 'lab', 'lesson', 'bridge', 'viz', 'store', 'ui', 'offline'],
};

/** The one step over the wall: the page starts the worker by its address. */
const WORKER_START = { from: 'src/bridge/client.ts', to: 'src/engine/host.ts' };

/** Which folders may use a package. Scripts (.mjs) and tests may use any. */
const PACKAGES: readonly { readonly name: RegExp; readonly users: readonly string[] }[] = [
  { name: /^react(-dom)?(\/|$)/, users: ['ui', 'embed', 'main.tsx'] },
  { name: /^d3(-|$)/, users: ['viz', 'ui'] },
  { name: /^zustand(\/|$)/, users: ['store', 'ui', 'embed', 'main.tsx'] },
  { name: /^valibot$/, users: ['scenario', 'bridge'] },
  { name: /^uqr$/, users: ['ui'] },
  { name: /^py-ast$/, users: ['python'] },
  { name: /^pako$/, users: ['python'] },
  { name: /^@(codemirror|lezer)\//, users: ['ui'] },
  { name: /^pyodide(\/|$)/, users: ['conformance'] },
  { name: /^node:/, users: ['conformance', 'engine/cli', 'site'] },
];

/** The world that is simulated or drawn: the same input gives the same output, on any machine, at any time. */
const DETERMINISTIC = /^src\/(lib|scenario|trace|lab|lesson|python|sim|asyncio|channels|celery|engine|viz)\//;
/** host.ts must yield so that `cancel` can arrive; the command line is outside the simulated world. */
const AMBIENT_ALLOWED = /^src\/engine\/(host\.ts$|cli\/)|\.mjs$/;
const AMBIENT_NAMES: ReadonlySet<string> = new Set([
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'requestAnimationFrame',
  'requestIdleCallback',
  'document',
  'window',
]);
const AMBIENT_MEMBERS: ReadonlySet<string> = new Set(['Date.now', 'Math.random', 'performance.now']);
const GLOBAL_OBJECTS: ReadonlySet<string> = new Set(['globalThis', 'self', 'window']);

const LINES_MAX = 500;
const README_LINES_MAX = 25;
/** Files that must be longer, each with the reason. This list only shrinks. */
const LONG_FILES: Readonly<Record<string, string>> = {
  'src/python/vm/dispatch.ts':
    'one switch in one function: V8 optimises it as a whole, and a call for each instruction costs more than the instruction',
};

/** Every source is parsed: seconds, on a busy machine. */
const PATIENCE = { timeout: 60_000 };

test('imports follow the table', PATIENCE, () => {
  report(codeFiles().flatMap(importFaults));
});

test('a package is used only where it belongs', () => {
  report(codeFiles().flatMap(packageFaults));
});

test('the simulated half and viz use no ambient clock, chance, timers or DOM', () => {
  report(codeFiles().filter(isDeterministic).flatMap(ambientFaults));
});

test('no file is longer than 500 lines, except those that say why', () => {
  const files = filesBelow(['src', 'e2e', 'vite.config.ts']).filter((path) => /\.(tsx?|mjs|mts|css)$/.test(path));
  const tooLong = files.filter((path) => lineCount(path) > LINES_MAX && !(path in LONG_FILES));
  const spare = Object.keys(LONG_FILES).filter((path) => !files.includes(path) || lineCount(path) <= LINES_MAX);
  report([
    ...tooLong.map((path) => `${path}:${lineCount(path)} is longer than ${LINES_MAX} lines`),
    ...spare.map((path) => `${SELF}: LONG_FILES lists ${path}, which is not there or is short enough`),
  ]);
});

test('every folder of src that holds code has a README of at most 25 lines', () => {
  const folders = new Set(filesBelow(['src']).filter(isCode).map(dirname));
  folders.delete('src');
  const missing = [...folders].filter((folder) => !existsSync(join(ROOT, folder, 'README.md')) && !isExample(folder));
  const readmes = [...folders].map((folder) => `${folder}/README.md`).filter((path) => existsSync(join(ROOT, path)));
  const tooLong = readmes.filter((path) => lineCount(path) > README_LINES_MAX);
  report([
    ...missing.map((folder) => `${folder}/README.md:1 is missing`),
    ...tooLong.map((path) => `${path}:${lineCount(path)} is longer than ${README_LINES_MAX} lines`),
  ]);
});

test('every relative link in a README leads somewhere', () => {
  const readmes = filesBelow(['README.md', 'src', 'e2e']).filter((path) => path.endsWith('README.md'));
  report(readmes.flatMap(linkFaults));
});

test('no broken promise is left in the code, and no test runs alone', () => {
  const fixme = `FIX${'ME'}`;
  const files = filesBelow(['src', 'e2e', 'vite.config.ts']).filter((path) => isCode(path) && path !== SELF);
  const told = (path: string, pattern: RegExp, fault: string) =>
    linesMatching(path, pattern).map((at) => `${at} ${fault}`);
  report(
    files.flatMap((path) => [
      ...told(path, new RegExp(`\\b${fixme}\\b`), `says ${fixme}`),
      ...told(path, /\.only\(/, 'leaves out every other test'),
    ]),
  );
});

test('src holds main.tsx, and folders of the table', () => {
  const strays = filesBelow(['src']).filter((path) => {
    const [, top = '', ...rest] = path.split('/');
    return isCode(path) && path !== SELF && !(top in IMPORT_TABLE && (rest.length > 0 || top === 'main.tsx'));
  });
  report(strays.map((path) => `${path}:1 lies in no folder of the import table`));
});

test('the top level is fixed', () => {
  const fixed = ['package.json', 'package-lock.json', 'tsconfig.json', 'index.html', 'vite.config.ts', 'README.md'];
  const folders = ['LICENSE', '.gitignore', '.ci', '.git', '.github', 'src', 'public', 'e2e'];
  const ignored = readFileSync(join(ROOT, '.gitignore'), 'utf8').split('\n');
  const strays = readdirSync(ROOT).filter((name) => !fixed.includes(name) && !folders.includes(name));
  const isIgnored = (name: string) => ignored.includes(name) || ignored.includes(`${name}/`) || name.endsWith('.log');
  report(strays.filter((name) => !isIgnored(name)).map((name) => `${name}:1 does not belong at the top level`));
});

// --- what the tests above ask ---------------------------------------------------------------------------------------

interface Import {
  readonly specifier: string;
  readonly line: number;
  /** `new URL('x.ts', import.meta.url)`, which starts a worker. */
  readonly isAddress: boolean;
}

function importFaults(path: string): readonly string[] {
  const folder = folderOf(path);
  const allowed = IMPORT_TABLE[folder];
  if (path === SELF || allowed === undefined) return [];
  const faults: string[] = [];
  for (const { specifier, line, isAddress } of importsOf(path)) {
    if (!specifier.startsWith('.')) continue;
    const target = relative(ROOT, resolve(ROOT, dirname(path), specifier.replace(/\?.*$/, ''))).replaceAll('\\', '/');
    const isStart = isAddress || specifier.endsWith('?worker&url');
    if (isStart && path === WORKER_START.from && target === WORKER_START.to) continue;
    const to = folderOf(target);
    const at = `${path}:${line}`;
    if (!target.startsWith('src/')) faults.push(`${at} imports ${target}, outside src`);
    else if (to !== folder && !allowed.includes(to))
      faults.push(`${at} imports ${target}: ${folder} may not see ${to}`);
    else if (!/(\.\w+|\/Procfile)$/.test(target)) faults.push(`${at} imports '${specifier}' without its extension`);
    else if (/(^|\/)index\.[a-z]+$/.test(target) && isCode(target)) faults.push(`${at} imports a barrel, ${target}`);
  }
  return faults;
}

function packageFaults(path: string): readonly string[] {
  if (isTest(path) || path.endsWith('.mjs')) return [];
  const faults: string[] = [];
  for (const { specifier, line } of importsOf(path)) {
    if (specifier.startsWith('.')) continue;
    const known = PACKAGES.find(({ name }) => name.test(specifier));
    const isUser = known?.users.some((user) => path === `src/${user}` || path.startsWith(`src/${user}/`)) ?? false;
    if (!isUser) faults.push(`${path}:${line} may not use the package ${specifier}`);
  }
  return faults;
}

function ambientFaults(path: string): readonly string[] {
  const { program, lineAt } = parsed(path);
  const faults: string[] = [];
  walk(program, (node, parent, key) => {
    const name = ambientName(node, parent, key);
    if (name !== undefined) faults.push(`${path}:${lineAt(node.start)} uses ${name}`);
  });
  return faults;
}

function ambientName(node: Node, parent: Node | undefined, key: string): string | undefined {
  if (node.type === 'MemberExpression') {
    const { object, property } = node;
    if (!isNode(object) || !isNode(property)) return undefined;
    const member = `${object['name']}.${property['name'] ?? property['value']}`;
    if (AMBIENT_MEMBERS.has(member)) return member;
    const isGlobal = GLOBAL_OBJECTS.has(String(object['name'])) && AMBIENT_NAMES.has(String(property['name']));
    return isGlobal ? member : undefined;
  }
  if (node.type === 'NewExpression' || node.type === 'CallExpression') {
    const { callee } = node;
    return isNode(callee) && callee['name'] === 'Date' ? 'the date of today' : undefined;
  }
  if (node.type !== 'Identifier' || !isReference(parent, key)) return undefined;
  const name = String(node['name']);
  return AMBIENT_NAMES.has(name) ? name : undefined;
}

/** Whether an identifier stands for a variable, and is not the name of a property. */
function isReference(parent: Node | undefined, key: string): boolean {
  if (parent === undefined) return true;
  if (key === 'property' || key === 'key') return parent['computed'] === true;
  return !['ImportSpecifier', 'ExportSpecifier', 'TSQualifiedName', 'LabeledStatement'].includes(parent.type);
}

function linkFaults(path: string): readonly string[] {
  const faults: string[] = [];
  for (const [index, line] of read(path).split('\n').entries()) {
    for (const [, link = ''] of line.matchAll(/(?:\]\(\s*<?|(?:src|href)=")([^)">\s]+)/g)) {
      const target = link.replace(/[#?].*$/, '');
      if (target === '' || /^[a-z][a-z+.-]*:/i.test(target)) continue;
      if (!existsSync(resolve(ROOT, dirname(path), decodeURIComponent(target)))) {
        faults.push(`${path}:${index + 1} links to ${target}, which is not there`);
      }
    }
  }
  return faults;
}

// --- files and syntax trees -----------------------------------------------------------------------------------------

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

interface Parsed {
  readonly program: Node;
  readonly lineAt: (offset: number) => number;
}

const parsedFiles = new Map<string, Parsed>();

function parsed(path: string): Parsed {
  const known = parsedFiles.get(path);
  if (known !== undefined) return known;
  const source = read(path);
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const fresh = { program: program as unknown as Node, lineAt: (offset: number) => lineOf(source, offset) };
  parsedFiles.set(path, fresh);
  return fresh;
}

function importsOf(path: string): readonly Import[] {
  const { program, lineAt } = parsed(path);
  const found: Import[] = [];
  walk(program, (node) => {
    const isAddress = node.type === 'NewExpression' && isNode(node['callee']) && node['callee']['name'] === 'URL';
    const literal = isAddress ? (node['arguments'] as readonly unknown[])[0] : node['source'];
    const value = isNode(literal) ? literal['value'] : undefined;
    if (typeof value !== 'string') return;
    const isImport = /^(Import(Declaration|Expression)|Export(Named|All)Declaration|TSImportType)$/.test(node.type);
    if (isImport || (isAddress && /\.tsx?$/.test(value))) {
      found.push({ specifier: value, line: lineAt(node.start), isAddress });
    }
  });
  return found;
}

function walk(node: Node, visit: (node: Node, parent: Node | undefined, key: string) => void): void {
  const stack: [Node, Node | undefined, string][] = [[node, undefined, '']];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [current, parent, key] = next;
    visit(current, parent, key);
    for (const [field, value] of Object.entries(current)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (isNode(child)) stack.push([child, current, field]);
      }
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function codeFiles(): readonly string[] {
  return filesBelow(['src']).filter(isCode);
}

/** Paths from the top of the project, with slashes, sorted. */
function filesBelow(tops: readonly string[]): readonly string[] {
  return tops.flatMap((top) => {
    const path = join(ROOT, top);
    if (!existsSync(path)) return [];
    if (/\.\w+$/.test(top)) return [top];
    const entries = readdirSync(path, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    return files.map((file) => relative(ROOT, file).replaceAll('\\', '/')).sort();
  });
}

function isCode(path: string): boolean {
  return /\.(tsx?|mjs|mts)$/.test(path);
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}

/** Gallery scenarios and fixtures are content: what they are is said in the folder above. */
function isExample(folder: string): boolean {
  return /\/(gallery|exercises|fixtures)\//.test(folder);
}

function isDeterministic(path: string): boolean {
  return DETERMINISTIC.test(path) && !AMBIENT_ALLOWED.test(path);
}

function folderOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function linesMatching(path: string, pattern: RegExp): readonly string[] {
  const lines = read(path).split('\n');
  return lines.flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : []));
}

function lineCount(path: string): number {
  return read(path).replace(/\n$/, '').split('\n').length;
}

function lineOf(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function report(faults: readonly string[]): void {
  if (faults.length > 0) expect.fail(`${faults.length} faults:\n  ${faults.join('\n  ')}`);
}
