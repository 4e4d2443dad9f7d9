/** CPython: Objects/exceptions.c, OSError: an errno chooses the subclass, and the text shows errno and file name. Errnos are Linux's. */
import {
  BlockingIOError,
  BrokenPipeError,
  ChildProcessError,
  ConnectionAbortedError,
  ConnectionRefusedError,
  ConnectionResetError,
  FileExistsError,
  FileNotFoundError,
  InterruptedError,
  IsADirectoryError,
  NotADirectoryError,
  OSError,
  PermissionError,
  ProcessLookupError,
  PyException,
  raise,
  TimeoutError,
  TypeError,
} from './errors.ts';
import { method, newMethod, PyNative, rawMethod } from './native.ts';
import { repr, str } from './protocol.ts';
import { PyTuple, type PyType, type Value } from './value.ts';

const SUBCLASSES: ReadonlyMap<number, PyType> = new Map([
  [11, BlockingIOError],
  [114, BlockingIOError],
  [115, BlockingIOError],
  [32, BrokenPipeError],
  [108, BrokenPipeError],
  [10, ChildProcessError],
  [103, ConnectionAbortedError],
  [111, ConnectionRefusedError],
  [104, ConnectionResetError],
  [17, FileExistsError],
  [2, FileNotFoundError],
  [21, IsADirectoryError],
  [20, NotADirectoryError],
  [4, InterruptedError],
  [13, PermissionError],
  [1, PermissionError],
  [3, ProcessLookupError],
  [110, TimeoutError],
]);

type Field = (owner: PyType, name: string, derive: (self: PyException) => Value) => void;
type SetField = (self: PyException, name: string, value: Value) => void;

/** The three functions come from `exception-attributes.ts`, which calls this. */
export function defineOSError(field: Field, setField: SetField, plainText: (self: PyException) => string): void {
  newMethod(OSError, (args, _keywords, cls) => {
    const errno = args[1];
    const chosen =
      cls === OSError && typeof errno === 'number' && args.length > 2 && args.length < 7
        ? (SUBCLASSES.get(errno) ?? cls)
        : cls;
    const self = new PyException(chosen, new PyTuple(hasOwnInit(cls) ? [] : args.slice(1)));
    if (!hasOwnInit(cls)) fill(self, args.slice(1), setField);
    return self;
  });
  rawMethod(OSError, '__init__', (args, keywords) => {
    const self = args[0] as PyException;
    if (keywords !== null && keywords.size > 0)
      return raise(TypeError, `${self.cls.name}() takes no keyword arguments`);
    if (hasOwnInit(self.cls)) fill(self, args.slice(1), setField);
    return null;
  });

  const isPair = (self: PyException) => self.args.items.length >= 2 && self.args.items.length <= 5;
  field(OSError, 'errno', (self) => (isPair(self) ? self.args.items[0] : null));
  field(OSError, 'strerror', (self) => (isPair(self) ? self.args.items[1] : null));
  field(OSError, 'filename', () => null);
  field(OSError, 'filename2', () => null);
  field(BlockingIOError, 'characters_written', () => null);

  method(OSError, '__str__', 'self, /', (self: PyException) => {
    const get = (name: string): Value => self.fields?.get(name) ?? null;
    const errno = get('errno') ?? (isPair(self) ? self.args.items[0] : null);
    const text = get('strerror') ?? (isPair(self) ? self.args.items[1] : null);
    if (get('filename') !== null) {
      const target = get('filename2') === null ? '' : ` -> ${repr(get('filename2'))}`;
      return `[Errno ${str(errno)}] ${str(text)}: ${repr(get('filename'))}${target}`;
    }
    return errno !== null && text !== null ? `[Errno ${str(errno)}] ${str(text)}` : plainText(self);
  });
}

/** CPython: oserror_use_init: a subclass with its own `__init__` and no `__new__` parses its arguments there. */
function hasOwnInit(cls: PyType): boolean {
  const initializer = cls.lookup('__init__');
  const maker = cls.lookup('__new__');
  return (
    !(initializer instanceof PyNative && initializer.owner === OSError) &&
    maker instanceof PyNative &&
    maker.owner === OSError
  );
}

function fill(self: PyException, given: readonly Value[], setField: SetField): void {
  self.args = new PyTuple(given);
  if (given.length < 2 || given.length > 5) return;
  setField(self, 'errno', given[0]);
  setField(self, 'strerror', given[1]);
  if (given.length === 2 || given[2] === null) return;
  if (self.cls.isSubtypeOf(BlockingIOError) && typeof given[2] === 'number') {
    setField(self, 'characters_written', given[2]);
    return;
  }
  setField(self, 'filename', given[2]);
  if (given.length === 5) setField(self, 'filename2', given[4]);
  self.args = new PyTuple(given.slice(0, 2));
}
