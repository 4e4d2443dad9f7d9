/**
 * Exceptions: their types, and the one JavaScript throw by which a native function raises.
 * Behaviour of exception objects (attributes, groups, notes, str) is in `exceptions.ts`.
 */
import {
  emptyTuple,
  nativeType,
  objectType,
  PyObject,
  PyTuple,
  type PyType,
  tracebackType,
  type Value,
} from './value.ts';

export interface TracebackFrame {
  readonly code: { readonly filename: string; readonly name: string };
}

/** One entry of a traceback; `next` is the frame that it called, as `tb_next`. */
export class PyTraceback extends PyObject {
  next: PyTraceback | null;
  readonly frame: PyObject & TracebackFrame;
  /** Index into `code.ops` of the instruction that raised or called; -1 when unknown. */
  readonly pc: number;
  readonly line: number;
  constructor(frame: PyObject & TracebackFrame, pc: number, line: number, next: PyTraceback | null) {
    super(tracebackType);
    this.frame = frame;
    this.pc = pc;
    this.line = line;
    this.next = next;
  }
}

export class PyException extends PyObject {
  args: PyTuple;
  traceback: PyTraceback | null = null;
  context: PyException | null = null;
  cause: PyException | null = null;
  suppressContext = false;
  /** What particular types hold besides (`errno`, `name`, `obj`, `exceptions`); absent ones are worked out from `args`. */
  fields: Map<string, Value> | null = null;
  constructor(cls: PyType, args: PyTuple = emptyTuple) {
    super(cls);
    this.args = args;
  }
}

/** The only thing that native code throws to raise a Python exception; only the VM's dispatch loop catches it. Not an Error: no stack is captured. */
export class PyRaise {
  readonly exception: PyException;
  /** It has come out of a nested run, or was thrown into a generator that does not run: its `__context__` is settled. */
  readonly isChained: boolean;
  constructor(exception: PyException, isChained = false) {
    this.exception = exception;
    this.isChained = isChained;
  }
}

export const exceptionTypes: Map<string, PyType> = new Map();

function exceptionType(name: string, base: PyType): PyType {
  const cls = nativeType(name, 'exception', base);
  exceptionTypes.set(name, cls);
  return cls;
}

export const BaseException = exceptionType('BaseException', objectType);
export const Exception = exceptionType('Exception', BaseException);
export const BaseExceptionGroup = exceptionType('BaseExceptionGroup', BaseException);
export const ExceptionGroup = exceptionType('ExceptionGroup', BaseExceptionGroup);
export const GeneratorExit = exceptionType('GeneratorExit', BaseException);
export const KeyboardInterrupt = exceptionType('KeyboardInterrupt', BaseException);
export const SystemExit = exceptionType('SystemExit', BaseException);
export const ArithmeticError = exceptionType('ArithmeticError', Exception);
export const FloatingPointError = exceptionType('FloatingPointError', ArithmeticError);
export const OverflowError = exceptionType('OverflowError', ArithmeticError);
export const ZeroDivisionError = exceptionType('ZeroDivisionError', ArithmeticError);
export const AssertionError = exceptionType('AssertionError', Exception);
export const AttributeError = exceptionType('AttributeError', Exception);
export const BufferError = exceptionType('BufferError', Exception);
export const EOFError = exceptionType('EOFError', Exception);
export const ImportError = exceptionType('ImportError', Exception);
export const ModuleNotFoundError = exceptionType('ModuleNotFoundError', ImportError);
export const LookupError = exceptionType('LookupError', Exception);
export const IndexError = exceptionType('IndexError', LookupError);
export const KeyError = exceptionType('KeyError', LookupError);
export const MemoryError = exceptionType('MemoryError', Exception);
export const NameError = exceptionType('NameError', Exception);
export const UnboundLocalError = exceptionType('UnboundLocalError', NameError);
export const OSError = exceptionType('OSError', Exception);
export const BlockingIOError = exceptionType('BlockingIOError', OSError);
export const ChildProcessError = exceptionType('ChildProcessError', OSError);
export const ConnectionError = exceptionType('ConnectionError', OSError);
export const BrokenPipeError = exceptionType('BrokenPipeError', ConnectionError);
export const ConnectionAbortedError = exceptionType('ConnectionAbortedError', ConnectionError);
export const ConnectionRefusedError = exceptionType('ConnectionRefusedError', ConnectionError);
export const ConnectionResetError = exceptionType('ConnectionResetError', ConnectionError);
export const FileExistsError = exceptionType('FileExistsError', OSError);
export const FileNotFoundError = exceptionType('FileNotFoundError', OSError);
export const InterruptedError = exceptionType('InterruptedError', OSError);
export const IsADirectoryError = exceptionType('IsADirectoryError', OSError);
export const NotADirectoryError = exceptionType('NotADirectoryError', OSError);
export const PermissionError = exceptionType('PermissionError', OSError);
export const ProcessLookupError = exceptionType('ProcessLookupError', OSError);
export const TimeoutError = exceptionType('TimeoutError', OSError);
export const ReferenceError = exceptionType('ReferenceError', Exception);
export const RuntimeError = exceptionType('RuntimeError', Exception);
export const NotImplementedError = exceptionType('NotImplementedError', RuntimeError);
export const PythonFinalizationError = exceptionType('PythonFinalizationError', RuntimeError);
export const RecursionError = exceptionType('RecursionError', RuntimeError);
export const StopAsyncIteration = exceptionType('StopAsyncIteration', Exception);
export const StopIteration = exceptionType('StopIteration', Exception);
export const SyntaxError = exceptionType('SyntaxError', Exception);
export const IndentationError = exceptionType('IndentationError', SyntaxError);
export const TabError = exceptionType('TabError', IndentationError);
/** A text that is right as far as it goes; for `codeop`. */
export const IncompleteInputError = exceptionType('_IncompleteInputError', SyntaxError);
export const SystemError = exceptionType('SystemError', Exception);
export const TypeError = exceptionType('TypeError', Exception);
export const ValueError = exceptionType('ValueError', Exception);
export const UnicodeError = exceptionType('UnicodeError', ValueError);
export const UnicodeDecodeError = exceptionType('UnicodeDecodeError', UnicodeError);
export const UnicodeEncodeError = exceptionType('UnicodeEncodeError', UnicodeError);
export const UnicodeTranslateError = exceptionType('UnicodeTranslateError', UnicodeError);
export const Warning = exceptionType('Warning', Exception);
export const BytesWarning = exceptionType('BytesWarning', Warning);
export const DeprecationWarning = exceptionType('DeprecationWarning', Warning);
export const EncodingWarning = exceptionType('EncodingWarning', Warning);
export const FutureWarning = exceptionType('FutureWarning', Warning);
export const ImportWarning = exceptionType('ImportWarning', Warning);
export const PendingDeprecationWarning = exceptionType('PendingDeprecationWarning', Warning);
export const ResourceWarning = exceptionType('ResourceWarning', Warning);
export const RuntimeWarning = exceptionType('RuntimeWarning', Warning);
export const SyntaxWarning = exceptionType('SyntaxWarning', Warning);
export const UnicodeWarning = exceptionType('UnicodeWarning', Warning);
export const UserWarning = exceptionType('UserWarning', Warning);
exceptionTypes.set('EnvironmentError', OSError);
exceptionTypes.set('IOError', OSError);
ExceptionGroup.bases = [BaseExceptionGroup, Exception];
ExceptionGroup.base = BaseExceptionGroup;
ExceptionGroup.mro = [ExceptionGroup, BaseExceptionGroup, Exception, BaseException, objectType];

/** An exception object of a native type; `args` is what `exc.args` shows. */
export function exception(cls: PyType, ...args: Value[]): PyException {
  return new PyException(cls, new PyTuple(args));
}

/** Raises: `throw raise(TypeError, "…")` is not needed, `return raise(…)` reads best. */
export function raise(cls: PyType, ...args: Value[]): never {
  throw new PyRaise(exception(cls, ...args));
}

export function raiseObject(exc: PyException): never {
  throw new PyRaise(exc);
}

/** A StopIteration carrying `value`, as a generator's return makes it. */
export function stopIteration(value: Value): PyException {
  return value === null ? exception(StopIteration) : exception(StopIteration, value);
}
