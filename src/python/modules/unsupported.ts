/** What CPython has and a run has not: the sentence for an import of it, with the nearest module that there is. */
import { STDLIB_MODULE_NAMES } from './stdlib-names.ts';

const NEAREST: Readonly<Record<string, string>> = {
  _socket: 'asyncio streams',
  bz2: 'base64',
  cProfile: 'time',
  ctypes: 'struct',
  curses: 'print()',
  dbm: 'json',
  'concurrent.futures.process': 'concurrent.futures.thread',
  dis: 'inspect',
  doctest: 'unittest',
  ensurepip: '',
  'http.client': 'asyncio.open_connection()',
  'http.server': 'asyncio.start_server()',
  lzma: 'base64',
  mmap: 'io.BytesIO',
  multiprocessing: 'asyncio',
  pdb: "the page's own steps",
  profile: 'time',
  pty: '',
  select: 'asyncio',
  selectors: 'asyncio',
  shelve: 'json',
  smtplib: 'logging',
  socket: 'asyncio.open_connection()',
  socketserver: 'asyncio.start_server()',
  sqlite3: 'a dict',
  ssl: 'asyncio.open_connection()',
  subprocess: 'asyncio',
  tarfile: 'io.BytesIO',
  tkinter: 'print()',
  tracemalloc: 'sys.getsizeof()',
  'urllib.request': 'asyncio.open_connection()',
  venv: '',
  webbrowser: 'print()',
  'xmlrpc.client': 'json',
  'xml.sax': 'html.parser',
  zipfile: 'io.BytesIO',
  zlib: 'binascii.crc32()',
  zoneinfo: 'datetime.timezone',
};

/** Whether an import fails although Lib has a Python file of that name: what it stands on is missing. */
export function isUnsupported(name: string): boolean {
  return Object.hasOwn(NEAREST, name);
}

/** The message of the ModuleNotFoundError. */
export function missingModuleText(name: string): string {
  const isKnown = STDLIB_MODULE_NAMES.has(name.split('.')[0] ?? name) && (!name.includes('.') || isUnsupported(name));
  if (!isKnown) return `No module named '${name}'`;
  const nearest = NEAREST[name];
  const hint = nearest === undefined || nearest === '' ? '' : `; the nearest thing it has is ${nearest}`;
  return `module ${name} is not part of Loopscope's Python${hint}`;
}
