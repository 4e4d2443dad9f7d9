/** The module `_warnings`, under CPython's own Lib/warnings.py; `warn` is for native code too. CPython: Python/_warnings.c. */

import { getAttr } from '../objects/attributes.ts';
import { dictGet, dictSet } from '../objects/dict.ts';
import {
  DeprecationWarning,
  exception,
  ImportWarning,
  PendingDeprecationWarning,
  type PyException,
  PyRaise,
  ResourceWarning,
  raise,
  raiseObject,
  SyntaxWarning,
  TypeError,
  UserWarning,
  ValueError,
  Warning,
} from '../objects/errors.ts';
import { nativeFunction, rawFunction } from '../objects/native.ts';
import { asSmallInt, call, callMethod, repr, str, truthy } from '../objects/protocol.ts';
import { textOf } from '../objects/text.ts';
import {
  isInstance,
  nameInArgument,
  PyDict,
  PyList,
  PyModule,
  PyTuple,
  PyType,
  typeOf,
  type Value,
} from '../objects/value.ts';
import { problemAt } from '../syntax/problem.ts';
import type { Remark } from '../syntax/remark.ts';
import type { Source } from '../syntax/source.ts';
import { Frame } from '../vm/frame.ts';
import { raiseSyntaxError } from '../vm/import.ts';
import { type Machine, machine } from '../vm/machine.ts';
import { contextVarType } from './_contextvars.ts';
import { takeKeywords } from './arguments.ts';
import { callerFrame } from './builtins-code.ts';
import { writeError } from './sys.ts';

interface WarningState {
  readonly filters: PyList;
  readonly defaultAction: string;
  readonly onceRegistry: PyDict;
  /** Changes with the filters: what a module has warned of is forgotten then. */
  version: number;
}

const states: WeakMap<Machine, WarningState> = new WeakMap();

function stateOf(machine: Machine): WarningState {
  const known = states.get(machine);
  if (known !== undefined) return known;
  const filter = (action: string, category: PyType, module: Value = null) =>
    new PyTuple([action, null, category, module, 0]);
  const filters = new PyList([
    filter('default', DeprecationWarning, '__main__'),
    filter('ignore', DeprecationWarning),
    filter('ignore', PendingDeprecationWarning),
    filter('ignore', ImportWarning),
    filter('ignore', ResourceWarning),
  ]);
  const made: WarningState = { filters, defaultAction: 'default', onceRegistry: new PyDict(), version: 0 };
  states.set(machine, made);
  return made;
}

interface Occurrence {
  readonly category: PyType;
  readonly message: Value;
  readonly filename: string;
  readonly line: number;
  readonly module: string;
  readonly registry: PyDict;
  readonly source: Value;
}

type Place = Omit<Occurrence, 'category' | 'message' | 'source'>;

/** CPython: warn_explicit. */
function warnExplicit(machine: Machine, occurrence: Occurrence): null {
  const { registry, line } = occurrence;
  const state = stateOf(machine);
  const isInstanceGiven = isInstance(occurrence.message, Warning);
  const text = isInstanceGiven ? str(occurrence.message) : occurrence.message;
  const category = isInstanceGiven ? typeOf(occurrence.message) : occurrence.category;
  const message = isInstanceGiven ? (occurrence.message as PyException) : exception(category, occurrence.message);
  const key = new PyTuple([text, category, line]);
  if (alreadyWarned(machine, registry, key)) return null;
  const action = actionFor(machine, { ...occurrence, category }, str(text));
  if (action === 'error') return raiseObject(message);
  if (action === 'ignore') return null;
  if (action === 'once' || action === 'module') {
    const table = action === 'once' ? state.onceRegistry : registry;
    const onceKey = new PyTuple(action === 'once' ? [text, category] : [text, category, 0]);
    if (action === 'once') dictSet(registry, key, true);
    if (dictGet(table, onceKey) !== undefined) return null;
    dictSet(table, onceKey, true);
  } else if (action === 'default') dictSet(registry, key, true);
  else if (action !== 'always' && action !== 'all')
    return raise(ValueError, `Unrecognized action (${repr(action)}) in warnings.filters`);
  show(machine, { ...occurrence, category }, message);
  return null;
}

function alreadyWarned(machine: Machine, registry: PyDict, key: PyTuple): boolean {
  const { version } = stateOf(machine);
  if (dictGet(registry, 'version') !== version) {
    registry.map.clear();
    dictSet(registry, 'version', version);
    return false;
  }
  const known = dictGet(registry, key);
  return known !== undefined && truthy(known);
}

/** CPython: get_filter. */
function actionFor(machine: Machine, { category, module, line }: Occurrence, text: string): string {
  const warnings = machine.modules.map.get('warnings');
  const replaced = warnings instanceof PyModule ? contextFilters(warnings) : undefined;
  for (const item of (replaced ?? stateOf(machine).filters).items) {
    if (!(item instanceof PyTuple) || item.items.length !== 5) continue;
    const [action, messagePattern, wanted, modulePattern, wantedLine] = item.items;
    const isMatch =
      matches(messagePattern, text) &&
      wanted instanceof PyType &&
      category.isSubtypeOf(wanted) &&
      matches(modulePattern, module) &&
      (wantedLine === 0 || wantedLine === line);
    if (isMatch) return str(action);
  }
  return stateOf(machine).defaultAction;
}

/** `warnings.filters` may have been replaced by a list of the program's own (`catch_warnings` does). */
function contextFilters(warnings: PyModule): PyList | undefined {
  const filters = warnings.attrs.get('filters');
  return filters instanceof PyList ? filters : undefined;
}

function matches(pattern: Value, text: string): boolean {
  if (pattern === null) return true;
  return typeof pattern === 'string' ? pattern === text : callMethod(pattern, 'match', text) !== null;
}

/** CPython: call_show_warning, or show_warning as long as nobody imported `warnings`. */
function show(machine: Machine, occurrence: Occurrence, message: PyException): void {
  const warnings = machine.modules.map.get('warnings');
  const showing = warnings instanceof PyModule ? warnings.attrs.get('_showwarnmsg') : undefined;
  if (warnings instanceof PyModule && showing !== undefined) {
    const made = call(
      getAttr(warnings, 'WarningMessage'),
      message,
      occurrence.category,
      occurrence.filename,
      occurrence.line,
      null,
      null,
      occurrence.source,
    );
    call(showing, made);
    return;
  }
  const source = machine.sources.get(occurrence.filename)?.text.split('\n')[occurrence.line - 1]?.trim();
  const context = source === undefined || source === '' ? '' : `  ${source}\n`;
  const hint = `${occurrence.category.name}: Enable tracemalloc to get the object allocation traceback\n`;
  writeError(
    machine,
    `${occurrence.filename}:${occurrence.line}: ${occurrence.category.name}: ${str(message)}\n${context}${occurrence.source === null ? '' : hint}`,
  );
}

/** Where the warning is said to be: `stackLevel` frames up, those of files that are skipped not counted. CPython: setup_context. */
function placeOf(machine: Machine, stackLevel: number, skipped: readonly string[] = []): Place {
  let frame: Frame | null = callerFrame();
  const levels = skipped.length > 0 ? Math.max(2, stackLevel) : stackLevel;
  for (let level = 1; level < levels && frame !== null; level++) {
    do frame = below(frame);
    while (frame !== null && isSkipped(frame.code.filename, skipped));
  }
  return placeIn(machine, frame);
}

function isSkipped(filename: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => filename.startsWith(prefix));
}

function prefixesOf(given: Value | undefined): readonly string[] {
  if (given === undefined) return [];
  if (!(given instanceof PyTuple))
    return raise(TypeError, `warn() argument 'skip_file_prefixes' must be tuple, not ${nameInArgument(given)}`);
  return given.items.map(
    (prefix) => textOf(prefix) ?? raise(TypeError, `Found non-str '${typeOf(prefix).name}' in skip_file_prefixes.`),
  );
}

function placeIn(machine: Machine, frame: Frame | null): Place {
  const globals = frame?.globals ?? null;
  const sys = machine.modules.map.get('sys');
  const filename = frame?.code.filename ?? (sys instanceof PyModule ? '<sys>' : 'sys');
  const known = globals?.map.get('__warningregistry__');
  const registry = known instanceof PyDict ? known : new PyDict();
  globals?.map.set('__warningregistry__', registry);
  const module = globals?.map.get('__name__');
  return { filename, line: frame?.line ?? 0, module: typeof module === 'string' ? module : '<string>', registry };
}

function below(frame: Frame): Frame | null {
  for (let back = frame.back; back !== null; back = back.back) if (back instanceof Frame) return back;
  return null;
}

/** For native code: warns at the Python line that called it. */
export function warn(machine: Machine, category: PyType, text: string, stackLevel = 1): void {
  warnExplicit(machine, { ...placeOf(machine, stackLevel), category, message: text, source: null });
}

/** The same at a frame that is known, null when the program is over; `source`: the object that is complained of. */
export function warnAt(machine: Machine, frame: Frame | null, category: PyType, text: string, source: Value): void {
  warnExplicit(machine, { ...placeIn(machine, frame), category, message: text, source });
}

/**
 * Gives what the compiler had to remark as SyntaxWarnings; where the filters make an error of one, it is a SyntaxError.
 * CPython: Python/errors.c, _PyErr_EmitSyntaxWarning.
 */
export function tellRemarks({
  remarks,
  source,
}: {
  readonly remarks: () => readonly Remark[];
  readonly source: Source;
}): void {
  const { filename } = source;
  for (const { message, asError, at } of remarks()) {
    try {
      warnExplicit(machine, {
        category: SyntaxWarning,
        message,
        filename,
        line: at.lineno,
        module: filename.replace(/\.py$/, ''),
        registry: new PyDict(),
        source: null,
      });
    } catch (thrown) {
      if (!(thrown instanceof PyRaise) || !isInstance(thrown.exception, SyntaxWarning)) throw thrown;
      raiseSyntaxError(problemAt(source, asError ?? message, at));
    }
  }
}

function categoryOf(message: Value, category: Value): PyType {
  if (isInstance(message, Warning)) return typeOf(message);
  if (category === null) return UserWarning;
  if (category instanceof PyType && category.isSubtypeOf(Warning)) return category;
  return raise(TypeError, `category must be a Warning subclass, not '${typeOf(category).name}'`);
}

export function warningsModule(machine: Machine): Map<string, Value> {
  const state = stateOf(machine);
  const functions = [
    nativeFunction(
      'warn',
      'message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()',
      (...args: (Value | undefined)[]) => {
        const [message = null, category = null, stackLevel = 1, source = null, skipped] = args;
        return warnExplicit(machine, {
          ...placeOf(machine, Math.max(1, asSmallInt(stackLevel)), prefixesOf(skipped)),
          category: categoryOf(message, category),
          message,
          source,
        });
      },
    ),
    rawFunction('warn_explicit', (args, keywords) => {
      const names = ['message', 'category', 'filename', 'lineno', 'module', 'registry', 'module_globals', 'source'];
      const given = takeKeywords('warn_explicit', keywords, names);
      const [message = null, category = null, filename = null, line = 0, module, registry, , source = null] = names.map(
        (name, index) => args[index] ?? given[name],
      );
      const file =
        textOf(filename) ??
        raise(TypeError, `warn_explicit() argument 'filename' must be str, not ${nameInArgument(filename)}`);
      return warnExplicit(machine, {
        message,
        category: categoryOf(message, category),
        filename: file,
        line: asSmallInt(line),
        source,
        module: (module === undefined || module === null ? undefined : textOf(module)) ?? file.replace(/\.py$/, ''),
        registry: registry instanceof PyDict ? registry : new PyDict(),
      });
    }),
    ...['_filters_mutated', '_filters_mutated_lock_held'].map((name) =>
      nativeFunction(name, '', () => {
        state.version++;
        return null;
      }),
    ),
    ...['_acquire_lock', '_release_lock'].map((name) => nativeFunction(name, '', () => null)),
  ];
  return new Map<string, Value>([
    ...functions.map((native) => [native.name, native] as const),
    ['filters', state.filters],
    ['_defaultaction', state.defaultAction],
    ['_onceregistry', state.onceRegistry],
    ['_warnings_context', call(contextVarType, 'warnings_context')],
  ]);
}
