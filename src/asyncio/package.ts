/**
 * How `import asyncio` is put together: `_asyncio` and the loop in TypeScript, most of the package from CPython's own Lib with the
 * cuts of recipes.ts, and a few small modules of our own, which lie in lib/ and ship with Lib.
 */
import { assert } from '../lib/assert.ts';
import { contextvarsModule } from '../python/modules/_contextvars.ts';
import { type PyException, PyRaise } from '../python/objects/errors.ts';
import { isInstance, PyModule } from '../python/objects/value.ts';
import { declaredVersion } from '../python/syntax/declared-version.ts';
import { compileSource, renamed, runModule } from '../python/vm/import.ts';
import type { Machine, SourceModule } from '../python/vm/machine.ts';
import { adapt } from './adapt.ts';
import { deadlockOfAll } from './deadlock.ts';
import { finalizeAll } from './finalize.ts';
import { installLegacy } from './legacy.ts';
import { asyncioLoopModule, asyncioModule } from './module.ts';
import { installProbes, syncProbe } from './probes.ts';
import { collectAsyncio } from './reach.ts';
import { FROM_LIB, RECIPES } from './recipes.ts';
import type { AsyncioRecorder } from './recorder.ts';
import { PyTask } from './shapes.ts';
import { AsyncioState, cancelledErrorType, setAsyncioState, state } from './state.ts';
import './future-type.ts';
import './task-type.ts';

/** The modules of asyncio that must be among the library's assets: findSource gives their text to `adaptLibrary`. */
export const ASYNCIO_FROM_LIB: readonly string[] = FROM_LIB;

/** The first halves of modules whose second is Lib's own (late.ts): the module, and the library's name of the half. */
const FIRST_HALVES: readonly (readonly [name: string, half: string])[] = [
  ['asyncio.selector_events', 'asyncio._selector_half'],
  ['asyncio.unix_events', 'asyncio._unix_half'],
];

const adapted: Map<string, SourceModule> = new Map();

/** A module of CPython's Lib as it is to be compiled: cut where asyncio is native here, else as it is. */
export function adaptLibrary(name: string, source: SourceModule): SourceModule {
  const recipe = RECIPES[name];
  if (recipe === undefined) return source;
  const known = adapted.get(name);
  if (known !== undefined) return known;
  let text: string | null = null;
  const result: SourceModule = {
    filename: source.filename,
    isPackage: source.isPackage,
    isUser: false,
    get text() {
      text ??= adapt(name, source.text, recipe);
      return text;
    },
  };
  adapted.set(name, result);
  return result;
}

/** Makes asyncio importable in this machine. `recorder`: who is told what happens; null: nobody. */
export function registerAsyncio(machine: Machine, recorder: AsyncioRecorder | null): AsyncioState {
  const made = new AsyncioState(machine, recorder);
  setAsyncioState(made);
  machine.threadHook = made;
  machine.scheduler.onDeadlock = deadlockOfAll;
  machine.nativeModules.set('_asyncio', asyncioModule);
  machine.nativeModules.set('_asyncio_loop', asyncioLoopModule);
  machine.nativeModules.set('_contextvars', contextvarsModule);
  for (const name of Object.keys(RECIPES)) machine.nativeModules.set(name, () => runAdapted(machine, name));
  for (const [name, half] of FIRST_HALVES) machine.nativeModules.set(name, () => runHalf(machine, name, half));
  installProbes(machine);
  installLegacy(machine);
  machine.collectHook = collectAsyncio;
  if (recorder !== null) {
    recorder.probe = syncProbe();
    machine.workHook = (count) => recorder.worked(count);
  }
  return made;
}

/** A module of CPython's Lib, cut to size and run. */
function runAdapted(machine: Machine, name: string): PyModule {
  const found = machine.findSource(name);
  assert(found !== 'unknown', `the library has ${name}`);
  return runSource(machine, name, adaptLibrary(name, found));
}

/** It passes for the module itself. */
function runHalf(machine: Machine, name: string, half: string): PyModule {
  const found = machine.findSource(half);
  assert(found !== 'unknown', `the library has ${half}`);
  const filename = found.filename.replace(/[^/]*$/, `${name.slice(name.lastIndexOf('.') + 1)}.py`);
  return runSource(machine, name, renamed(found, filename));
}

/** Registered before it runs: asyncio's modules import each other in circles. */
function runSource(machine: Machine, name: string, source: SourceModule): PyModule {
  const module = new PyModule(name);
  module.attrs.set('__file__', source.filename);
  module.attrs.set('__package__', name.slice(0, name.lastIndexOf('.')));
  module.attrs.set('__builtins__', machine.modules.map.get('builtins') ?? null);
  machine.modules.map.set(name, module);
  try {
    runModule(compileSource(source), module);
  } catch (thrown) {
    if (thrown instanceof PyRaise) machine.modules.map.delete(name);
    throw thrown;
  }
  return module;
}

/** Called when `__main__` exists and before it runs. Nothing is imported: a program without asyncio pays nothing. */
export function prepareAsyncio(machine: Machine, mainText: string): void {
  assert(state.machine === machine, 'asyncio was registered in this machine');
  state.legacy.version = declaredVersion(mainText);
}

/** At the end of the program: what nobody has looked at is reported, as when CPython finalises everything. */
export function reportUnretrieved(machine: Machine): void {
  if (state.machine === machine) finalizeAll();
}

/** The task whose step runs. */
export function currentTaskOrNull(): PyTask | null {
  return state.currentTask instanceof PyTask ? state.currentTask : null;
}

/** Whether this is asyncio's CancelledError; false as long as nobody has imported asyncio. */
export function isCancelledError(exc: PyException): boolean {
  return machineHasAsyncio() && isInstance(exc, cancelledErrorType());
}

function machineHasAsyncio(): boolean {
  return state.machine.modules.map.has('asyncio.exceptions');
}
