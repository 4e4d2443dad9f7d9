/** What modules can do, and their annotations. CPython: Objects/moduleobject.c */
import { getAttr, isCallable } from '../objects/attributes.ts';
import { dictKeys } from '../objects/dict.ts';
import { AttributeError, raise, TypeError } from '../objects/errors.ts';
import { getset, method, newMethod } from '../objects/native.ts';
import { repr } from '../objects/protocol.ts';
import { moduleType, nameInArgument, PyDict, PyList, PyModule, typeOf, unwrap, type Value } from '../objects/value.ts';
import { interpreter } from './interpreter.ts';
import { machine } from './machine.ts';

/** Until `__init__` has run a module has no name and nothing else. */
newMethod(moduleType, (_args, _keywords, cls) => {
  const module = new PyModule('', cls);
  module.attrs.clear();
  return module;
});
method(moduleType, '__init__', 'self, name, doc=None', (self: PyModule, name: Value, doc?: Value) => {
  if (typeof unwrap(name) !== 'string')
    return raise(TypeError, `module() argument 'name' must be str, not ${nameInArgument(name)}`);
  self.attrs.set('__name__', name);
  self.attrs.set('__doc__', doc ?? null);
  for (const unset of ['__package__', '__loader__', '__spec__'])
    if (!self.attrs.has(unset)) self.attrs.set(unset, null);
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
  const dict = getAttr(self, '__dict__');
  if (!(dict instanceof PyDict)) return raise(TypeError, '<module>.__dict__ is not a dictionary');
  const own = dict.map.get('__dir__');
  return own === undefined ? new PyList(dictKeys(dict)) : interpreter.call(own, [], null);
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
