/** `_thread._local`: an object with attributes of its own in each thread. CPython: Modules/_threadmodule.c, localobject. */

import { genericSetAttr } from '../objects/attribute-setting.ts';
import { genericGetAttr, raiseMissing } from '../objects/attributes.ts';
import { AttributeError, raise, TypeError } from '../objects/errors.ts';
import { type Keywords, method, newMethod, PyNative } from '../objects/native.ts';
import { asStr } from '../objects/protocol.ts';
import { nativeType, objectType, PyObject, type PyType, type Value } from '../objects/value.ts';
import { interpreter } from '../vm/interpreter.ts';
import { machine } from '../vm/machine.ts';
import type { Thread } from '../vm/thread.ts';

export const localType = nativeType('_local');
localType.attrs.set('__module__', '_thread');

class PyLocal extends PyObject {
  readonly args: Value[];
  readonly keywords: Keywords;
  readonly byThread: Map<Thread, Map<string, Value>> = new Map();
  constructor(cls: PyType, args: Value[], keywords: Keywords) {
    super(cls);
    this.args = args;
    this.keywords = keywords;
    this.attrs = new Map();
    this.byThread.set(machine.thread, this.attrs);
  }
}

function readOnlyDict(self: PyLocal): never {
  return raise(AttributeError, `'${self.cls.tpName}' object attribute '__dict__' is read-only`);
}

function ownInit(cls: PyType): Value | undefined {
  const init = cls.lookup('__init__');
  return init instanceof PyNative && init.owner === objectType ? undefined : init;
}

/** CPython: _ldict. Makes `attrs` those of the current thread; a subclass's `__init__` is called in each. */
function attend(self: PyLocal): void {
  const { thread } = machine;
  const known = self.byThread.get(thread);
  if (known !== undefined) {
    self.attrs = known;
    return;
  }
  for (const other of self.byThread.keys()) if (other.state === 'ended') self.byThread.delete(other);
  self.attrs = new Map();
  self.byThread.set(thread, self.attrs);
  const init = ownInit(self.cls);
  if (init === undefined) return;
  try {
    interpreter.call(init, [self, ...self.args], self.keywords);
  } catch (thrown) {
    self.byThread.delete(thread);
    throw thrown;
  }
}

newMethod(localType, (args, keywords, cls) => {
  const rest = args.slice(1);
  if ((rest.length > 0 || (keywords !== null && keywords.size > 0)) && ownInit(cls) === undefined)
    return raise(TypeError, 'Initialization arguments are not supported');
  return new PyLocal(cls, rest, keywords);
});
method(localType, '__getattribute__', 'self, name, /', (self: PyLocal, name: Value) => {
  attend(self);
  const key = asStr(name, 'attribute name');
  const found = genericGetAttr(self, key);
  return found === undefined ? raiseMissing(self, key) : found;
});
method(localType, '__setattr__', 'self, name, value, /', (self: PyLocal, name: Value, value: Value) => {
  const key = asStr(name, 'attribute name');
  attend(self);
  if (key === '__dict__') return readOnlyDict(self);
  genericSetAttr(self, key, value);
  return null;
});
method(localType, '__delattr__', 'self, name, /', (self: PyLocal, name: Value) => {
  const key = asStr(name, 'attribute name');
  attend(self);
  if (key === '__dict__') return readOnlyDict(self);
  genericSetAttr(self, key, undefined);
  return null;
});
