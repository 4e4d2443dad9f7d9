/** What a value holds, read off the object itself: no code of the program runs, no property is asked. */
import { PyHandle, PyTimerHandle } from '../../asyncio/handles.ts';
import { PyFuture, PyTask, waitersOf } from '../../asyncio/shapes.ts';
import { PyContext } from '../../python/modules/_contextvars.ts';
import { PyPartial } from '../../python/modules/_functools.ts';
import { PyDeque } from '../../python/modules/deque.ts';
import { PyException } from '../../python/objects/errors.ts';
import { PyFunction } from '../../python/objects/function.ts';
import { PyMappingProxy } from '../../python/objects/mappingproxy.ts';
import { setItems } from '../../python/objects/set-table.ts';
import {
  PyDict,
  PyList,
  PyModule,
  PyObject,
  PyPrimitive,
  PySet,
  PyTuple,
  PyType,
  type SlotHolder,
  typeOf,
  type Value,
} from '../../python/objects/value.ts';
import { PyMethod } from '../../python/objects/wrapped-functions.ts';
import { PyGenerator } from '../../python/vm/generator.ts';
import { delegateOf } from '../../python/vm/generators-run.ts';
import { SlotDescriptor } from '../../python/vm/slots.ts';
import type { NodeKind } from '../../scenario/inspection.ts';
import { describe } from '../describe.ts';
import { variablesOf } from './variables.ts';

export interface Member {
  readonly name: string;
  readonly kind: NodeKind;
  readonly value: Value;
}

/** So many, of which only the first are made. */
export interface Members {
  readonly size: number;
  readonly first: (count: number) => readonly Member[];
}

export const NO_MEMBERS: Members = { size: 0, first: () => [] };

export function membersOf(value: Value): Members {
  if (!(value instanceof PyObject)) return NO_MEMBERS;
  return joined(itemsOf(value), listed(ownMembers(value)), listed(attributesOf(value)));
}

export function listed(members: readonly Member[]): Members {
  return { size: members.length, first: (count) => members.slice(0, count) };
}

function joined(...parts: readonly Members[]): Members {
  const filled = parts.filter(({ size }) => size > 0);
  return {
    size: filled.reduce((sum, { size }) => sum + size, 0),
    first(count) {
      const found: Member[] = [];
      for (const part of filled) if (found.length < count) found.push(...part.first(count - found.length));
      return found;
    },
  };
}

/** Of containers. */
function itemsOf(value: PyObject): Members {
  if (value instanceof PyList || value instanceof PyTuple) return indexed(value.items.length, (at) => value.items[at]);
  if (value instanceof PyDeque) return indexed(value.size, (at) => value.at(at));
  if (value instanceof PySet) {
    const items = value.map.size === 0 ? [] : setItems(value);
    return listedItems(items.length, (at) => ({ name: '', kind: 'item', value: items[at] ?? null }));
  }
  if (value instanceof PyDict) return entriesOf(value);
  if (value instanceof PyMappingProxy && value.mapping instanceof PyDict) return entriesOf(value.mapping);
  return NO_MEMBERS;
}

function indexed(size: number, at: (index: number) => Value | undefined): Members {
  return listedItems(size, (index) => ({ name: `[${index}]`, kind: 'item', value: at(index) ?? null }));
}

function listedItems(size: number, at: (index: number) => Member): Members {
  return { size, first: (count) => Array.from({ length: Math.min(size, count) }, (_, index) => at(index)) };
}

function entriesOf({ map, originals }: PyDict): Members {
  return {
    size: map.size,
    first(count) {
      const found: Member[] = [];
      for (const [key, value] of map) {
        if (found.length === count) break;
        found.push({ name: describe(originals?.get(key) ?? key), kind: 'entry', value });
      }
      return found;
    },
  };
}

const attribute = (name: string, value: Value): Member => ({ name, kind: 'attribute', value });

/** What types of ours hold beside their `__dict__`, under the names that a program has for it. */
function ownMembers(value: PyObject): readonly Member[] {
  if (value instanceof PyFuture) return futureMembers(value);
  if (value instanceof PyHandle) return handleMembers(value);
  if (value instanceof PyGenerator) return generatorMembers(value);
  if (value instanceof PyException) return exceptionMembers(value);
  if (value instanceof PyMethod) return [attribute('__self__', value.self), attribute('__func__', value.func)];
  if (value instanceof PyFunction) return functionMembers(value);
  if (value instanceof PyPrimitive) return [attribute('value', value.value)];
  if (value instanceof PyPartial) return [attribute('func', value.func), attribute('args', value.args)];
  if (value instanceof PyContext)
    return [...value.variables].map(([variable, set]) => ({ name: variable.name, kind: 'entry', value: set }));
  return [];
}

function futureMembers(future: PyFuture): readonly Member[] {
  const { callbacks, cancelMessage, exception, label, result, state } = future;
  const waiters = [...waitersOf(future)];
  return [
    ...(future instanceof PyTask ? taskMembers(future) : label === 'Future' ? [] : [attribute('stands for', label)]),
    attribute('state', state),
    ...(state === 'FINISHED' && exception === null ? [attribute('result()', result)] : []),
    ...(exception === null ? [] : [attribute('exception()', exception)]),
    ...(cancelMessage === null ? [] : [attribute('cancel message', cancelMessage)]),
    ...(waiters.length === 0 ? [] : [attribute('awaited by', new PyTuple(waiters))]),
    ...(callbacks === null || callbacks.length === 0
      ? []
      : [attribute('callbacks', new PyTuple(callbacks.map(({ callback }) => callback)))]),
  ];
}

function taskMembers({ cancelRequests, context, coro, name, waiter }: PyTask): readonly Member[] {
  return [
    attribute('get_name()', name),
    ...(coro === null ? [] : [attribute('get_coro()', coro)]),
    ...(waiter === null ? [] : [attribute('waits for', waiter)]),
    attribute('cancelling()', cancelRequests),
    ...(context instanceof PyContext && context.variables.size > 0 ? [attribute('get_context()', context)] : []),
  ];
}

function handleMembers(handle: PyHandle): readonly Member[] {
  const { args, callback, isCancelled } = handle;
  return [
    attribute('callback', callback),
    ...(args === null || args.length === 0 ? [] : [attribute('args', new PyTuple([...args]))]),
    ...(handle instanceof PyTimerHandle ? [attribute('when()', handle.when)] : []),
    attribute('cancelled()', isCancelled),
  ];
}

function generatorMembers({ frame, state }: PyGenerator): readonly Member[] {
  if (frame === null) return [attribute('state', state)];
  const delegate = delegateOf(frame);
  return [
    attribute('state', state),
    ...(delegate === undefined ? [] : [attribute('awaits', delegate)]),
    ...variablesOf(frame).first(Number.POSITIVE_INFINITY),
  ];
}

function exceptionMembers({ args, cause, context, fields }: PyException): readonly Member[] {
  return [
    attribute('args', args),
    ...[...(fields ?? [])].map(([name, value]) => attribute(name, value)),
    ...(cause === null ? [] : [attribute('__cause__', cause)]),
    ...(context === null || context === cause ? [] : [attribute('__context__', context)]),
  ];
}

function functionMembers({ closure, code, defaults }: PyFunction): readonly Member[] {
  const free = closure.flatMap(({ value }, index): readonly Member[] => {
    const name = code.slotNames[code.freeStart + index];
    return value === undefined || name === undefined ? [] : [{ name, kind: 'variable', value }];
  });
  return [...(defaults === null ? [] : [attribute('__defaults__', defaults)]), ...free];
}

/** `__dict__`, then `__slots__`; of a module and a class without what every one of them has. */
function attributesOf(value: PyObject): readonly Member[] {
  const isNamespace = value instanceof PyModule || value instanceof PyType;
  if (value instanceof PyType && !value.isHeapType) return [];
  const found: Member[] = [];
  for (const [name, each] of value.attrs ?? [])
    if (!isNamespace || !/^__\w+__$/.test(name)) found.push(attribute(name, each));
  return [...found, ...slotsOf(value)];
}

function slotsOf(value: SlotHolder): readonly Member[] {
  const { slotValues } = value;
  if (slotValues === undefined) return [];
  return typeOf(value)
    .mro.toReversed()
    .flatMap((cls) => [...cls.attrs.values()])
    .flatMap((descriptor): readonly Member[] => {
      const held = descriptor instanceof SlotDescriptor ? slotValues[descriptor.index] : undefined;
      return held === undefined || !(descriptor instanceof SlotDescriptor) ? [] : [attribute(descriptor.name, held)];
    });
}
