/** A process is ended and started again as it was the first time, with a new pid: what an operator does. */
import { machine, setMachine } from '../python/vm/machine.ts';
import type { LaunchRequest, Process } from '../python/vm/process.ts';
import { endProcess } from '../python/vm/signals.ts';
import { Missed } from './missed.ts';

const SIGKILL = 9;

/** `tell` is called just before it is done, `began` as soon as there is the one that stands in its place. */
export function restart(process: Process, tell: () => void, began: (again: Process) => void): void {
  const { command, machine: of, name, parent, request } = process;
  if (parent === null || request === null || of === null) throw new Missed('it is the first, which nobody has started');
  if (parent.machine === null || parent.status !== null) throw new Missed('the process that started it has ended');
  tell();
  if (process.status === null) endProcess(of, -SIGKILL);
  const again = of.scheduler.processes.make(parent, command, name);
  if (again === null) return;
  began(again);
  const current = machine;
  current.threadHook?.left(current.thread);
  setMachine(parent.machine);
  of.scheduler.processes.launch(again, { ...request, descriptors: standardStreams(request) });
  setMachine(current);
  current.threadHook?.entered(current.thread);
}

/** Only what its parent has for its own still has the same number: pipes that were made for the first start are gone. */
function standardStreams({ descriptors }: LaunchRequest): ReadonlyMap<number, number> {
  return new Map([...descriptors].filter(([own, parents]) => own === parents && own <= 2));
}
