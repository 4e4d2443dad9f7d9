/** The module `gc`. Memory is JavaScript's business: collecting finalises what nobody holds, and finds nothing else. */
import { nativeFunction, rawFunction } from '../objects/native.ts';
import { PyList, PyTuple, type Value } from '../objects/value.ts';
import { collect } from '../vm/garbage.ts';

export function gcModule(): Map<string, Value> {
  let isEnabled = true;
  let thresholds: Value = new PyTuple([2000, 10, 0]);
  const setEnabled = (value: boolean) => () => {
    isEnabled = value;
    return null;
  };
  const functions = [
    nativeFunction('collect', 'generation=2', () => collect()),
    nativeFunction('enable', '', setEnabled(true)),
    nativeFunction('disable', '', setEnabled(false)),
    nativeFunction('isenabled', '', () => isEnabled),
    nativeFunction('get_threshold', '', () => thresholds),
    rawFunction('set_threshold', (args) => {
      thresholds = new PyTuple([...args, 0, 0, 0].slice(0, 3));
      return null;
    }),
    nativeFunction('get_count', '', () => new PyTuple([0, 0, 0])),
    nativeFunction('get_objects', 'generation=None', () => new PyList([])),
    rawFunction('get_referrers', () => new PyList([])),
    rawFunction('get_referents', () => new PyList([])),
    nativeFunction('is_tracked', 'obj, /', () => true),
    nativeFunction('is_finalized', 'obj, /', () => false),
    nativeFunction('freeze', '', () => null),
    nativeFunction('unfreeze', '', () => null),
    nativeFunction('get_freeze_count', '', () => 0),
    nativeFunction('get_debug', '', () => 0),
    nativeFunction('set_debug', 'flags, /', () => null),
  ];
  const names = new Map<string, Value>(functions.map((native) => [native.name, native]));
  return names
    .set('garbage', new PyList([]))
    .set('callbacks', new PyList([]))
    .set('DEBUG_SAVEALL', 32)
    .set('DEBUG_LEAK', 38);
}
