/** The module `sys`. CPython: Python/sysmodule.c. Constants are in `sys-info.ts`, the streams in `streams.ts`. */

import { getAttr, hasAttr } from '../objects/attributes.ts';
import { dictGet } from '../objects/dict.ts';
import {
  exception,
  NotImplementedError,
  PyException,
  PyTraceback,
  RecursionError,
  RuntimeError,
  raise,
  raiseObject,
  SystemExit,
  TypeError,
  ValueError,
} from '../objects/errors.ts';
import { intDigitsLimit } from '../objects/int.ts';
import { simpleNamespace } from '../objects/namespace.ts';
import { nativeFunction, type PyNative, rawFunction } from '../objects/native.ts';
import { asFloat, asSmallInt, call, repr } from '../objects/protocol.ts';
import { textOf } from '../objects/text.ts';
import {
  nameInArgument,
  PyDict,
  PyFloat,
  PyList,
  PyModule,
  type PyObject,
  PyTuple,
  typeOf,
  type Value,
} from '../objects/value.ts';
import { Frame } from '../vm/frame.ts';
import { load } from '../vm/import.ts';
import { type Machine, machine } from '../vm/machine.ts';
import { formatException, formatUnraisable } from '../vm/traceback-text.ts';
import { handledException } from '../vm/unwind.ts';
import { checkCount } from './arguments.ts';
import { callerFrame } from './builtins-code.ts';
import { sizeOf } from './object-size.ts';
import { StandardStream, standardStream } from './streams.ts';
import { structSequence, structSequenceType } from './struct-sequence.ts';
import { sysConstants } from './sys-info.ts';

const asyncgenHooksType = structSequenceType('builtins', 'asyncgen_hooks', ['firstiter', 'finalizer']);
const unraisableType = structSequenceType('sys', 'UnraisableHookArgs', [
  'exc_type',
  'exc_value',
  'exc_traceback',
  'err_msg',
  'object',
]);

export function sysModule(machine: Machine): PyModule {
  const module = new PyModule('sys');
  const streams: readonly [string, StandardStream][] = [
    ['stdin', standardStream(machine, 0)],
    ['stdout', standardStream(machine, 1)],
    ['stderr', standardStream(machine, 2)],
  ];
  for (const [name, value] of sysConstants(machine.flags)) module.attrs.set(name, value);
  for (const [name, stream] of streams) {
    module.attrs.set(name, stream);
    module.attrs.set(`__${name}__`, stream);
  }
  module.attrs.set('modules', machine.modules);
  module.attrs.set('argv', new PyList([...machine.argv]));
  module.attrs.set('orig_argv', new PyList(['python', ...machine.argv]));
  module.attrs.set('builtin_module_names', new PyTuple([...machine.nativeModules.keys()].sort()));
  for (const native of [
    ...exceptionFunctions(machine),
    ...settingFunctions(machine),
    ...frameFunctions(),
    ...otherFunctions(machine),
  ]) {
    native.module = 'sys';
    module.attrs.set(native.name, native);
  }
  for (const hook of ['displayhook', 'excepthook', 'unraisablehook', 'breakpointhook'])
    module.attrs.set(`__${hook}__`, module.attrs.get(hook) ?? null);
  module.attrs.set('monitoring', monitoring());
  module.attrs.set('UnraisableHookArgs', unraisableType);
  return module;
}

/** What `sys.stdout` or `sys.stderr` is now. */
export function currentStream(machine: Machine, name: 'stdout' | 'stderr'): Value {
  const sys = dictGet(machine.modules, 'sys');
  if (!(sys instanceof PyModule)) return standardStream(machine, name === 'stdout' ? 1 : 2);
  return sys.attrs.get(name) ?? null;
}

/** Writes to what `sys.stderr` is now; to the terminal when it is gone. */
export function writeError(machine: Machine, text: string): void {
  const stream = currentStream(machine, 'stderr');
  if (stream !== null && hasAttr(stream, 'write')) writeTo(stream, text);
}

function writeTo(stream: Value, text: string): void {
  if (stream instanceof StandardStream) stream.write(text);
  else call(getAttr(stream, 'write'), text);
}

// --- exceptions -----------------------------------------------------------------------------------------------------

function exceptionFunctions(machine: Machine): readonly PyNative[] {
  return [
    nativeFunction('exc_info', '', () => {
      const exc = handledException(machine.thread.top);
      return exc === null ? new PyTuple([null, null, null]) : new PyTuple([exc.cls, exc, exc.traceback]);
    }),
    nativeFunction('exception', '', () => handledException(machine.thread.top)),
    rawFunction('exit', (args) => {
      checkCount('exit', args.length, 0, 1);
      const status = args[0] ?? null;
      const values = status instanceof PyTuple ? status.items : status === null ? [] : [status];
      return raiseObject(exception(SystemExit, ...values));
    }),
    nativeFunction('excepthook', 'exctype, value, traceback, /', (_type: Value, value: Value, traceback: Value) => {
      if (!(value instanceof PyException))
        return raise(TypeError, `print_exception(): Exception expected for value, ${typeOf(value).tpName} found`);
      if (value.traceback === null && traceback instanceof PyTraceback) value.traceback = traceback;
      writeError(machine, formatException(value));
      return null;
    }),
    nativeFunction('unraisablehook', 'unraisable, /', (args: Value) => {
      const [, value, , message = null, object = null] = args instanceof PyTuple ? args.items : [];
      const what = message === null ? 'Exception ignored in' : textOf(message);
      const where = object === null ? ':' : `: ${repr(object)}`;
      writeError(machine, `${what}${where}\n${value instanceof PyException ? formatUnraisable(value) : ''}`);
      return null;
    }),
    nativeFunction('displayhook', 'object, /', (object: Value) => {
      if (object === null) return null;
      const stream = currentStream(machine, 'stdout');
      if (stream === null) return raise(RuntimeError, 'lost sys.stdout');
      machine.builtins.set('_', null);
      writeTo(stream, repr(object));
      writeTo(stream, '\n');
      machine.builtins.set('_', object);
      return null;
    }),
    rawFunction('breakpointhook', () => null),
  ];
}

/** The argument of `sys.unraisablehook`. */
export function unraisableArguments(exc: PyException, message: string | null, object: Value): PyTuple {
  return structSequence(unraisableType, [exc.cls, exc, exc.traceback, message, object]);
}

/** CPython: Python/errors.c, PyErr_FormatUnraisable: to `sys.unraisablehook`. */
export function tellUnraisable(exc: PyException, message: string): void {
  const hook = (load('sys') as PyModule).attrs.get('unraisablehook');
  if (hook !== undefined && hook !== null) call(hook, unraisableArguments(exc, message, null));
}

// --- settings -------------------------------------------------------------------------------------------------------

function settingFunctions(machine: Machine): readonly PyNative[] {
  return [
    nativeFunction('getrecursionlimit', '', () => machine.recursionLimit),
    nativeFunction('setrecursionlimit', 'limit, /', (limit: Value) => {
      const wanted = asSmallInt(limit);
      if (wanted < 1) return raise(ValueError, 'recursion limit must be greater or equal than 1');
      if (machine.thread.depth >= wanted) {
        return raise(
          RecursionError,
          `cannot set the recursion limit to ${wanted} at the recursion depth ${machine.thread.depth}: the limit is too low`,
        );
      }
      machine.recursionLimit = wanted;
      return null;
    }),
    nativeFunction('getswitchinterval', '', () => new PyFloat(machine.scheduler.switchInterval)),
    nativeFunction('setswitchinterval', 'interval, /', (interval: Value) => {
      const seconds = asFloat(interval);
      if (seconds <= 0) return raise(ValueError, 'switch interval must be strictly positive');
      machine.scheduler.switchInterval = seconds;
      return null;
    }),
    nativeFunction('get_int_max_str_digits', '', () => intDigitsLimit.digits),
    nativeFunction('set_int_max_str_digits', 'maxdigits', (digits: Value) => {
      const wanted = asSmallInt(digits);
      if (wanted !== 0 && wanted < 640) return raise(ValueError, 'maxdigits must be 0 or larger than 640');
      intDigitsLimit.digits = wanted;
      return null;
    }),
    nativeFunction('get_asyncgen_hooks', '', () => {
      return structSequence(asyncgenHooksType, [
        machine.asyncGeneratorHooks.firstIter,
        machine.asyncGeneratorHooks.finalizer,
      ]);
    }),
    nativeFunction('set_asyncgen_hooks', 'firstiter=None, finalizer=None', (firstIter?: Value, finalizer?: Value) => {
      if (firstIter !== undefined) machine.asyncGeneratorHooks.firstIter = firstIter;
      if (finalizer !== undefined) machine.asyncGeneratorHooks.finalizer = finalizer;
      return null;
    }),
    nativeFunction('get_coroutine_origin_tracking_depth', '', () => machine.originDepth),
    nativeFunction('set_coroutine_origin_tracking_depth', 'depth', (depth: Value) => {
      const wanted = asSmallInt(depth);
      if (wanted < 0) return raise(ValueError, 'depth must be >= 0');
      machine.originDepth = wanted;
      return null;
    }),
    nativeFunction('gettrace', '', () => null),
    nativeFunction('getprofile', '', () => null),
    nativeFunction('settrace', 'function, /', (hook: Value) => refuseHook('settrace', hook)),
    nativeFunction('setprofile', 'function, /', (hook: Value) => refuseHook('setprofile', hook)),
    nativeFunction('_settraceallthreads', 'function, /', (hook: Value) => refuseHook('settrace', hook)),
    nativeFunction('_setprofileallthreads', 'function, /', (hook: Value) => refuseHook('setprofile', hook)),
  ];
}

function refuseHook(name: string, hook: Value): Value {
  return hook === null
    ? null
    : raise(NotImplementedError, `sys.${name}() is not available here: the page itself follows every line`);
}

// --- frames ---------------------------------------------------------------------------------------------------------

function frameAt(depth: number): Frame {
  let frame: Frame | null = callerFrame();
  for (let left = depth; left > 0 && frame !== null; left--) frame = frameBelow(frame);
  return frame ?? raise(ValueError, 'call stack is not deep enough');
}

function frameBelow(frame: Frame): Frame | null {
  for (let back = frame.back; back !== null; back = back.back) if (back instanceof Frame) return back;
  return null;
}

/** By thread: the frame that it is in. */
function currentFrames(): PyDict {
  const frames = new PyDict();
  for (const thread of machine.threads()) {
    let frame = thread.top;
    while (frame !== null && !(frame instanceof Frame)) frame = frame.back;
    if (frame !== null) frames.map.set(thread.ident, frame);
  }
  return frames;
}

function frameFunctions(): readonly PyNative[] {
  return [
    nativeFunction('_getframe', 'depth=0, /', (depth?: Value) => frameAt(depth === undefined ? 0 : asSmallInt(depth))),
    nativeFunction('_getframemodulename', 'depth=0', (depth?: Value) => {
      let frame: Frame | null = callerFrame();
      for (let left = depth === undefined ? 0 : asSmallInt(depth); left > 0 && frame !== null; left--)
        frame = frameBelow(frame);
      return frame?.globals.map.get('__name__') ?? null;
    }),
    nativeFunction('_current_frames', '', () => currentFrames()),
  ];
}

// --- the rest -------------------------------------------------------------------------------------------------------

function otherFunctions(machine: Machine): readonly PyNative[] {
  return [
    nativeFunction('intern', 'string, /', (text: Value) => {
      return typeof text === 'string'
        ? text
        : raise(TypeError, `intern() argument must be str, not ${nameInArgument(text)}`);
    }),
    nativeFunction('_is_interned', 'string, /', () => true),
    nativeFunction('_is_gil_enabled', '', () => true),
    nativeFunction('getsizeof', 'object, default=None', sizeOf),
    nativeFunction('getrefcount', 'object, /', () => 2),
    nativeFunction('getdefaultencoding', '', () => 'utf-8'),
    nativeFunction('getfilesystemencoding', '', () => 'utf-8'),
    nativeFunction('getfilesystemencodeerrors', '', () => 'surrogateescape'),
    nativeFunction('getallocatedblocks', '', () => 0),
    nativeFunction('is_finalizing', '', () => false),
    nativeFunction('is_stack_trampoline_active', '', () => false),
    rawFunction('audit', () => null),
    nativeFunction('addaudithook', 'hook', () => null),
    nativeFunction('_clear_type_cache', '', () => null),
    nativeFunction('_clear_internal_caches', '', () => null),
    nativeFunction('_clear_type_descriptors', 'type, /', () => null),
    nativeFunction('call_tracing', 'func, args, /', (func: Value, args: Value) =>
      args instanceof PyTuple
        ? call(func, ...args.items)
        : raise(TypeError, `call_tracing() argument 2 must be tuple, not ${nameInArgument(args)}`),
    ),
    nativeFunction('_debugmallocstats', '', () => null),
    nativeFunction('_current_exceptions', '', () => currentExceptions(machine)),
  ];
}

function currentExceptions(machine: Machine): PyDict {
  return new PyDict(new Map(machine.threads().map((thread) => [thread.ident, handledException(thread.top)])));
}

function monitoring(): PyObject {
  return simpleNamespace([
    ['events', simpleNamespace([['NO_EVENTS', 0]])],
    ['DEBUGGER_ID', 0],
    ['COVERAGE_ID', 1],
    ['PROFILER_ID', 2],
    ['OPTIMIZER_ID', 5],
    ['get_tool', nativeFunction('get_tool', 'tool_id, /', () => null)],
  ]);
}
