/**
 * The modules of CPython's own Lib that the page can import. A name here becomes an asset, `lib/<name>.py`, fetched
 * when a program imports it. Modules that CPython writes in C are ours, in ../modules. `collections.abc` has no file:
 * `collections` makes it an alias of `_collections_abc`.
 *
 * @type {readonly string[]}
 */
export const LIBRARY_MODULES = [
  '_collections_abc',
  'abc',
  'collections',
  'contextlib',
  'copy',
  'dataclasses',
  'enum',
  'functools',
  'heapq',
  'operator',
  'string',
  'textwrap',
  'types',
  'typing',
];
