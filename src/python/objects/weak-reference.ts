/** Weak references, and which there are to an object. What they do is in `../modules/_weakref.ts`. */
import { PyObject, type PyType, type Value } from './value.ts';

export class PyWeakRef extends PyObject {
  /** Undefined once the object is gone. */
  target: PyObject | undefined;
  callback: Value;
  hash: number | bigint | undefined;
  constructor(cls: PyType, target: PyObject, callback: Value) {
    super(cls);
    this.target = target;
    this.callback = callback;
  }
}

/** The references to each object, oldest first. */
export const referencesTo = new WeakMap<PyObject, PyWeakRef[]>();

/** `__weakref__`: the one without a callback comes first, as in CPython's list. */
export function firstReference(object: Value): Value {
  const references = object instanceof PyObject ? referencesTo.get(object) : undefined;
  return references?.find((reference) => reference.callback === null) ?? references?.at(-1) ?? null;
}
