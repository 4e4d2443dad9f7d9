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
  'asyncio.base_events',
  'asyncio.base_futures',
  'asyncio.base_tasks',
  'asyncio.constants',
  'asyncio.coroutines',
  'asyncio.events',
  'asyncio.exceptions',
  'asyncio.format_helpers',
  'asyncio.futures',
  'asyncio.graph',
  'asyncio.locks',
  'asyncio.mixins',
  'asyncio.protocols',
  'asyncio.queues',
  'asyncio.runners',
  'asyncio.staggered',
  'asyncio.streams',
  'asyncio.subprocess',
  'asyncio.taskgroups',
  'asyncio.tasks',
  'asyncio.threads',
  'asyncio.timeouts',
  'asyncio.transports',
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
