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
}

const tables: WeakMap<Machine, Map<number, Open>> = new WeakMap();

function table(): Map<number, Open> {
  let known = tables.get(machine);
  if (known === undefined) {
    known = new Map();
    tables.set(machine, known);
    machine.exitHooks.push(closeAll.bind(null, known));
  }
  return known;
}

function closeAll(open: Map<number, Open>): void {
  for (const number of [...open.keys()]) closeIn(open, number);
}

function closeIn(table: Map<number, Open>, fd: number): boolean {
  const open = table.get(fd);
  if (open === undefined) return false;
  table.delete(fd);
  open.descriptors--;
  if (open.descriptors === 0) open.endpoint.close();
  return true;
}

/** What a new process has open: by its own numbers, what its parent has under others. False: the parent has no such number. */
export function inheritDescriptor(child: Machine, own: number, parents: number): boolean {
  const open = table().get(parents);
  if (open === undefined) return inheritFile(child, own, parents);
  let known = tables.get(child);
  if (known === undefined) {
    known = new Map();
    tables.set(child, known);
    child.exitHooks.push(closeAll.bind(null, known));
  }
  open.descriptors++;
  known.set(own, open);
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
  table().set(number, { endpoint, descriptors: 1 });
  return number;
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
  table().set(number, open);
  return number;
}

/** False: no socket or pipe has this number. */
export function closeDescriptor(fd: number): boolean {
  return closeIn(table(), fd);
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
    if ('endpoint' in this.#open) table().set(number, this.#open);
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
  table().set(to, open);
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
