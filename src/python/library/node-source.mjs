/**
 * CPython's Lib in Node: reads single modules out of the python_stdlib.zip of the pyodide package. For the command
 * line, the tests and the build; the page fetches what vite-plugin.mjs has put beside it.
 */
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { corrected } from './corrections.mjs';
import { ownFolder, zipPath } from './installed.mjs';
import { LIBRARY_MODULES } from './modules.mjs';
import { readPyDecimal } from './pydecimal.mjs';
import { readZones } from './zones.mjs';

/** Where CPython in Pyodide finds its library, as it stands in tracebacks. */
const ZIP_IN_TRACEBACKS = '/lib/python314.zip';

/** Where pip would have installed them. */
const INSTALLED_IN_TRACEBACKS = '/lib/python3.14/site-packages';

const END_RECORD = { signature: 0x06054b50, size: 22 };
const ENTRY = { signature: 0x02014b50, size: 46 };
const LOCAL_HEADER_SIZE = 30;
const STORED = 0;
const DEFLATED = 8;

/**
 * @typedef {{ readonly source: string, readonly isPackage: boolean, readonly filename: string }} LibraryModule
 * @typedef {{ readonly method: number, readonly packedSize: number, readonly offset: number }} ZipEntry
 */

/** @type {{ readonly file: number, readonly entries: ReadonlyMap<string, ZipEntry> } | undefined} */
let opened;

/**
 * The source of a module of CPython's Lib, or undefined when Lib has no Python file of that name.
 *
 * @param {string} name Dotted, as in an import statement.
 * @returns {LibraryModule | undefined}
 */
export function readLibrary(name) {
  if (!known.has(name)) known.set(name, findModule(name));
  return known.get(name);
}

/**
 * Modules that are C in CPython and are run here from a Python file: with the source of which. They have no file of their
 * own and leave no frames in tracebacks (compile/code.ts, isBuiltIn).
 *
 * @type {Readonly<Record<string, string>>}
 */
const STANDS_FOR_C = {
  _codecs: '_codecs',
  _csv: '_csv',
  _datetime: '_pydatetime',
  _decimal: '_pydecimal',
  _imp: '_imp',
  _opcode: '_opcode',
  _pickle: 'pickle',
  _raw_streams: '_raw_streams',
  _tokenize: '_tokenize',
  _tracemalloc: '_tracemalloc',
  _zoneinfo: '_zoneinfo',
  _zones: '_zones',
};

/** @type {Readonly<Record<string, () => string>>} */
const FROM_PACKAGES = { _pydecimal: readPyDecimal, _zones: readZones };

const SHIPPED = new Set(LIBRARY_MODULES);

/**
 * What a program can import: the same closed list for the command line as for the page.
 *
 * @param {string} name Dotted, as in an import statement.
 * @returns {LibraryModule | undefined}
 */
export function readShipped(name) {
  return SHIPPED.has(name) ? readLibrary(name) : undefined;
}

/**
 * Every run asks for the same modules.
 *
 * @type {Map<string, LibraryModule | undefined>}
 */
const known = new Map();

/**
 * @param {string} name
 * @returns {LibraryModule | undefined}
 */
function findModule(name) {
  const original = STANDS_FOR_C[name];
  if (original !== undefined) return builtIn(name, original);
  return findFile(name);
}

/**
 * @param {string} name
 * @param {string} original
 * @returns {LibraryModule | undefined}
 */
function builtIn(name, original) {
  const read = FROM_PACKAGES[original];
  const found = read === undefined ? findFile(original) : { source: read() };
  if (found === undefined) return undefined;
  return { source: corrected(name, found.source), isPackage: false, filename: `<built-in ${name}>` };
}

/**
 * @param {string} name
 * @returns {LibraryModule | undefined}
 */
function findFile(name) {
  const installed = packageFile(name);
  if (installed !== undefined) return installed;
  const own = leanPath(name);
  const path = pathInZip(name);
  if (existsSync(own)) return moduleAt(path ?? `${name.replaceAll('.', '/')}.py`, readFileSync(own, 'utf8'));
  return path === undefined ? undefined : moduleAt(path, corrected(name, inflate(path)));
}

/**
 * @param {string} path In the archive, or as if it were there.
 * @param {string} source
 * @returns {LibraryModule}
 */
function moduleAt(path, source) {
  return { source, isPackage: path.endsWith('/__init__.py'), filename: `${ZIP_IN_TRACEBACKS}/${path}` };
}

/** Whether a file of our own stands in for it. @param {string} name */
export function isLean(name) {
  return existsSync(leanPath(name)) || packageFile(name) !== undefined;
}

/** Seen from here: those of every program, what belongs to channels, and to Celery. */
const PACKAGE_FOLDERS = ['packages', '../../channels/packages', '../../celery/packages'];

/**
 * A module of the packages that a program finds installed: aiohttp, channels and their like, in words of our own.
 *
 * @param {string} name
 * @returns {LibraryModule | undefined}
 */
function packageFile(name) {
  const stem = name.replaceAll('.', '/');
  for (const folder of PACKAGE_FOLDERS) {
    for (const path of [`${stem}/__init__.py`, `${stem}.py`]) {
      const file = new URL(`${folder}/${path}`, ownFolder());
      if (!existsSync(file)) continue;
      const isPackage = path.endsWith('/__init__.py');
      return { source: readFileSync(file, 'utf8'), isPackage, filename: `${INSTALLED_IN_TRACEBACKS}/${path}` };
    }
  }
  return undefined;
}

/** @param {string} name */
export function isInLibrary(name) {
  return name in STANDS_FOR_C || isLean(name) || pathInZip(name) !== undefined;
}

/**
 * Where a small file of our own that stands in for a module of Lib, or belongs to asyncio, would be. Found from the archive, because this file
 * may have been bundled into another folder.
 *
 * @param {string} name
 */
function leanPath(name) {
  const [first, ...rest] = name.split('.');
  if (first !== 'asyncio') return new URL(`lean/${name}.py`, ownFolder());
  return new URL(`../../asyncio/lib/${rest.length === 0 ? '__init__' : rest.join('/')}.py`, ownFolder());
}

/** @param {string} name */
function pathInZip(name) {
  const { entries } = library();
  const stem = name.replaceAll('.', '/');
  return [`${stem}/__init__.py`, `${stem}.py`].find((path) => entries.has(path));
}

function library() {
  if (opened === undefined) {
    const file = openSync(zipPath(), 'r');
    opened = { file, entries: readDirectory(file) };
  }
  return opened;
}

/**
 * @param {number} file
 * @returns {ReadonlyMap<string, ZipEntry>}
 */
function readDirectory(file) {
  const { size } = fstatSync(file);
  // The archive has no comment, so the end record is its last 22 bytes.
  const end = readBytes(file, size - END_RECORD.size, END_RECORD.size);
  if (end.readUInt32LE(0) !== END_RECORD.signature) throw new Error('python_stdlib.zip does not end as a zip file');
  const directory = readBytes(file, end.readUInt32LE(16), end.readUInt32LE(12));
  const entries = new Map();
  for (let at = 0; at < directory.length && directory.readUInt32LE(at) === ENTRY.signature; ) {
    const nameLength = directory.readUInt16LE(at + 28);
    entries.set(directory.toString('utf8', at + ENTRY.size, at + ENTRY.size + nameLength), {
      method: directory.readUInt16LE(at + 10),
      packedSize: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    });
    at += ENTRY.size + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** @param {string} path */
function inflate(path) {
  const { file, entries } = library();
  const entry = entries.get(path);
  if (entry === undefined) throw new Error(`python_stdlib.zip has no ${path}`);
  const header = readBytes(file, entry.offset, LOCAL_HEADER_SIZE);
  const start = entry.offset + LOCAL_HEADER_SIZE + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = readBytes(file, start, entry.packedSize);
  if (entry.method === STORED) return packed.toString('utf8');
  if (entry.method === DEFLATED) return inflateRawSync(packed).toString('utf8');
  throw new Error(`python_stdlib.zip packs ${path} by method ${entry.method}`);
}

/**
 * @param {number} file
 * @param {number} offset
 * @param {number} length
 */
function readBytes(file, offset, length) {
  const bytes = Buffer.alloc(length);
  readSync(file, bytes, 0, length, offset);
  return bytes;
}

/** Lets go of the archive; the next read opens it again. */
export function closeLibrary() {
  if (opened !== undefined) closeSync(opened.file);
  opened = undefined;
}
