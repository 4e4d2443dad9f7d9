/**
 * Lib's `inspect` loads half of Lib at once. Here it imports what it seldom needs when it needs it, and asks the compiler for
 * the names of a function instead of `dis`, which reads CPython's own instructions.
 *
 * @type {import('./corrections.mjs').Corrections}
 */
export const INSPECT = [
  [
    'import ast\nimport dis\nimport collections.abc\nimport enum\nimport importlib.machinery\n',
    'import collections.abc\nimport enum\n',
  ],
  [/import os\nimport re\nimport sys\nimport tokenize\nimport token\n/, 'import sys\n'],
  [
    'from weakref import ref as make_weakref\n',
    `from _weakref import ref as make_weakref
from _sources import names_of_code as _names_of_code


class _Late:
    """A module that is imported when something of it is used."""

    def __init__(self, name):
        self._name = name

    def __getattr__(self, attribute):
        __import__(self._name)
        return getattr(sys.modules[self._name], attribute)


ast = _Late('ast')
importlib = _Late('importlib')
os = _Late('os')
re = _Late('re')
tokenize = _Late('tokenize')
token = _Late('token')
_Positions = namedtuple('Positions', 'lineno end_lineno col_offset end_col_offset', defaults=(None,) * 4)
`,
  ],
  [
    /# Create constants for the compiler flags[\s\S]*?del k, v, mod_dict\n/,
    `# The compiler flags in Include/code.h.
CO_OPTIMIZED = 1
CO_NEWLOCALS = 2
CO_VARARGS = 4
CO_VARKEYWORDS = 8
CO_NESTED = 16
CO_GENERATOR = 32
CO_NOFREE = 64
CO_COROUTINE = 128
CO_ITERABLE_COROUTINE = 256
CO_ASYNC_GENERATOR = 512
CO_HAS_DOCSTRING = 0x4000000
CO_METHOD = 0x8000000
`,
  ],
  [/importlib\.machinery\./g, '_Late("importlib.machinery").'],
  ['    if os.path.exists(filename):\n', '    if linecache.getlines(filename) or os.path.exists(filename):\n'],
  [
    / {4}unbound_names = set\(\)\n {4}global_names = set\(\)\n[\s\S]*?global_names\.add\(name\)\n/,
    '    global_names, attribute_names = _names_of_code(code)\n    unbound_names = set(attribute_names)\n',
  ],
  ['positions=dis.Positions(*positions)', 'positions=_Positions(*positions)'],
  [/\n\ndef _main\(\):[\s\S]*$/, ''],
];
