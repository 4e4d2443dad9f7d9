/**
 * Modules of CPython that people ask for and a run has not, each with the nearest thing that it has; empty where there
 * is nothing. The ModuleNotFoundError names it, and so does the list of modules.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const NEAREST = {
  bz2: 'base64',
  cProfile: 'time',
  curses: 'print()',
  dbm: 'json',
  dis: 'inspect',
  ensurepip: '',
  lzma: 'base64',
  marshal: 'pickle',
  profile: 'time',
  pty: '',
  shelve: 'json',
  smtplib: 'logging',
  sqlite3: 'a dict',
  subprocess: 'asyncio',
  tkinter: 'print()',
  venv: '',
  webbrowser: 'print()',
  'xmlrpc.client': 'json',
  'xml.sax': 'html.parser',
};
