/** What modules can do, and their annotations. CPython: Objects/moduleobject.c */
import { isCallable } from '../objects/attributes.ts';
import { dictKeys } from '../objects/dict.ts';
import { AttributeError, raise, TypeError } from '../objects/errors.ts';
import { getset, method, newMethod, rawMethod } from '../objects/native.ts';
import { repr } from '../objects/protocol.ts';
import { moduleType, PyDict, PyList, PyModule, typeOf } from '../objects/value.ts';
import { interpreter } from './interpreter.ts';
import { machine } from './machine.ts';

newMethod(moduleType, (args, _keywords, cls) => new PyModule(typeof args[1] === 'string' ? args[1] : '', cls));
rawMethod(moduleType, '__init__', (args, keywords) => {
  const module = args[0] as PyModule;
  const name = args[1] ?? keywords?.get('name');
  if (name !== undefined) module.attrs.set('__name__', name);
  module.attrs.set('__doc__', args[2] ?? keywords?.get('doc') ?? null);
  return null;
});
function kindOfModule({ attrs }: PyModule): string {
  if (machine.nativeModules.has(String(attrs.get('__name__')))) return ' (built-in)';
  return attrs.has('__path__') && !attrs.has('__file__') ? ' (namespace)' : '';
}

method(moduleType, '__repr__', 'self, /', (self: PyModule) => {
  const file = self.attrs.get('__file__');
  return `<module ${repr(self.attrs.get('__name__') ?? '?')}${typeof file === 'string' ? ` from ${repr(file)}` : kindOfModule(self)}>`;
});
method(moduleType, '__dir__', 'self, /', (self: PyModule) => {
  const own = self.attrs.get('__dir__');
  return own === undefined ? new PyList(dictKeys(self.dict)) : interpreter.call(own, [], null);
});

/** PEP 649: computed at the first look, and kept. CPython: module_get_annotations */
getset(
  moduleType,
  '__annotations__',
  (self) => {
    const { attrs } = self as PyModule;
    const known = attrs.get('__annotations__');
    if (known !== undefined) return known;
    const annotate = attrs.get('__annotate__');
    const made = annotate !== undefined && isCallable(annotate) ? interpreter.call(annotate, [1], null) : new PyDict();
    if (!(made instanceof PyDict))
      return raise(TypeError, `__annotate__ returned non-dict of type '${typeOf(made).tpName}'`);
    attrs.set('__annotations__', made);
    return made;
  },
  (self, value) => {
    const { attrs } = self as PyModule;
    if (value !== undefined) attrs.set('__annotations__', value);
    else if (!attrs.delete('__annotations__')) raise(AttributeError, '__annotations__');
    attrs.delete('__annotate__');
  },
);
getset(
  moduleType,
  '__annotate__',
  (self) => {
    const { attrs } = self as PyModule;
    const annotate = attrs.get('__annotate__');
    if (annotate === undefined) attrs.set('__annotate__', null);
    return annotate ?? null;
  },
  (self, value) => {
    const { attrs } = self as PyModule;
    if (value === undefined) return raise(TypeError, 'cannot delete __annotate__ attribute');
    if (value !== null && !isCallable(value)) return raise(TypeError, '__annotate__ must be callable or None');
    attrs.set('__annotate__', value);
    if (value !== null) attrs.delete('__annotations__');
  },
);
