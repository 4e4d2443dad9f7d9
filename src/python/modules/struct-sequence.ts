/** Tuples with named fields, as C modules make them (`sys.version_info`, `time.struct_time`). CPython: Objects/structseq.c. */
import { raise, TypeError } from '../objects/errors.ts';
import { getset, method, newMethod } from '../objects/native.ts';
import { repr, toArray } from '../objects/protocol.ts';
import { nativeType, PyTuple, type PyType, tupleType, type Value } from '../objects/value.ts';

/** Fields that are attributes but no items. */
const hiddenFields: WeakMap<PyTuple, ReadonlyMap<string, Value>> = new WeakMap();

/** `visible` of the fields are items of the tuple; the others are attributes only. */
export function structSequenceType(
  module: string,
  name: string,
  fields: readonly string[],
  visible = fields.length,
): PyType {
  const cls = nativeType(name, 'tuple', tupleType);
  cls.isBaseType = false;
  cls.attrs.set('__module__', module);
  cls.attrs.set('n_fields', fields.length);
  cls.attrs.set('n_sequence_fields', visible);
  cls.attrs.set('n_unnamed_fields', 0);
  cls.attrs.set('__match_args__', new PyTuple(fields.slice(0, visible)));
  for (const [index, field] of fields.entries()) {
    getset(cls, field, (self) =>
      index < visible ? (self as PyTuple).items[index] : (hiddenFields.get(self as PyTuple)?.get(field) ?? null),
    );
  }
  method(cls, '__repr__', 'self, /', (self: PyTuple) => {
    const shown = fields.slice(0, visible).map((field, index) => `${field}=${repr(self.items[index])}`);
    return `${module === 'builtins' ? '' : `${module}.`}${name}(${shown.join(', ')})`;
  });
  newMethod(cls, (args) => {
    const items = toArray(args[1] ?? null);
    if (items.length < visible) {
      const need = visible === fields.length ? `a ${visible}-sequence` : `an at least ${visible}-sequence`;
      return raise(TypeError, `${module}.${name}() takes ${need} (${items.length}-sequence given)`);
    }
    return structSequence(
      cls,
      items.slice(0, visible),
      new Map(fields.slice(visible).map((field, index) => [field, items[visible + index] ?? null])),
    );
  });
  return cls;
}

export function structSequence(
  cls: PyType,
  items: readonly Value[],
  hidden: Map<string, Value> | null = null,
): PyTuple {
  const made = new PyTuple(items, cls);
  if (hidden !== null && hidden.size > 0) hiddenFields.set(made, hidden);
  return made;
}
