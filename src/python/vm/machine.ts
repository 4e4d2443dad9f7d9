/**
 * The state of a run: everything that changes while Python executes and that is no Python object. One machine is current at a
 * time; a new run makes a new one, so that nothing leaks from run to run.
 */
import type { Prng } from '../../lib/prng.ts';
import type { Code } from '../compile/code.ts';
import type { PyException } from '../objects/errors.ts';
import { PyDict, type PyModule, type PyObject, type PyTuple, type PyType, type Value } from '../objects/value.ts';
import type { BrokerObserver } from './brokers.ts';
import type { Frame } from './frame.ts';
import type { PyGenerator } from './generator.ts';
import type { Process } from './process.ts';
import type { RequestObserver } from './requests.ts';
import type { Scheduler } from './scheduler.ts';
import type { Clock } from './system.ts';
import { Thread } from './thread.ts';
import { Unstarted } from './unstarted.ts';

/** What the recorder wants to be told by the VM. Every method is called after the fact it names. */
export interface Observer {
  line(frame: Frame, line: number): void;
  frameEntered(frame: Frame): void;
  frameLeft(frame: Frame): void;
  raised(frame: Frame, exception: PyException): void;
  /** `swallowed`: the except clause that begins in `line` ended without raising again; 0: at the line that runs. */
  caught(frame: Frame, exception: PyException): void;
  swallowed(frame: Frame, exception: PyException, line: number): void;
  coroutineCreated(coroutine: PyGenerator, frame: Frame): void;
  coroutineStarted(coroutine: PyGenerator): void;
  coroutineNeverAwaited(coroutine: PyGenerator): void;
  /** For the packages that speak HTTP. */
  readonly requests: RequestObserver | null;
  /** For channel layers and message brokers. */
  readonly brokers: BrokerObserver | null;
  /** A frame whose code has a probe was entered, left or suspended. */
  probed(frame: Frame): void;
}

/** The run is over for a reason that is no Python exception; passes through every JavaScript frame. */
export class RunStopped {
  readonly limit: string;
  readonly sentence: string;
  readonly frame: Frame | null;
  constructor(limit: string, sentence: string, frame: Frame | null) {
    this.limit = limit;
    this.sentence = sentence;
    this.frame = frame;
  }
}

/** The main module of the first process is a nested run of its main thread. */
const MAIN_NESTING = 1;

/** Instructions between two looks at what the program holds. */
export const SLICE = 2_000_000;
/** Instructions after which the dispatch loop is entered anew. */
export const PORTION = 100;

export interface SourceModule {
  /** May be fetched only when it is read: for a module whose code is compiled already, that is in tracebacks. */
  readonly text: string;
  readonly filename: string;
  readonly isPackage: boolean;
  /** A folder of the user's without `__init__.py` (PEP 420): nothing to run, and no file. */
  readonly isNamespace?: true;
  /** The user's own file: lines are recorded. */
  readonly isUser: boolean;
  /** Written by the program: other runs may write another of the same name. */
  readonly isWritten?: true;
}

/** Finds a module's source: the user's files first, then the library. `'unknown'`: no such module. */
export type SourceFinder = (name: string) => SourceModule | 'unknown';

/** Compiled library code from elsewhere: an earlier process, or the build. */
export interface CodeCache {
  get(source: SourceModule): Code | undefined;
  put(source: SourceModule, code: Code): void;
}

export interface MachineInit {
  readonly findSource: SourceFinder;
  readonly write: (stream: 1 | 2, text: string) => void;
  readonly observer: Observer | null;
  /** Of the computer that it runs on. */
  readonly scheduler: Scheduler;
  readonly prng: Prng;
  readonly instructionsMax: number;
  readonly argv: readonly string[];
  /** What `sys.flags` has otherwise than by default, by name. */
  readonly flags?: ReadonlyMap<string, Value>;
  readonly codeCache?: CodeCache | null;
  /** Null: the first process. */
  readonly process?: Process | null;
}

/** A set whose size the dispatch loop reads with each instruction that lets go of something: a field of its own is the fastest. */
export class CountedSet<T> extends Set<T> {
  count = 0;
  override add(value: T): this {
    super.add(value);
    this.count = this.size;
    return this;
  }
  override delete(value: T): boolean {
    const isGone = super.delete(value);
    this.count = this.size;
    return isGone;
  }
}

export class Machine {
  /** The thread that runs, or ran last. */
  thread: Thread;
  readonly mainThread: Thread;
  readonly process: Process;
  nextIdent = 1;
  readonly modules = new PyDict();
  builtins: Map<string, Value> = new Map();
  readonly nativeModules: Map<string, () => PyModule> = new Map();
  readonly findSource: SourceFinder;
  readonly write: (stream: 1 | 2, text: string) => void;
  observer: Observer | null;
  readonly scheduler: Scheduler;
  readonly clock: Clock;
  readonly prng: Prng;
  readonly flags: ReadonlyMap<string, Value>;
  readonly argv: readonly string[];
  readonly codeCache: CodeCache | null;
  /** The limit that it began with. */
  readonly instructionsMax: number;
  /** Statements, jumps and calls left of this portion of the slice; counted down by the dispatch loop. See limits.ts. */
  budget = 0;
  /** What is left of the slice beyond this portion. */
  sliceLeft: number;
  /** What is left of the instructions beyond this slice. */
  reserve: number;
  /** How long this slice was, and how many bytes the program held when it began. */
  slice = SLICE;
  held = 0;
  recursionLimit = 1000;
  /** Direct subclasses in order of creation, for `__subclasses__()`. */
  readonly subclasses: Map<PyType, PyType[]> = new Map();
  /** `id(x)`: numbers in order of first question. */
  readonly ids: WeakMap<PyObject, number> = new WeakMap();
  nextId = 0x7f3a5c000010;
  /** Coroutines created and not yet started, for "never awaited". */
  readonly unstarted = new Unstarted();
  /** `sys.set_coroutine_origin_tracking_depth`, and what it recorded. */
  originDepth = 0;
  readonly origins: WeakMap<PyGenerator, PyTuple> = new WeakMap();
  /** Objects whose end a program can see, oldest first; kept by garbage.ts. Empty in most programs. */
  readonly tracked: CountedSet<PyObject> = new CountedSet();
  /** `sys.get_asyncgen_hooks()`. */
  asyncGeneratorHooks: { firstIter: Value; finalizer: Value } = { firstIter: null, finalizer: null };
  excepthook: Value = null;
  /** Until Python 3.6 the library's coroutines were generators: any generator may delegate to them. Set by asyncio for old programs. */
  hasOldCoroutines = false;
  /** By number of the signal; what is not here has its default. Filled by modules/_signal.ts. */
  readonly signalHandlers: Map<number, Value> = new Map();
  /** What `os.environ` begins with, and changes. */
  environment: Map<string, string> = new Map([
    ['HOME', '/home/user'],
    ['LANG', 'C.UTF-8'],
    ['PATH', '/usr/bin:/bin'],
    ['PWD', '/home/user'],
    ['USER', 'user'],
  ]);
  /** Called when the process has ended, to close what it has open. */
  readonly exitHooks: ((status: number) => void)[] = [];
  /** Told of every module's code when it has been compiled (asyncio marks what it draws). */
  codeHook: ((code: Code) => void) | null = null;
  /** Told of work that has been done, about every hundred instructions. */
  workHook: ((count: number) => void) | null = null;
  /** Called by `gc.collect()`, for objects whose end only asyncio knows. */
  collectHook: (() => void) | null = null;
  /** Told when a thread of this machine gives up the turn, and when it gets it (asyncio keeps the running loop of each). */
  threadHook: { left(thread: Thread): void; entered(thread: Thread): void } | null = null;
  /** Lines of the modules that were compiled, for tracebacks. */
  readonly sources: Map<string, { readonly text: string }> = new Map();

  constructor(init: MachineInit) {
    this.findSource = init.findSource;
    this.write = init.write;
    this.observer = init.observer;
    this.scheduler = init.scheduler;
    this.clock = init.scheduler.system.clock;
    const isFirst = init.process === undefined || init.process === null;
    this.process = init.process ?? this.scheduler.processes.first(init.argv.join(' '));
    this.process.machine = this;
    this.mainThread = this.newThread('MainThread', isFirst ? MAIN_NESTING : 0);
    this.thread = this.mainThread;
    if (isFirst) {
      this.thread.state = 'running';
      this.scheduler.threads.add(this.thread);
    }
    this.prng = init.prng;
    this.instructionsMax = init.instructionsMax;
    this.sliceLeft = Math.min(SLICE, init.instructionsMax);
    this.reserve = init.instructionsMax - this.sliceLeft;
    this.argv = init.argv;
    this.flags = init.flags ?? new Map();
    this.codeCache = init.codeCache ?? null;
  }

  newThread(name: string, homeNesting = 0): Thread {
    return new Thread(this, this.nextIdent++, name, homeNesting);
  }

  /** Those that live, in the order in which they began. */
  threads(): Thread[] {
    return [...this.scheduler.threads].filter((thread) => thread.machine === this);
  }

  idOf(object: PyObject): number {
    const known = this.ids.get(object);
    if (known !== undefined) return known;
    const id = this.nextId;
    this.nextId += 0x30;
    this.ids.set(object, id);
    return id;
  }
}

/** Of the run: several threads live. The hot paths ask for it before anything else that only threads need. */
export let hasSeveralThreads = false;

export function setSeveralThreads(isSo: boolean): void {
  hasSeveralThreads = isSo;
}

export let machine: Machine;

export function setMachine(next: Machine): void {
  machine = next;
}

export type { Code };
