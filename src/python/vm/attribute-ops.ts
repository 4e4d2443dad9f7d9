/** LOAD_ATTR, LOAD_METHOD and STORE_ATTR: the short ways, and frames for properties written in Python. */
import { bind, genericSetAttr, getAttr, setAttr, typeFacts } from '../objects/attributes.ts';
import { PyFunction } from '../objects/function.ts';
import { type Outcome, PyNative } from '../objects/native.ts';
import { PyModule, PyObject, PyProperty, PyType, propertyType, typeOf, type Value } from '../objects/value.ts';
import { callFunction } from './call.ts';
import { Ret } from './frame.ts';

export function loadAttribute(object: Value, name: string): Outcome {
  const cls = typeOf(object);
  if (object instanceof PyType || !(object instanceof PyObject) || typeFacts(cls).getattribute !== undefined) return getAttr(object, name);
  const found = cls.lookup(name);
  if (found === undefined || found instanceof PyFunction || found instanceof PyNative) {
    const own = object.attrs?.get(name);
    if (own !== undefined && !(object instanceof PyModule && found !== undefined)) return own;
    return found === undefined ? getAttr(object, name) : bind(found, object, cls);
  }
  if (found instanceof PyProperty && found.cls === propertyType && found.getter instanceof PyFunction && typeFacts(cls).getattr === undefined) {
    return callFunction(found.getter, [object], null, Ret.push);
  }
  return getAttr(object, name);
}

/** Replaces `slots[at]` by function and self where a method is about to be called, else by the attribute and "no self". */
export function loadMethod(slots: Value[], at: number, name: string): void {
  const object = slots[at] as Value;
  const cls = typeOf(object);
  if (!(object instanceof PyType) && typeFacts(cls).getattribute === undefined) {
    const found = cls.lookup(name);
    if ((found instanceof PyFunction || (found instanceof PyNative && found.kind === 'method' && found.self === undefined))
      && (!(object instanceof PyObject) || object.attrs === null || !object.attrs.has(name))) {
      slots[at] = found;
      slots[at + 1] = object;
      return;
    }
  }
  slots[at] = getAttr(object, name);
  (slots as unknown[])[at + 1] = undefined;
}

export function storeAttribute(object: Value, name: string, value: Value): void {
  if (object instanceof PyObject && object.attrs !== null && !(object instanceof PyType)) {
    const cls = object.cls;
    if (typeFacts(cls).setattr === undefined) {
      if (cls.lookup(name) === undefined && cls.hasDict) {
        object.attrs.set(name, value);
        return;
      }
      return genericSetAttr(object, name, value);
    }
  }
  setAttr(object, name, value);
}
