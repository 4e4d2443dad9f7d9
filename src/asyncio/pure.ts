/**
 * `asyncio.tasks._PyTask` and its like: CPython's own Python classes behind those in C. They are compiled when a program looks at
 * them, so that nobody else pays for them.
 */
import { assert } from '../lib/assert.ts';
import { AttributeError, raise } from '../python/objects/errors.ts';
import { PyModule, type Value } from '../python/objects/value.ts';
import { compiled, runModule } from '../python/vm/import.ts';
import { machine } from '../python/vm/machine.ts';
import { pureText } from './adapt.ts';
import { PURE } from './recipes.ts';

/** A name that the adapted module does not have (yet). */
export function pureName(moduleName: string, name: string): Value {
  const half = PURE[moduleName];
  const module = machine.modules.map.get(moduleName);
  if (half === undefined || !(module instanceof PyModule) || !Object.values(half.names).includes(name))
    return raise(AttributeError, `module '${moduleName}' has no attribute '${name}'`);
  const source = machine.findSource(moduleName);
  assert(source !== 'unknown', `the library has ${moduleName}`);
  const code = compiled({ ...source, text: pureText(moduleName, source.text, half) });
  machine.sources.set(source.filename, source);
  // The definitions have the names of those in C while they are made.
  const { attrs } = module;
  const native = new Map(Object.keys(half.names).map((own) => [own, attrs.get(own) ?? null]));
  runModule(code, module);
  for (const [own, pure] of Object.entries(half.names)) attrs.set(pure, attrs.get(own) ?? null);
  for (const [own, value] of native) attrs.set(own, value);
  return attrs.get(name) ?? null;
}
