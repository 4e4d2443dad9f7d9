import type { PyModule, Value } from '../objects/value.ts';
import type { Machine } from '../vm/machine.ts';

/** A module's names, made anew for each run. */
export type Factory = (machine: Machine) => ReadonlyMap<string, Value> | PyModule;
