/**
 * Short texts for the picture. Nothing here runs the program's own code: a `__repr__` with an effect would change the run that
 * it describes.
 */

import type { PyFuture } from '../asyncio/shapes.ts';
import { type Code, CodeFlag } from '../python/compile/code.ts';
import type { PyException } from '../python/objects/errors.ts';
import { PyFunction } from '../python/objects/function.ts';
import { ownAttribute } from '../python/objects/instance.ts';
import { PyNative } from '../python/objects/native.ts';
import { str } from '../python/objects/protocol.ts';
import { reprOf } from '../python/objects/sequences.ts';
import {
  Cell,
  PyBytes,
  PyDict,
  PyFloat,
  PyList,
  PyModule,
  PyPrimitive,
  PySet,
  PyTuple,
  PyType,
  typeOf,
  type Value,
} from '../python/objects/value.ts';
import { PyMethod } from '../python/objects/wrapped-functions.ts';
import type { Frame } from '../python/vm/frame.ts';

const TEXT_MAX = 40;
const ITEMS_MAX = 4;

export function clip(text: string, max = TEXT_MAX): string {
  return text.length <= max ? text : `${text.slice(0, max - 1)}…`;
}

/** `repr` as far as it needs nothing but built-in types. */
export function describe(value: Value, depth = 0): string {
  if (value === null || typeof value !== 'object' || value instanceof PyFloat) return clip(reprOf(value));
  if (value instanceof PyTuple && !value.cls.isHeapType)
    return listed(value.items, '(', value.items.length === 1 ? ',)' : ')', depth);
  if (value instanceof PyList && !value.cls.isHeapType) return listed(value.items, '[', ']', depth);
  if (value instanceof PySet) return value.map.size === 0 ? 'set()' : listed([...value.map.values()], '{', '}', depth);
  if (value instanceof PyDict) return describeDict(value, depth);
  if (value instanceof PyBytes && !value.cls.isHeapType) return clip(reprOf(value));
  if (value instanceof PyPrimitive) return clip(`${value.cls.name}(${describe(value.value, depth + 1)})`);
  if (value instanceof PyFunction) return value.name;
  if (value instanceof PyNative) return value.name;
  if (value instanceof PyMethod) return describe(value.func);
  if (value instanceof PyType) return value.name;
  if (value instanceof PyModule) return String(value.attrs.get('__name__'));
  const name = ownAttribute(value, 'name');
  return typeof name === 'string' ? `<${typeOf(value).name} ${clip(name, 20)}>` : `<${typeOf(value).name}>`;
}

function listed(items: readonly Value[], open: string, close: string, depth: number): string {
  if (depth > 1) return `${open}…${close}`;
  return clip(open + firstOf(items, ITEMS_MAX, depth + 1) + close);
}

/** The first of them, with commas. */
export function firstOf(items: readonly Value[], countMax: number, depth: number): string {
  let text = '';
  for (let i = 0; i < items.length && i < countMax; i++)
    text += i === 0 ? describe(items[i] as Value, depth) : `, ${describe(items[i] as Value, depth)}`;
  return items.length > countMax ? `${text}, …` : text;
}

function describeDict(dict: PyDict, depth: number): string {
  if (depth > 1) return '{…}';
  const shown = [...dict.map]
    .slice(0, ITEMS_MAX)
    .map(([key, value]) => `${describe(dict.originals?.get(key) ?? key, depth + 1)}: ${describe(value, depth + 1)}`);
  return clip(`{${shown.join(', ')}${dict.map.size > ITEMS_MAX ? ', …' : ''}}`);
}

/** `ValueError: no`; the message only where no `__str__` of the program's is involved. */
export function describeException(exception: PyException): string {
  const shown = exception.cls.lookup('__str__');
  const text =
    shown instanceof PyNative ? safeText(exception) : exception.args.items.map((item) => describe(item)).join(', ');
  return text === '' ? exception.cls.name : `${exception.cls.name}: ${clip(text, 80)}`;
}

function safeText(exception: PyException): string {
  const isPlain = exception.args.items.every(
    (item) => item === null || typeof item !== 'object' || !typeOf(item).isHeapType,
  );
  return isPlain ? str(exception) : exception.args.items.map((item) => describe(item)).join(', ');
}

/** `fetch(1, retries=2)`: a call as its bound arguments show it. Read before the frame has run. */
export function describeCall(frame: Frame, qualname: string): string {
  return `${withoutScope(qualname)}(${boundArguments(frame)})`;
}

/** `outer.<locals>.inner` is `inner`, and a method keeps its class. */
export function withoutScope(qualname: string): string {
  const end = qualname.lastIndexOf('>.');
  return end < 0 ? qualname : qualname.slice(end + 2);
}

function boundArguments(frame: Frame): string {
  const code: Code = frame.code;
  let shown = '';
  for (let i = 0; i < code.argCount + code.keywordOnlyCount; i++) {
    const slot = frame.slots[i];
    const value = slot instanceof Cell ? slot.value : slot;
    const parameter = code.slotNames[i];
    if (value === undefined || (i === 0 && (parameter === 'self' || parameter === 'cls'))) continue;
    const text = clip(describe(value, 1), 16);
    if (shown !== '') shown += ', ';
    shown += i < code.argCount ? text : `${String(parameter)}=${text}`;
  }
  if ((code.flags & CodeFlag.varArgs) !== 0) {
    const rest = frame.slots[code.argCount + code.keywordOnlyCount];
    if (rest instanceof PyTuple)
      for (const item of rest.items.slice(0, ITEMS_MAX)) {
        const text = clip(describe(item, 1), 16);
        shown += shown === '' ? text : `, ${text}`;
      }
  }
  return shown;
}

/** How a task or future has ended, as the trace says it. */
export function describeOutcome(future: PyFuture): { outcome: number; text: string } {
  if (future.state === 'CANCELLED')
    return { outcome: 2, text: future.cancelMessage === null ? '' : describe(future.cancelMessage) };
  if (future.exception !== null) return { outcome: 1, text: describeException(future.exception) };
  return { outcome: 0, text: describe(future.result) };
}
