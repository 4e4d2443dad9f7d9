/**
 * What Python 3.4 to 3.13 had in asyncio and 3.14 has not. A name that is gone is supplied to a program that uses it
 * (`asyncio.coroutine`, `from asyncio import coroutine`); one that asks for it (`hasattr`, `getattr`, an `except AttributeError`
 * around it) sees 3.14. From the first use on the program is one that 3.14 would have ended, so the rest of the old behaviour is
 * switched on: nothing that runs on 3.14 is changed. A program may also say at its top what it was written for (`# python: 3.4`):
 * then it is on from the start. RULES.md, O1 to O5.
 */
import type { Code } from '../python/compile/code.ts';
import * as Op from '../python/compile/op.ts';
import { getAttr, type MissingAttribute, setMissingAttribute } from '../python/objects/attributes.ts';
import { isInstance, PyModule, PyType, type Value } from '../python/objects/value.ts';
import { setOldKeyword } from '../python/vm/arguments.ts';
import { Frame } from '../python/vm/frame.ts';
import { interpreter } from '../python/vm/interpreter.ts';
import { type Machine, machine } from '../python/vm/machine.ts';
import { LEGACY } from '../trace/legacy.ts';
import { taskType } from './shapes.ts';
import { pythonHalf, state } from './state.ts';

const SUBMODULES: ReadonlySet<string> = new Set(
  ['', '.coroutines', '.tasks', '.queues', '.unix_events'].map((name) => `asyncio${name}`),
);

const WATCHERS = /ChildWatcher$|^[gs]et_child_watcher$/;
const ACCESS = /^[gs]et_child_watcher$/;

/** Called for each run: the hooks of the VM lead here. */
export function installLegacy(of: Machine): void {
  setMissingAttribute(supply);
  setOldKeyword((func, keyword) => {
    if (keyword !== 'loop' || machine !== of || !isOn(9)) return false;
    if (!func.code.filename.includes('/asyncio/')) return false;
    noteLegacy('the loop= parameter');
    return true;
  });
}

/** Whether the program is an old one, and of Python 3.`until` or before if it says so. */
export function isOn(until: number): boolean {
  const { legacy } = state;
  return legacy.isOn && (legacy.version === null || legacy.version <= until);
}

const supply: MissingAttribute = (object, name) => {
  const full = fullName(object, name);
  if (full === null || LEGACY[full] === undefined || isAsking()) return undefined;
  switchOn();
  noteLegacy(full);
  if (!(object instanceof PyModule) && object !== taskType) return getAttr(object, name);
  return pythonHalf(WATCHERS.test(name) ? 'asyncio._watchers' : 'asyncio._legacy', name);
};

// A local variable and its attribute are one instruction, which is counted as the first of the two.
const USES: ReadonlySet<number> = new Set([Op.LOAD_ATTR, Op.LOAD_METHOD, Op.LOAD_FAST, Op.IMPORT_FROM]);
const ANSWERS: ReadonlySet<string> = new Set(['AttributeError', 'ImportError']);
/** So far at most is the test of an except clause from its beginning. */
const INSTRUCTIONS_MAX = 8;

/** Whether the program is prepared for the name to be missing. An old program is not. */
function isAsking(): boolean {
  const frame = machine.thread.top;
  if (!(frame instanceof Frame) || !frame.code.isUser || !USES.has(frame.code.ops[frame.pc] ?? -1)) return true;
  return (
    !state.legacy.isOn &&
    handlersAt(frame).some((target) => namesTested(frame.code, target).some((name) => ANSWERS.has(name)))
  );
}

/** Where exceptions raised now would go in this frame, innermost first. */
function handlersAt({ code, pc }: Frame): readonly number[] {
  const table = code.exceptionTable;
  const targets: number[] = [];
  for (let i = 0; i < table.length; i += 4) {
    const [start = 0, end = 0, target = 0] = table.subarray(i, i + 3);
    if (pc >= start && pc < end) targets.push(target);
  }
  return targets;
}

/** The names in the first `except` clause; none for `finally` and `with`. */
function namesTested({ names, ops }: Code, target: number): readonly string[] {
  const found: string[] = [];
  for (let at = target; at < target + 2 * INSTRUCTIONS_MAX; at += 2) {
    const op = ops[at];
    if (op === Op.CHECK_EXC_MATCH) return found;
    if (op === Op.LOAD_GLOBAL || op === Op.LOAD_NAME) found.push(names[ops[at + 1] ?? 0] ?? '');
  }
  return [];
}

function isPolicy(object: Value): boolean {
  const base = machine.modules.map.get('asyncio.events');
  const policy = base instanceof PyModule ? base.attrs.get('_BaseDefaultEventLoopPolicy') : undefined;
  return policy instanceof PyType && isInstance(object, policy);
}

function fullName(object: Value, name: string): string | null {
  if (object === taskType) return `asyncio.Task.${name}`;
  // The same two are methods of the policy.
  if (!(object instanceof PyModule)) return ACCESS.test(name) && isPolicy(object) ? `asyncio.${name}` : null;
  const module = object.attrs.get('__name__');
  return typeof module === 'string' && SUBMODULES.has(module) ? `asyncio.${name}` : null;
}

/** From here on asyncio is that of the version the program was written for, as far as 3.14 has changed it. */
export function switchOn(): void {
  if (state.legacy.isOn) return;
  state.legacy.isOn = true;
  machine.hasOldCoroutines = isOn(6);
  interpreter.call(pythonHalf('asyncio._legacy', '_activate'), [state.legacy.version], null);
}

/** Tells the recorder; once for each place. */
export function noteLegacy(name: string): void {
  state.recorder?.legacyUsed(name);
}
