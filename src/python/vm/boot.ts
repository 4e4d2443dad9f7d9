/**
 * Brings a Python to life: importing this file defines the methods of all built-in types; `startMachine` makes a
 * machine whose modules can be imported.
 */
import '../objects/exceptions.ts';
import '../objects/list.ts';
import '../objects/tuple.ts';
import '../objects/range.ts';
import '../objects/dict-methods.ts';
import '../objects/dict-views.ts';
import '../objects/set.ts';
import '../objects/iterators.ts';
import '../objects/builtin-iterators.ts';
import '../objects/generic-alias.ts';
import '../objects/union.ts';
import '../objects/mappingproxy.ts';
import '../objects/namespace.ts';
import '../objects/slices.ts';
import '../objects/int-methods.ts';
import '../objects/bool.ts';
import '../objects/float.ts';
import '../objects/complex.ts';
import '../objects/str.ts';
import '../objects/bytes.ts';
import '../objects/bytearray.ts';
import { memoryviewType } from '../objects/buffer.ts';
import './object-methods.ts';
import './reduce.ts';
import './type-methods.ts';
import './function-methods.ts';
import './module-methods.ts';
import './generator-methods.ts';
import './descriptor-methods.ts';
import './property.ts';
import '../objects/singletons.ts';
import { createBuiltins } from '../modules/builtins.ts';
import { registerModules } from '../modules/registry.ts';
import { installInterpreter } from './execute.ts';
import { Machine, type MachineInit, setMachine } from './machine.ts';
import { vmBuiltins } from './vm-builtins.ts';

export function startMachine(init: MachineInit): Machine {
  const machine = new Machine(init);
  setMachine(machine);
  installInterpreter();
  machine.builtins = createBuiltins(machine);
  for (const native of vmBuiltins()) {
    native.module = 'builtins';
    machine.builtins.set(native.name, native);
  }
  machine.builtins.set('memoryview', memoryviewType);
  registerModules(machine);
  return machine;
}
