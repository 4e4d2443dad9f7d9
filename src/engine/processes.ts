/**
 * A Python in a new simulated process: a machine of its own on the same simulated computer. Its main module runs as a thread among
 * the others, so what it does at its end (threads, atexit, flushing) is a row of steps of a frame.
 */
import { prepareAsyncio, registerAsyncio, reportUnretrieved } from '../asyncio/package.ts';
import { endpointAt, inheritDescriptor, isPipeWriter } from '../python/modules/descriptors.ts';
import { setFolder } from '../python/modules/files.ts';
import { getAttr } from '../python/objects/attributes.ts';
import { KeyboardInterrupt, type PyException, PyRaise } from '../python/objects/errors.ts';
import { type Outcome, PUSHED } from '../python/objects/native.ts';
import { call } from '../python/objects/protocol.ts';
import { isInstance, PyList, PyModule, type Value } from '../python/objects/value.ts';
import { startMachine } from '../python/vm/boot.ts';
import { invoke, pushFrame } from '../python/vm/call.ts';
import { Frame, NativeFrame, Ret } from '../python/vm/frame.ts';
import { finalizeAtExit } from '../python/vm/garbage.ts';
import { compiled, load } from '../python/vm/import.ts';
import { type Machine, machine, setMachine } from '../python/vm/machine.ts';
import { reportUnstarted } from '../python/vm/never-awaited.ts';
import type { LaunchRequest, Process } from '../python/vm/process.ts';
import { endProcess } from '../python/vm/signals.ts';
import type { Ending } from '../trace/ending.ts';
import { raisedEnding } from './endings.ts';
import { probeThreading } from './lock-recorder.ts';
import { type Command, NO_FILE, readCommand } from './python-command.ts';
import type { Recorder } from './recorder.ts';
import { mainFileOf, type Sources, sourceFinder } from './sources.ts';

export interface Computer {
  readonly sources: Sources;
  /** The machine of the first process: what its children do counts as its own. */
  readonly first: Machine;
  readonly recorder: Recorder | null;
  readonly output: Output;
}

/** Where what a process writes goes when it is not a pipe. */
export type Output = (process: Process, stream: 1 | 2, text: string) => void;

/** For ProcessTable.launch. The parent is current, before and after. */
export function launch(computer: Computer, process: Process, request: LaunchRequest): void {
  const parent = machine;
  parent.threadHook?.left(parent.thread);
  const command = readCommand(request, computer.sources);
  const { first, recorder } = computer;
  const child = startMachine({
    findSource: sourceFinder(computer.sources, command.mainName),
    write: (stream, text) => writeFrom(child, computer.output, stream, text),
    observer: first.observer,
    scheduler: first.scheduler,
    prng: first.prng.fork(`process ${process.pid}`),
    instructionsMax: first.instructionsMax,
    argv: command.argv,
    flags: command.flags,
    codeCache: first.codeCache,
    process,
  });
  registerAsyncio(child, recorder);
  probeThreading(child);
  setFolder(child, request.cwd);
  child.environment = new Map(request.environment ?? parent.environment);
  const redirected: number[] = [];
  setMachine(parent);
  for (const [own, parents] of request.descriptors) {
    if (inheritDescriptor(child, own, parents) && own < 3) redirected.push(own);
  }
  const declaring = (command.main.isUser ? command.main : mainFileOf(computer.sources.files)).text;
  first.scheduler.start(child.mainThread, new MainFrame(child, command, { declaring, redirected }));
  parent.threadHook?.entered(parent.thread);
}

/** Text that no stream of the program writes itself: the traceback at its end. */
function writeFrom(child: Machine, output: Output, stream: 1 | 2, text: string): void {
  const current = machine;
  setMachine(child);
  const endpoint = endpointAt(stream);
  setMachine(current);
  if (endpoint !== undefined && isPipeWriter(endpoint)) endpoint.send(new TextEncoder().encode(text));
  else output(child.process, stream, text);
}

/** How the main modules of processes ended, by process. */
const endings: WeakMap<Process, Ending> = new WeakMap();

/** Undefined: its main module has not ended by itself, or it had none. */
export function endingOf(process: Process): Ending | undefined {
  return endings.get(process);
}

const SIGINT = 2;

/** The steps of a process, each of which may call Python: CPython's Py_RunMain and Py_FinalizeEx. */
const STEPS = ['streams', 'main', 'threads', 'atexit', 'flush'] as const;

/** The bottom of the main thread of a process. */
class MainFrame extends NativeFrame {
  private readonly of: Machine;
  private readonly command: Command;
  private readonly redirected: readonly number[];
  /** The text that says for which Python it was written: its own, or that of the scenario's main file. */
  private readonly declaring: string;
  private done = 0;
  private status = 0;

  constructor(of: Machine, command: Command, { declaring, redirected }: { declaring: string; redirected: number[] }) {
    super();
    this.of = of;
    this.command = command;
    this.redirected = redirected;
    this.declaring = declaring;
  }

  resume(): Outcome {
    for (let step = STEPS[this.done]; step !== undefined; step = STEPS[this.done]) {
      this.done++;
      try {
        if (this.take(step) === PUSHED) return PUSHED;
      } catch (thrown) {
        if (!(thrown instanceof PyRaise)) throw thrown;
        this.report(thrown.exception);
      }
    }
    return this.end();
  }

  fail(exc: PyException): Outcome {
    this.report(exc);
    return this.resume();
  }

  private take(step: (typeof STEPS)[number]): Outcome {
    switch (step) {
      case 'streams': {
        if (this.redirected.length === 0) return null;
        return invoke(getAttr(load('_process'), 'redirect'), [new PyList([...this.redirected])], null);
      }
      case 'main':
        return this.runMain();
      case 'threads':
        return this.callIfImported('threading', '_shutdown');
      case 'atexit':
        return this.callIfImported('atexit', '_run_exitfuncs');
      default:
        reportUnretrieved(this.of);
        reportUnstarted();
        return this.redirected.length === 0 ? null : this.callIfImported('_process', 'flush');
    }
  }

  private runMain(): Outcome {
    const { failure, main, module: name } = this.command;
    if (failure !== null) {
      this.of.write(2, failure.text);
      this.status = failure.status;
      return null;
    }
    const module = new PyModule('__main__');
    if (main.filename !== NO_FILE) module.attrs.set('__file__', main.filename);
    module.attrs.set('__builtins__', this.of.modules.map.get('builtins') ?? null);
    this.of.modules.map.set('__main__', module);
    this.of.sources.set(main.filename, main);
    if (name !== '') {
      module.attrs.set('__spec__', call(getAttr(load('importlib.util'), 'find_spec'), name));
      module.attrs.set('__package__', name.slice(0, Math.max(name.lastIndexOf('.'), 0)));
    }
    prepareAsyncio(this.of, this.declaring);
    const frame = new Frame(compiled(main), module.dict, null);
    frame.names = module.dict;
    pushFrame(frame, Ret.native);
    if (frame.code.isUser) this.of.observer?.frameEntered(frame);
    return PUSHED;
  }

  private callIfImported(name: string, func: string): Outcome {
    const module = this.of.modules.map.get(name);
    const found: Value | undefined = module instanceof PyModule ? module.attrs.get(func) : undefined;
    return found === undefined ? null : invoke(found, [], null);
  }

  private report(exc: PyException): void {
    const ending = raisedEnding(this.of, exc);
    if (!endings.has(this.of.process)) endings.set(this.of.process, ending);
    // CPython: exit_sigint. It ends as if the signal had ended it.
    if (isInstance(exc, KeyboardInterrupt)) this.status = -SIGINT;
    else if (ending.kind === 'completed' || ending.kind === 'raised') this.status = ending.exitCode;
  }

  private end(): Outcome {
    try {
      finalizeAtExit();
    } catch (thrown) {
      if (!(thrown instanceof PyRaise)) throw thrown;
      this.report(thrown.exception);
    }
    endProcess(this.of, this.status);
    return PUSHED;
  }
}
