/** The module `_template`: what t-strings make (`string.templatelib`). CPython: Objects/templateobject.c, Objects/interpolationobject.c. */
import { raise, TypeError, ValueError } from '../objects/errors.ts';
import { ArrayIterator, iteratorType } from '../objects/iterators.ts';
import { getset, method, nativeFunction, newMethod } from '../objects/native.ts';
import { repr } from '../objects/protocol.ts';
import { NotImplemented, nativeType, PyObject, PyTuple, typeOf, type Value } from '../objects/value.ts';

const templateType = nativeType('Template');
const interpolationType = nativeType('Interpolation');
for (const cls of [templateType, interpolationType]) {
  cls.isBaseType = false;
  cls.attrs.set('__module__', 'string.templatelib');
}
const templateIteratorType = iteratorType('TemplateIter');

class Interpolation extends PyObject {
  readonly parts: readonly Value[];
  constructor(parts: readonly Value[]) {
    super(interpolationType);
    this.parts = parts;
  }
}

class Template extends PyObject {
  readonly strings: readonly string[];
  readonly interpolations: readonly Interpolation[];
  constructor(strings: readonly string[], interpolations: readonly Interpolation[]) {
    super(templateType);
    this.strings = strings;
    this.interpolations = interpolations;
  }
}

const PARTS = ['value', 'expression', 'conversion', 'format_spec'] as const;
for (const [index, name] of PARTS.entries())
  getset(interpolationType, name, (self) => (self as Interpolation).parts[index]);
interpolationType.attrs.set('__match_args__', new PyTuple(PARTS));
method(
  interpolationType,
  '__repr__',
  'self, /',
  (self: Interpolation) => `Interpolation(${self.parts.map(repr).join(', ')})`,
);
newMethod(interpolationType, (args, keywords) => {
  const part = (index: number, missing: Value) => keywords?.get(PARTS[index]) ?? args[index + 1] ?? missing;
  const conversion = part(2, null);
  if (conversion !== null && conversion !== 's' && conversion !== 'r' && conversion !== 'a') {
    return raise(ValueError, "Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'");
  }
  return new Interpolation([part(0, null), part(1, ''), conversion, part(3, '')]);
});

getset(templateType, 'strings', (self) => new PyTuple((self as Template).strings));
getset(templateType, 'interpolations', (self) => new PyTuple((self as Template).interpolations));
getset(
  templateType,
  'values',
  (self) => new PyTuple((self as Template).interpolations.map((interpolation) => interpolation.parts[0])),
);
method(templateType, '__iter__', 'self, /', (self: Template) => {
  const items = self.strings.flatMap((text, index): Value[] => [
    ...(text === '' ? [] : [text]),
    ...self.interpolations.slice(index, index + 1),
  ]);
  return new ArrayIterator(items, templateIteratorType);
});
method(templateType, '__repr__', 'self, /', (self: Template) => {
  return `Template(strings=${repr(new PyTuple(self.strings))}, interpolations=${repr(new PyTuple(self.interpolations))})`;
});
method(templateType, '__add__', 'self, value, /', (self: Template, other: Value) => {
  if (typeof other === 'string')
    return raise(
      TypeError,
      'can only concatenate string.templatelib.Template (not "str") to string.templatelib.Template',
    );
  if (!(other instanceof Template)) return NotImplemented;
  const joint = (self.strings.at(-1) ?? '') + (other.strings[0] ?? '');
  return new Template(
    [...self.strings.slice(0, -1), joint, ...other.strings.slice(1)],
    [...self.interpolations, ...other.interpolations],
  );
});
newMethod(templateType, (args) => {
  const strings = [''];
  const interpolations: Interpolation[] = [];
  for (const arg of args.slice(1)) {
    if (typeof arg === 'string') strings.push((strings.pop() ?? '') + arg);
    else if (arg instanceof Interpolation) {
      interpolations.push(arg);
      strings.push('');
    } else
      return raise(
        TypeError,
        `Template.__new__ *args need to be of type 'str' or 'Interpolation', got ${typeOf(arg).tpName}`,
      );
  }
  return new Template(strings, interpolations);
});

/** Called by the VM for what a t-string holds. */
export function templateModule(): Map<string, Value> {
  const functions = [
    nativeFunction('_build_template', 'strings, interpolations, /', (strings: Value, interpolations: Value) => {
      return new Template(
        (strings as PyTuple).items.map(String),
        (interpolations as PyTuple).items as readonly Interpolation[],
      );
    }),
    nativeFunction(
      '_build_interpolation',
      'value, expression, conversion, format_spec, /',
      (...parts: Value[]) => new Interpolation(parts),
    ),
  ];
  return new Map<string, Value>(functions.map((native) => [native.name, native]));
}
