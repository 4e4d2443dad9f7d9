/**
 * The processes of the simulated computer, as data. One that runs Python has a machine of its own; the scheduler lets the threads of
 * all machines take turns. How a Python is started in a new process the engine knows: it sets `launch`.
 */
import type { Machine } from './machine.ts';
import type { NetEndpoint } from './network.ts';

/** More at once are refused with EAGAIN, as by `ulimit -u`. */
const PROCESSES_MAX = 128;
const FIRST_PID = 4201;

/** What is to be started: as in execve, with the descriptors that the child gets. */
export interface LaunchRequest {
  /** The program by its last name: `python3`, `sleep`. */
  readonly program: string;
  readonly argv: readonly string[];
  readonly cwd: string;
  /** Null: the parent's. */
  readonly environment: ReadonlyMap<string, string> | null;
  /** The child's numbers and the parent's. Standard streams that are missing are the parent's. */
  readonly descriptors: ReadonlyMap<number, number>;
}

export class Process {
  readonly pid: number;
  readonly parent: Process | null;
  /** The command line, as `ps` shows it. */
  readonly command: string;
  /** `web.1`, of a Procfile; '' of all others. */
  readonly name: string;
  /** What it was started with; null: nobody has started it. */
  request: LaunchRequest | null = null;
  machine: Machine | null = null;
  /** Null while it runs; an exit code of 0 to 255, or minus the number of the signal that ended it. */
  status: number | null = null;
  /** Its parent has asked for the status; until then it is a zombie. */
  isReaped = false;
  /** It does nothing by itself: somebody outside of the run tells it what to do. */
  isOperated = false;
  /** Given by the recorder; 0: not yet. */
  traceId = 0;
  readonly children: Process[] = [];
  readonly #watchers: Set<() => void> = new Set();

  constructor(pid: number, parent: Process | null, command: string, name = '') {
    this.pid = pid;
    this.parent = parent;
    this.command = command;
    this.name = name;
    parent?.children.push(this);
  }

  /** The name that the Procfile gives it, or the nearest of those that started it; '': none has one. */
  get shownName(): string {
    return this.name !== '' ? this.name : (this.parent?.shownName ?? '');
  }

  /** Children that nobody has waited for. */
  get unreaped(): Process[] {
    return this.children.filter((child) => !child.isReaped);
  }

  /** Calls back when it, or one of its children, has ended, until the returned function is called. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
    };
  }

  /** For ProcessTable. */
  tell(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }
}

export interface ProcessObserver {
  processStarted(process: Process): void;
  processEnded(process: Process): void;
  /** These have a socket or an end of a pipe open; none: it will be closed. */
  endHeld(endpoint: NetEndpoint, processes: readonly Process[]): void;
  /** Who started them all asks them to end. `since`: virtual seconds when the last of them did anything. */
  stopAsked(processes: readonly Process[], signal: number, since: number): void;
}

export class ProcessTable {
  readonly #processes: Map<number, Process> = new Map();
  #nextPid = FIRST_PID;
  observer: ProcessObserver | null = null;
  /** Starts a Python in a process that has just been made. */
  launch: (process: Process, request: LaunchRequest) => void = () => undefined;

  /** Null: there are too many. */
  make(parent: Process | null, command: string, name = ''): Process | null {
    let running = 0;
    for (const process of this.#processes.values()) if (process.status === null) running++;
    if (running >= PROCESSES_MAX) return null;
    const process = new Process(this.#nextPid++, parent, command, name);
    this.#processes.set(process.pid, process);
    this.observer?.processStarted(process);
    return process;
  }

  /** That of the scenario's main file. */
  first(command: string): Process {
    const process = new Process(this.#nextPid++, null, command);
    this.#processes.set(process.pid, process);
    return process;
  }

  /** Undefined: there is none, or it has been waited for. */
  find(pid: number): Process | undefined {
    const process = this.#processes.get(pid);
    return process?.isReaped === true ? undefined : process;
  }

  /** In the order in which they were started. */
  all(): Process[] {
    return [...this.#processes.values()];
  }

  /** It runs no more; whoever watches it or its parent is told. */
  ended(process: Process, status: number): void {
    if (process.status !== null) return;
    process.status = status;
    this.observer?.processEnded(process);
    process.tell();
    process.parent?.tell();
  }
}
