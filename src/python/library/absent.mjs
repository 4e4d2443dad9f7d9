/**
 * Modules of CPython that people ask for and a run has not, each with the nearest thing that it has; empty where there
 * is nothing. The ModuleNotFoundError names it, and so does the list of modules.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const NEAREST = {
  _socket: 'asyncio streams',
  bz2: 'base64',
  cProfile: 'time',
  ctypes: 'struct',
  curses: 'print()',
  dbm: 'json',
  'concurrent.futures.process': 'concurrent.futures.thread',
  dis: 'inspect',
  ensurepip: '',
  'http.client': 'asyncio.open_connection()',
  'http.server': 'asyncio.start_server()',
  lzma: 'base64',
  mmap: 'io.BytesIO',
  multiprocessing: 'asyncio',
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
