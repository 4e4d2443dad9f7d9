/**
 * The import system: the user's files, then modules written in TypeScript, then CPython's own Lib. A simplified
 * Lib/importlib/_bootstrap.py: no finders or loaders of the program's own.
 */

import { type Code, isBuiltIn } from '../compile/code.ts';
import { compileText } from '../compile/compile.ts';
import * as Op from '../compile/op.ts';
import { tellRemarks } from '../modules/_warnings.ts';
import { missingModuleText } from '../modules/unsupported.ts';
import { getAttrOrAbsent, suppliedAttribute } from '../objects/attributes.ts';
import {
  exception,
  ImportError,
  ModuleNotFoundError,
  PyRaise,
  raise,
  raiseObject,
  SyntaxError,
} from '../objects/errors.ts';
import { setField } from '../objects/exception-attributes.ts';
import { toArray } from '../objects/protocol.ts';
import { PyDict, PyList, PyModule, PyTuple, PyType, type Value } from '../objects/value.ts';
import type { SyntaxProblem } from '../syntax/problem.ts';
import { runFrame } from './execute.ts';
import { Frame } from './frame.ts';
import { machine, type SourceModule } from './machine.ts';

export function importRare(frame: Frame, op: number, arg: number): void {
  const slots = frame.slots as Value[];
  const name = frame.code.names[arg] as string;
  switch (op) {
    case Op.IMPORT_NAME: {
      frame.sp--;
      const fromList = slots[frame.sp] as Value;
      slots[frame.sp - 1] = importModule(name, frame.globals, fromList, slots[frame.sp - 1] as number);
      return;
    }
    case Op.IMPORT_FROM:
      slots[frame.sp] = importFrom(slots[frame.sp - 1] as Value, name);
      frame.sp++;
      return;
    default:
      importStar(frame, slots[--frame.sp] as PyModule);
  }
}

/** CPython: Lib/importlib/_bootstrap.py, __import__. */
export function importModule(name: string, globals: PyDict, fromList: Value, level: number): Value {
  const absolute = level === 0 ? name : resolveRelative(name, globals, level);
  const module = load(absolute);
  const wanted = fromList === null ? [] : toArray(fromList);
  if (wanted.length === 0) {
    if (level > 0)
      return load(absolute.slice(0, absolute.length - name.length + (name.split('.')[0] as string).length));
    return name.includes('.') ? load(name.split('.')[0] as string) : module;
  }
  if (module instanceof PyModule && module.attrs.has('__path__'))
    for (const item of wanted) importSubmodule(module, absolute, item);
  return module;
}

function importSubmodule(module: PyModule, absolute: string, item: Value): void {
  if (typeof item !== 'string') return;
  if (item === '*') {
    const all = module.attrs.get('__all__');
    if (all !== undefined) for (const name of toArray(all)) importSubmodule(module, absolute, name);
    return;
  }
  if (module.attrs.has(item)) return;
  const full = `${absolute}.${item}`;
  if (machine.nativeModules.has(full) || machine.findSource(full) !== 'unknown') load(full);
}

function resolveRelative(name: string, globals: PyDict, level: number): string {
  const declared = globals.map.get('__package__');
  const own = globals.map.get('__name__');
  let parent =
    typeof declared === 'string'
      ? declared
      : typeof own === 'string'
        ? globals.map.has('__path__')
          ? own
          : own.split('.').slice(0, -1).join('.')
        : '';
  if (parent === '') return raise(ImportError, 'attempted relative import with no known parent package');
  for (let i = 1; i < level; i++) {
    const dot = parent.lastIndexOf('.');
    if (dot < 0) return raise(ImportError, 'attempted relative import beyond top-level package');
    parent = parent.slice(0, dot);
  }
  return name === '' ? parent : `${parent}.${name}`;
}

/** The module of that dotted name, its parents imported first. */
export function load(name: string): Value {
  const known = machine.modules.map.get(name);
  if (known !== undefined) {
    if (known === null) return raiseNotFound(`import of ${name} halted; None in sys.modules`, name);
    return known;
  }
  const dot = name.lastIndexOf('.');
  let parent: Value | undefined;
  if (dot > 0) {
    parent = load(name.slice(0, dot));
    const again = machine.modules.map.get(name);
    if (again !== undefined) return again;
    if (!(parent instanceof PyModule && parent.attrs.has('__path__')) && !machine.nativeModules.has(name)) {
      return raiseNotFound(`No module named '${name}'; '${name.slice(0, dot)}' is not a package`, name);
    }
  }
  const module = create(name);
  if (parent instanceof PyModule) parent.attrs.set(name.slice(dot + 1), module);
  return module;
}

function create(name: string): Value {
  const source = machine.findSource(name);
  if (source !== 'unknown' && source.isUser) return execute(name, source);
  const native = machine.nativeModules.get(name);
  if (native !== undefined) {
    const module = native();
    machine.modules.map.set(name, module);
    return module;
  }
  if (source === 'unknown') return raiseNotFound(missingModuleText(name), name);
  return execute(name, source);
}

function raiseNotFound(message: string, name: string): never {
  const error = exception(ModuleNotFoundError, message);
  error.fields = new Map<string, Value>([
    ['name', name],
    ['path', null],
  ]);
  return raiseObject(error);
}

function execute(name: string, source: SourceModule): Value {
  const module = new PyModule(name);
  if (source.isNamespace !== true && !isBuiltIn(source.filename)) module.attrs.set('__file__', source.filename);
  module.attrs.set('__package__', source.isPackage ? name : name.split('.').slice(0, -1).join('.'));
  module.attrs.set('__builtins__', machine.modules.map.get('builtins') ?? null);
  if (source.isPackage) module.attrs.set('__path__', new PyList([source.filename.replace(/\/__init__\.py$/, '')]));
  machine.modules.map.set(name, module);
  try {
    runModule(compileSource(source), module);
    if (isBuiltIn(source.filename)) sealClasses(module);
  } catch (thrown) {
    if (thrown instanceof PyRaise) machine.modules.map.delete(name);
    throw thrown;
  }
  const loaded = machine.modules.map.get(name);
  return loaded === undefined ? module : loaded;
}

/** Classes that CPython writes in C; its exceptions and named tuples are made as a program would make them. */
function sealClasses(module: PyModule): void {
  for (const value of module.attrs.values()) {
    if (value instanceof PyType && value.isHeapType && value.layout === 'object') value.isSealed = true;
  }
}

/** Code of the library never changes, so it is compiled once for all runs of this worker. */
const compiledLibrary: Map<string, Code> = new Map();

/** The same text under another file name. It is read no sooner. */
export function renamed(source: SourceModule, filename: string): SourceModule {
  return {
    filename,
    isPackage: source.isPackage,
    isUser: source.isUser,
    get text() {
      return source.text;
    },
  };
}

/**
 * `whole`: the module when `source` is only a part of it; tracebacks show that. Caches, which may know code by its file
 * name alone, know such a part by a name of its own.
 */
export function compileSource(source: SourceModule, whole: SourceModule | null = null): Code {
  machine.sources.set(source.filename, whole ?? source);
  if (source.isUser || source.isWritten === true) return compiled(source);
  const key = whole === null ? source.filename : `${source.filename} (part)`;
  const known = compiledLibrary.get(key);
  if (known !== undefined) return known;
  const kept = whole === null ? source : renamed(source, key);
  const cached = machine.codeCache?.get(kept);
  const code = cached ?? compiled(source);
  if (cached === undefined) machine.codeCache?.put(kept, code);
  else machine.codeHook?.(code);
  compiledLibrary.set(key, code);
  return code;
}

/** Without the memory of what was compiled before. */
export function compiled(source: SourceModule): Code {
  const result = compileText(source.text, { filename: source.filename, mode: 'exec', recordLines: source.isUser });
  if (!result.ok) return raiseSyntaxError(result.error);
  if (source.isUser) tellRemarks(result);
  machine.codeHook?.(result.code);
  return result.code;
}

export function raiseSyntaxError(problem: SyntaxProblem): never {
  const type = machine.builtins.get(problem.type);
  const { filename, line, column, endLine, endColumn, reading } = problem;
  // The text of a program that parses is looked for in its file.
  const text = reading !== undefined || machine.sources.has(filename) ? problem.lineText : null;
  const where = new PyTuple([filename, line, column, text, endLine, endColumn]);
  const error = exception((type ?? SyntaxError) as typeof SyntaxError, problem.message, where);
  if (reading !== undefined) setField(error, '_metadata', new PyTuple([0, 0, reading.text]));
  return raiseObject(error);
}

/** Runs a module's code in the module's namespace. */
export function runModule(code: Code, module: PyModule): Value {
  const frame = new Frame(code, module.dict, null);
  frame.names = module.dict;
  return runFrame(frame);
}

function importFrom(module: Value, name: string): Value {
  const value = getAttrOrAbsent(module, name);
  if (value !== undefined) return value;
  const own = module instanceof PyModule ? module.attrs.get('__name__') : undefined;
  const full = typeof own === 'string' ? own : '<unknown module name>';
  const submodule = machine.modules.map.get(`${full}.${name}`);
  if (submodule !== undefined) return submodule;
  const supplied = suppliedAttribute(module, name);
  if (supplied !== undefined) return supplied;
  const file = module instanceof PyModule ? module.attrs.get('__file__') : undefined;
  const error = exception(
    ImportError,
    `cannot import name '${name}' from '${full}' (${typeof file === 'string' ? file : 'unknown location'})`,
  );
  error.fields = new Map<string, Value>([
    ['name', full],
    ['path', file ?? null],
    ['name_from', name],
  ]);
  return raiseObject(error);
}

function importStar(frame: Frame, module: PyModule): void {
  const target = frame.names instanceof PyDict ? frame.names : frame.globals;
  const all = module.attrs.get('__all__');
  const names =
    all === undefined ? [...module.attrs.keys()].filter((name) => !name.startsWith('_')) : (toArray(all) as string[]);
  for (const name of names) {
    const value = getAttrOrAbsent(module, name);
    if (value === undefined)
      raise(
        machine.builtins.get('AttributeError') as typeof SyntaxError,
        `module '${String(module.attrs.get('__name__'))}' has no attribute '${name}'`,
      );
    else target.map.set(name, value);
  }
}
