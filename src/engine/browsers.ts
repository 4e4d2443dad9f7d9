/**
 * Browsers that a person operates from outside of the run: each is a simulated process, Python's `_browser`, which is told what to
 * do through its standard input. The first thing that one is told opens it.
 */
import { closeDescriptor, network, openEndpoint } from '../python/modules/descriptors.ts';
import { files } from '../python/modules/files.ts';
import { type Machine, machine, setMachine } from '../python/vm/machine.ts';
import type { NetPipeWriter } from '../python/vm/network.ts';
import type { Process } from '../python/vm/process.ts';
import type { Action } from '../scenario/intervention.ts';
import { Missed } from './missed.ts';

type ClientAction = Extract<Action, { readonly kind: 'client' }>;

const ARGV = ['python3', '-m', '_browser'];

export class Browsers {
  /** Where they are told what to do. */
  readonly #inputs: Map<Process, NetPipeWriter> = new Map();

  /** `tell` is called just before it is done. `first`: the machine that all others come from. */
  perform(first: Machine, { act, client, text }: ClientAction, tell: () => void): void {
    const open = this.#openOne(client);
    if (act === 'unplug') {
      if (open === undefined) throw new Missed(`there is no ${client}`);
      if (!network().traffic.unplug(client, tell)) throw new Missed('its plug has been pulled before');
      return;
    }
    if (open === undefined && act !== 'get' && act !== 'open') throw new Missed(`there is no ${client}`);
    if (open === undefined && first.process.status !== null) throw new Missed('the program has ended');
    tell();
    const input = open ?? this.#launch(first, client);
    input.send(new TextEncoder().encode(`${JSON.stringify([act, text])}\n`));
  }

  #openOne(name: string): NetPipeWriter | undefined {
    return [...this.#inputs].find(([process]) => process.name === name && process.status === null)?.[1];
  }

  #launch(first: Machine, name: string): NetPipeWriter {
    const { processes } = first.scheduler;
    const process = processes.make(first.process, name, name);
    if (process === null) throw new Missed('there are too many processes');
    process.isOperated = true;
    const current = machine;
    current.threadHook?.left(current.thread);
    setMachine(first);
    const [output, input] = network().pipe();
    const fd = openEndpoint(output);
    const streams = [1, 2].map((own) => [own, own] as const);
    const descriptors = new Map([[0, fd], ...streams]);
    processes.launch(process, { program: 'python3', argv: ARGV, cwd: files().cwd, environment: null, descriptors });
    closeDescriptor(fd);
    setMachine(current);
    current.threadHook?.entered(current.thread);
    this.#inputs.set(process, input);
    return input;
  }
}
