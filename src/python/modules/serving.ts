/**
 * Who serves others: a process that asks a layer or a broker for work, again and again, as long as nobody stops it. And whether something
 * still happens there.
 */

import { machine } from '../vm/machine.ts';
import type { Process } from '../vm/process.ts';
import type { Scheduler } from '../vm/scheduler.ts';
import { endpointsOf } from './descriptors.ts';

/** Virtual seconds: one that asked so lately will ask again. */
const LATELY = 10;

const askedAt: WeakMap<Process, number> = new WeakMap();

/** The current process asks for a message, or begins to wait for one. */
export function noteWaiting(): void {
  askedAt.set(machine.process, machine.clock.now());
}

/** It waits for a message now, or asked for one a short time ago. */
export function awaitsWork(process: Process): boolean {
  const at = askedAt.get(process);
  if (at !== undefined && machine.clock.now() - at <= LATELY) return true;
  return (
    process.machine !== null &&
    endpointsOf(process.machine).some((one) => 'awaitsWork' in one && one.awaitsWork === true)
  );
}

/** Messages stored and taken, of a computer. */
const deeds: WeakMap<Scheduler, number> = new WeakMap();

export function deedsOf(scheduler: Scheduler): number {
  return deeds.get(scheduler) ?? 0;
}

export function noteDeed(): void {
  deeds.set(machine.scheduler, deedsOf(machine.scheduler) + 1);
}
