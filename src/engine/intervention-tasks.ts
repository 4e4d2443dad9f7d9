/** Interventions in tasks and futures: which one is meant, and what is done to it. */

import { livingTasks, throwInto } from '../asyncio/outside.ts';
import { PyFuture, PyTask } from '../asyncio/shapes.ts';
import { cancelAny } from '../asyncio/task.ts';
import { compileText } from '../python/compile/compile.ts';
import { getAttr } from '../python/objects/attributes.ts';
import { BaseException, PyException, PyRaise } from '../python/objects/errors.ts';
import { call, callMethod, str } from '../python/objects/protocol.ts';
import { PyDict, PyModule, PyType, type Value } from '../python/objects/value.ts';
import { parseExpression } from '../python/syntax/parse.ts';
import type { Expression } from '../python/syntax/tree.ts';
import { runFrame } from '../python/vm/execute.ts';
import { Frame } from '../python/vm/frame.ts';
import { machine } from '../python/vm/machine.ts';
import type { Process } from '../python/vm/process.ts';
import type { Action } from '../scenario/intervention.ts';
import { LIMITS } from '../scenario/limits.ts';
import { Missed } from './missed.ts';

export type LoopAction = Extract<Action, { readonly kind: 'cancelTask' | 'raiseInTask' | 'resolveFuture' }>;

/** The one with that number if it has that name, else the first of that name. */
export function findTask(
  processes: readonly Process[],
  { task: name, id = 0 }: { readonly task: string; readonly id?: number },
): PyTask {
  const named = tasksOf(processes).filter((task) => isCalled(String(task.name), name));
  const found = named.find(({ traceId }) => traceId === id) ?? named[0];
  if (found === undefined) throw new Missed('no task of that name is alive now');
  return found;
}

/** By its number, if it is called so; else the first that a task waits for and that is called so. */
export function findFuture(
  processes: readonly Process[],
  { future: name, id = 0 }: { readonly future: string; readonly id?: number },
  futureOf: (id: number) => PyFuture | undefined,
): PyFuture {
  const exact = futureOf(id);
  const awaited = tasksOf(processes).map(({ waiter }) => waiter);
  const found =
    exact !== undefined && isCalled(exact.label, name)
      ? exact
      : awaited.find((waiter): waiter is PyFuture => waiter instanceof PyFuture && isCalled(waiter.label, name));
  if (found === undefined) throw new Missed('there is no such future now');
  return found;
}

/** An intervention holds so much of a name. */
export function isCalled(name: string, wanted: string): boolean {
  return name === wanted || name.slice(0, LIMITS.taskNameLengthMax) === wanted;
}

function tasksOf(processes: readonly Process[]): PyTask[] {
  return processes.flatMap(({ machine: of }) => (of === null ? [] : livingTasks(of)));
}

/** `tell` is called just before it is done. */
export function performIn(action: LoopAction, target: PyFuture, tell: () => void): void {
  if (target.state !== 'PENDING')
    throw new Missed(target instanceof PyTask ? 'it has ended already' : 'it is done already');
  try {
    perform(action, target, tell);
  } catch (thrown) {
    if (!(thrown instanceof PyRaise)) throw thrown;
    throw new Missed(`it fails with ${thrown.exception.cls.name}: ${str(thrown.exception)}`);
  }
}

function perform(action: LoopAction, target: PyFuture, tell: () => void): void {
  if (action.kind === 'resolveFuture') {
    if (target instanceof PyTask) throw new Missed('the result of a task is what its coroutine returns');
    const value = literal(action.value);
    tell();
    callMethod(target, 'set_result', value);
  } else if (target instanceof PyTask) {
    const exc = action.kind === 'raiseInTask' ? newException(action.exception, action.message) : null;
    tell();
    if (exc === null) cancelAny(target, null);
    else throwInto(target, exc);
  }
}

/** A name of the main module, or a built-in one. */
function newException(name: string, message: string): PyException {
  const [first = '', ...rest] = name.split('.');
  const main = machine.modules.map.get('__main__');
  const found = (main instanceof PyModule ? main.attrs.get(first) : undefined) ?? machine.builtins.get(first);
  if (found === undefined) throw new Missed(`there is no exception ${name}`);
  const cls = rest.reduce<Value>((object, part) => getAttr(object, part), found);
  if (!(cls instanceof PyType && cls.isSubtypeOf(BaseException))) throw new Missed(`${name} is no exception`);
  const made = message === '' ? call(cls) : call(cls, message);
  if (!(made instanceof PyException)) throw new Missed(`${name} makes no exception`);
  return made;
}

/** The value of a Python literal: numbers, texts, None, True, False, and lists, tuples, sets and dicts of them. */
function literal(text: string): Value {
  const parsed = parseExpression(text, '<result>');
  const compiled = compileText(text, { filename: '<result>', mode: 'eval', recordLines: false });
  if (!parsed.ok || !compiled.ok || !isLiteral(parsed.tree)) throw new Missed(`${text} is no Python literal`);
  const names = new PyDict();
  const frame = new Frame(compiled.code, names, null);
  frame.names = names;
  return runFrame(frame);
}

function isLiteral(node: Expression | null): boolean {
  switch (node?.nodeType) {
    case 'Constant':
      return true;
    case 'UnaryOp':
      return (node.op === 'USub' || node.op === 'UAdd') && node.operand.nodeType === 'Constant';
    case 'List':
    case 'Tuple':
    case 'Set':
      return node.elts.every(isLiteral);
    case 'Dict':
      return [...node.keys, ...node.values].every(isLiteral);
    default:
      return false;
  }
}
