/** What `posix` knows of processes: waiting for them, sending them signals. CPython: Modules/posixmodule.c. See vm/process.ts. */
import { nativeFunction, type Outcome, type PyNative } from '../objects/native.ts';
import { asSmallInt, truthy } from '../objects/protocol.ts';
import { PyDict, PyTuple, type Value } from '../objects/value.ts';
import { machine } from '../vm/machine.ts';
import type { NetEndpoint } from '../vm/network.ts';
import type { Process } from '../vm/process.ts';
import { endProcess, raiseSignal, sendSignal } from '../vm/signals.ts';
import { duplicateTo, endpointAt, openEndpoint, raiseErrno } from './descriptors.ts';
import { descriptor } from './files.ts';
import { pathText } from './posix-paths.ts';
import { NOT_YET, waitFor } from './waiting.ts';

const WNOHANG = 1;
/** More signals than this there are not. */
const NSIG = 65;

/** As `wait` gives it: the exit code in the high byte, or the signal in the low one. */
function waitStatus(status: number): number {
  return status < 0 ? -status : status << 8;
}

function exitCode(status: Value): number {
  const number = asSmallInt(status);
  return (number & 0x7f) === 0 ? (number >> 8) & 0xff : -(number & 0x7f);
}

/** Becomes readable when the process has ended. */
class ProcessDescriptor implements NetEndpoint {
  readonly isWritable = false;
  readonly hasHungUp = false;
  readonly hasFailed = false;
  private readonly process: Process;
  constructor(process: Process) {
    this.process = process;
  }
  get isReadable(): boolean {
    return this.process.status !== null;
  }
  watch(watcher: () => void): () => void {
    return this.process.watch(watcher);
  }
  close(): void {
    // The process goes on.
  }
}

/** A process as something that can be waited for: it, or one of its children, ends. */
export function endOf(process: Process): NetEndpoint {
  return new ProcessDescriptor(process);
}

function waitpid(pid: Value, options: Value): Outcome {
  const wanted = asSmallInt(pid);
  const own = machine.process;
  const candidates = (): Process[] => own.unreaped.filter((child) => wanted <= 0 || child.pid === wanted);
  if (candidates().length === 0) return raiseErrno('ECHILD');
  const attempt = (): Value | typeof NOT_YET => {
    const ended = candidates().find((child) => child.status !== null);
    if (ended === undefined) return NOT_YET;
    ended.isReaped = true;
    return new PyTuple([ended.pid, waitStatus(ended.status ?? 0)]);
  };
  return waitFor({
    kind: 'process',
    label: () => (wanted > 0 ? `process ${wanted}` : 'one of its processes'),
    endpoints: [endOf(own)],
    deadline: asSmallInt(options) & WNOHANG ? machine.clock.now() : null,
    attempt,
    late: () => new PyTuple([0, 0]),
  });
}

function kill(pid: Value, signal: Value): Outcome {
  const target = asSmallInt(pid);
  const number = asSmallInt(signal);
  if (number < 0 || number >= NSIG) return raiseErrno('EINVAL');
  const process = target <= 0 ? machine.process : machine.scheduler.processes.find(Math.abs(target));
  if (process === undefined) return raiseErrno('ESRCH');
  if (number === 0 || process.status !== null || process.machine === null) return null;
  if (process === machine.process) return raiseSignal(machine, number);
  sendSignal(process.machine, number);
  return null;
}

/** CPython: os._exit. DIVERGES: the first process raises SystemExit (os.py). */
function exitNow(status: Value): Outcome {
  endProcess(machine, asSmallInt(status) & 0xff);
  return null;
}

function pidfdOpen(pid: Value): number {
  const process = machine.scheduler.processes.find(asSmallInt(pid)) ?? raiseErrno('ESRCH');
  return openEndpoint(new ProcessDescriptor(process));
}

export function processFunctions(): readonly PyNative[] {
  return [
    nativeFunction('getpid', '', () => machine.process.pid),
    nativeFunction('getppid', '', () => machine.process.parent?.pid ?? 1),
    nativeFunction('waitpid', 'pid, options, /', waitpid),
    nativeFunction('wait', '', () => waitpid(-1, 0)),
    nativeFunction('waitstatus_to_exitcode', 'status', exitCode),
    nativeFunction('WIFEXITED', 'status', (status: Value) => exitCode(status) >= 0),
    nativeFunction('WIFSIGNALED', 'status', (status: Value) => exitCode(status) < 0),
    nativeFunction('WEXITSTATUS', 'status', (status: Value) => Math.max(exitCode(status), 0)),
    nativeFunction('WTERMSIG', 'status', (status: Value) => Math.max(-exitCode(status), 0)),
    nativeFunction('kill', 'pid, signal, /', kill),
    nativeFunction('killpg', 'pgid, signal, /', kill),
    nativeFunction('_exit_now', 'status', exitNow),
    nativeFunction('pidfd_open', 'pid, flags=0', pidfdOpen),
    nativeFunction('dup2', 'fd, fd2, inheritable=True', (fd: Value, fd2: Value) => {
      if (endpointAt(asSmallInt(fd)) === undefined) descriptor(asSmallInt(fd));
      duplicateTo(asSmallInt(fd), asSmallInt(fd2));
      return fd2;
    }),
    nativeFunction('_environment', '', () => {
      const copy = new PyDict();
      for (const [name, value] of machine.environment) copy.map.set(name, value);
      return copy;
    }),
    nativeFunction('putenv', 'name, value, /', (name: Value, value: Value) => {
      machine.environment.set(pathText(name, 'putenv: name'), pathText(value, 'putenv: value'));
      return null;
    }),
    nativeFunction('unsetenv', 'name, /', (name: Value) => {
      machine.environment.delete(pathText(name, 'unsetenv: name'));
      return null;
    }),
    nativeFunction('get_inheritable', 'fd, /', () => false),
    nativeFunction('set_inheritable', 'fd, inheritable, /', (_fd: Value, inheritable: Value) => {
      truthy(inheritable);
      return null;
    }),
  ];
}
