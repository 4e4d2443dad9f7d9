/** File descriptors that stand for sockets, pipes and selectors. Files have numbers from the same row: files.ts. */
import { assert } from '../../lib/assert.ts';
import { OSError, type PyException, raiseObject } from '../objects/errors.ts';
import { call } from '../objects/protocol.ts';
import type { Value } from '../objects/value.ts';
import { type Machine, machine } from '../vm/machine.ts';
import type {
  NetDatagramSocket,
  NetEndpoint,
  NetFault,
  NetPipeReader,
  NetPipeWriter,
  NetStream,
  Network,
} from '../vm/network.ts';
import type { Process } from '../vm/process.ts';
import { errnoOf } from './errno.ts';
import { descriptor, files, inheritFile, type OpenFile } from './files.ts';

/** Of this computer. */
export function network(): Network {
  const { network: net } = machine.scheduler.system;
  assert(net !== null, 'the computer has a network');
  return net;
}

/** An open file description: several descriptors may share it (`dup`). */
interface Open {
  readonly endpoint: NetEndpoint;
  descriptors: number;
  /** How many of them each process has. */
  readonly holders: Map<Process, number>;
}

const tables: WeakMap<Machine, Map<number, Open>> = new WeakMap();

function table(of: Machine = machine): Map<number, Open> {
  let known = tables.get(of);
  if (known === undefined) {
    known = new Map();
    tables.set(of, known);
    of.exitHooks.push(() => closeAll(of));
  }
  return known;
}

function closeAll(of: Machine): void {
  for (const number of [...table(of).keys()]) closeIn(of, number);
}

/** From here on this number of the process stands for it. */
function put(of: Machine, fd: number, open: Open): void {
  const { holders } = open;
  const own = holders.get(of.process) ?? 0;
  holders.set(of.process, own + 1);
  table(of).set(fd, open);
  if (own === 0) tellHolders(open);
}

function tellHolders({ endpoint, holders }: Open): void {
  machine.scheduler.processes.observer?.endHeld(endpoint, [...holders.keys()]);
}

function closeIn(of: Machine, fd: number): boolean {
  const open = table(of).get(fd);
  if (open === undefined) return false;
  table(of).delete(fd);
  open.descriptors--;
  const own = (open.holders.get(of.process) ?? 0) - 1;
  if (own > 0) open.holders.set(of.process, own);
  else {
    open.holders.delete(of.process);
    tellHolders(open);
  }
  if (open.descriptors === 0) open.endpoint.close();
  return true;
}

/** What a new process has open: by its own numbers, what its parent has under others. False: the parent has no such number. */
export function inheritDescriptor(child: Machine, own: number, parents: number): boolean {
  const open = table().get(parents);
  if (open === undefined) return inheritFile(child, own, parents);
  open.descriptors++;
  put(child, own, open);
  return true;
}

/** The lowest number that is free, as POSIX wants it. */
export function freeDescriptor(): number {
  const { open } = files();
  const endpoints = table();
  let number = 3;
  while (open.has(number) || endpoints.has(number)) number++;
  return number;
}

export function openEndpoint(endpoint: NetEndpoint): number {
  const number = freeDescriptor();
  table().set(number, { endpoint, descriptors: 1, holders: new Map([[machine.process, 1]]) });
  return number;
}

/** Its process did not ask for the connection, or it listens from now on: who has it open is told. */
export function tellOpened(fd: number): void {
  const open = table().get(fd);
  if (open !== undefined) tellHolders(open);
}

/** Everything that a process has open, besides files. */
export function endpointsOf(of: Machine): NetEndpoint[] {
  return [...(tables.get(of)?.values() ?? [])].map((open) => open.endpoint);
}

/** Undefined: it is closed, or a file. */
export function endpointAt(fd: number): NetEndpoint | undefined {
  return table().get(fd)?.endpoint;
}

/** Another number for the same thing. */
export function duplicate(fd: number): number {
  const open = table().get(fd) ?? raiseErrno('EBADF');
  const number = freeDescriptor();
  open.descriptors++;
  put(machine, number, open);
  return number;
}

/** False: no socket or pipe has this number. */
export function closeDescriptor(fd: number): boolean {
  return closeIn(machine, fd);
}

/** What stands behind a descriptor, on its way to another process (SCM_RIGHTS). It stays open even when the sender closes it. */
export class PassedDescriptor {
  readonly #open: Open | OpenFile;

  constructor(fd: number) {
    const open = table().get(fd);
    if (open !== undefined) open.descriptors++;
    this.#open = open ?? descriptor(fd);
  }

  /** It has arrived: its number here. */
  receive(): number {
    const number = freeDescriptor();
    if ('endpoint' in this.#open) put(machine, number, this.#open);
    else files().open.set(number, this.#open);
    return number;
  }

  /** It has arrived where there is no room for it. */
  drop(): void {
    if ('endpoint' in this.#open && --this.#open.descriptors === 0) this.#open.endpoint.close();
  }
}

/** dup2: the number `to` stands for what `from` stands for. */
export function duplicateTo(from: number, to: number): void {
  if (from === to) return;
  const open = table().get(from);
  closeDescriptor(to);
  files().open.delete(to);
  if (open === undefined) {
    files().open.set(to, descriptor(from));
    return;
  }
  open.descriptors++;
  put(machine, to, open);
}

export function isStream(endpoint: NetEndpoint): endpoint is NetStream {
  return 'kind' in endpoint && endpoint.kind === 'stream';
}

export function isDatagram(endpoint: NetEndpoint): endpoint is NetDatagramSocket {
  return 'kind' in endpoint && endpoint.kind === 'datagram';
}

export function isPipeReader(endpoint: NetEndpoint): endpoint is NetPipeReader {
  return 'kind' in endpoint && endpoint.kind === 'reader';
}

export function isPipeWriter(endpoint: NetEndpoint): endpoint is NetPipeWriter {
  return 'kind' in endpoint && endpoint.kind === 'writer';
}

/** CPython: Python/errors.c, PyErr_SetFromErrno. */
export function raiseErrno(fault: NetFault, ...names: Value[]): never {
  return raiseObject(errnoError(fault, ...names));
}

export function errnoError(fault: NetFault, ...names: Value[]): PyException {
  const { number, text } = errnoOf(fault);
  return call(OSError, number, text, ...names) as PyException;
}
