/** The modules of packages that lie in folders of their own, with nothing listed by hand: every Python file is one. */
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** @type {string | undefined} */
let zip;

export function zipPath() {
  zip ??= createRequire(import.meta.url).resolve('pyodide/python_stdlib.zip');
  return zip;
}

/** This folder. Found from the archive, because this file may have been bundled into another one. */
export function ownFolder() {
  return new URL('../../src/python/library/', pathToFileURL(zipPath()));
}

/** Seen from here. */
const FOLDERS = ['../../channels/packages', '../../celery/packages'];

/** @returns {readonly string[]} Dotted names. */
export function installedModules() {
  return FOLDERS.flatMap((folder) => {
    const place = new URL(`${folder}/`, ownFolder());
    if (!existsSync(place)) return [];
    const files = /** @type {string[]} */ (readdirSync(place, { recursive: true }));
    return files.filter((file) => file.endsWith('.py')).map(nameOf);
  });
}

/** @param {string} file A path. */
function nameOf(file) {
  return file
    .replaceAll('\\', '/')
    .replace(/(\/__init__)?\.py$/, '')
    .replaceAll('/', '.');
}
