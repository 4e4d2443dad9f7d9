/**
 * The first process of a scenario with a Procfile: it starts the others and waits for them, as Honcho does. DIVERGES: when one ends
 * the others go on (as on Heroku, where each is on its own; Honcho ends all). Servers that nobody calls any more get SIGTERM, and
 * SIGKILL if that was not enough: what Honcho does at Ctrl-C.
 */

import { assert } from '../lib/assert.ts';
import { PROGRAMS } from '../python/modules/_posixsubprocess.ts';
import { endpointsOf, isStream } from '../python/modules/descriptors.ts';
import { files } from '../python/modules/files.ts';
import { endOf } from '../python/modules/processes.ts';
import { awaitsWork, deedsOf } from '../python/modules/serving.ts';
import { NOT_YET, waitFor } from '../python/modules/waiting.ts';
import { KeyboardInterrupt, PyRaise } from '../python/objects/errors.ts';
import { nativeFunction } from '../python/objects/native.ts';
import { call } from '../python/objects/protocol.ts';
import { isInstance } from '../python/objects/value.ts';
import { type Machine, machine } from '../python/vm/machine.ts';
import type { Process } from '../python/vm/process.ts';
import { sendSignal } from '../python/vm/signals.ts';
import { type Planned, PROCFILE, planned, readProcfile } from '../scenario/procfile.ts';
import type { FormationEntry } from '../scenario/scenario.ts';
import type { Ending } from '../trace/ending.ts';
import { endingOf } from './processes.ts';
import { simpleCommand } from './shell-words.ts';

const SIGTERM = 15;
const SIGKILL = 9;
/** Of a process that a signal has ended, as a shell shows it. */
const SIGNALLED = 128;

export interface Supervision {
  /**
   * Runs them all to their end. Its ending is that of the main process, the first that was started. `activity` counts what
   * processes have written and sent, complaints that only repeat themselves aside.
   */
  readonly run: (machine: Machine, activity: () => number) => Ending;
}

/** What is done, in this order, to those that would go on for ever. */
const STOPS = [SIGTERM, SIGKILL] as const;
/** Virtual seconds in which nothing is written and nothing sent: whoever still listens, looking for work now and then, does so in vain. */
const QUIET_SECONDS = 60;

/** Virtual seconds: who waits no longer than so polls, and will do so again. */
const POLL_SECONDS = 0.05;

/** Of one Procfile; they start more themselves (vm/process.ts). */
const PLANNED_MAX = 64;

/** What runs a Procfile. What is wrong with it is found before anything runs. */
export function supervisorOf(
  text: string,
  formation: readonly FormationEntry[],
  variables: ReadonlyMap<string, string> = new Map(),
): Supervision | Ending {
  const read = readProcfile(text);
  if (!read.ok) return rejected(read.line, read.sentence);
  const plan = planned(read.entries, formation);
  if (plan.length <= PLANNED_MAX)
    return { run: (machine, activity) => supervise(machine, { plan, variables }, activity) };
  return rejected(
    1,
    `The formation starts ${plan.length} processes; the simulated computer has room for ${PLANNED_MAX}.`,
  );
}

function rejected(line: number, message: string): Ending {
  const range = { file: PROCFILE, line, column: -1, endLine: line, endColumn: -1 };
  return { kind: 'rejected', diagnostics: [{ type: 'Unsupported', message, ...range }] };
}

interface Supervised {
  readonly plan: readonly Planned[];
  /** Of `.env`. */
  readonly variables: ReadonlyMap<string, string>;
}

function supervise(of: Machine, { plan, variables }: Supervised, activity: () => number): Ending {
  for (const [name, value] of variables) of.environment.set(name, value);
  const supervisor = new Supervisor(of.process, activity);
  of.scheduler.onIdle = (when) => supervisor.isToStop(when) && supervisor.stopAll();
  for (const one of plan) start(of, one);
  const [first] = of.process.children;
  const wait = nativeFunction('wait', '', () => waitForAll(of.process));
  try {
    call(wait);
  } catch (thrown) {
    if (!(thrown instanceof PyRaise && isInstance(thrown.exception, KeyboardInterrupt))) throw thrown;
    supervisor.stopAll();
    call(wait);
  }
  // One that was restarted is the main process in the place of the first.
  const main = of.process.children.findLast(({ name }) => name === first?.name);
  return main === undefined || supervisor.stopped.has(main) ? { kind: 'completed', exitCode: 0 } : endingFrom(main);
}

class Supervisor {
  /** Those that did not end by themselves. */
  readonly stopped: Set<Process> = new Set();
  readonly #own: Process;
  readonly #activity: () => number;
  #stops = 0;
  /** When the activity was last seen to change. */
  #lastSeen = { activity: -1, at: 0 };
  /** When something was last foreseen to happen, beside keeping connections alive. */
  #lastForeseen = 0;
  /** What channel layers had done by then. */
  #lastDeeds = 0;

  constructor(own: Process, activity: () => number) {
    this.#own = own;
    this.#activity = activity;
  }

  /** `when` the next thing happens; null: never. */
  isToStop(when: number | null): boolean {
    const groups = this.#running();
    if (groups.length === 0 || this.#stops === STOPS.length) return false;
    const { clock, scheduler } = machine;
    const deeds = deedsOf(scheduler);
    const activity = this.#activity() + deeds;
    if (activity !== this.#lastSeen.activity) this.#lastSeen = { activity, at: clock.now() };
    if (when === null) return this.#stops > 0 || groups.some(isServing);
    if (scheduler.expectedFromOutside > 0) return false;
    if (when - this.#lastSeen.at > QUIET_SECONDS && groups.every(isServing)) return true;
    const isQuiet = !isForeseen(clock.now() + POLL_SECONDS);
    if (!isQuiet || deeds !== this.#lastDeeds) this.#lastForeseen = clock.now();
    this.#lastDeeds = deeds;
    return isQuiet && when - this.#lastForeseen > QUIET_SECONDS && groups.some(isServing);
  }

  /** The first time with SIGTERM. Gives true. */
  stopAll(): boolean {
    const signal = STOPS[this.#stops++] ?? SIGKILL;
    const since = this.#lastSeen.activity < 0 ? machine.clock.now() : this.#lastSeen.at;
    this.#lastSeen = { activity: -1, at: machine.clock.now() };
    this.#lastForeseen = machine.clock.now();
    const running = this.#running().flat();
    machine.scheduler.processes.observer?.stopAsked(running, signal, since);
    for (const process of running) {
      this.stopped.add(process);
      if (process.machine !== null) sendSignal(process.machine, signal);
    }
    return true;
  }

  /** Each process of the Procfile with those that it has started, as far as they run. */
  #running(): readonly (readonly Process[])[] {
    const groups = this.#own.children.map((child) => [child, ...below(child)].filter(({ status }) => status === null));
    return groups.filter((group) => group.length > 0);
  }
}

function endingFrom(main: Process): Ending {
  const status = main.status ?? 0;
  return endingOf(main) ?? { kind: 'completed', exitCode: status < 0 ? SIGNALLED - status : status };
}

/** Children, their children, and so on. */
function below(process: Process): readonly Process[] {
  return process.children.flatMap((child) => [child, ...below(child)]);
}

/** Somebody waits for an instant later than this, and not only to keep a connection alive. */
function isForeseen(after: number): boolean {
  for (const { request } of machine.scheduler.waits.values()) {
    const when = request.foreseen === undefined ? request.deadline : request.foreseen();
    if (when !== null && when > after) return true;
  }
  return false;
}

/** One of them listens, or waits for work from a channel layer; or it waits for a person to tell it what to do. */
function isServing(group: readonly Process[]): boolean {
  if (group.some(awaitsWork) || group.every(({ isOperated }) => isOperated)) return true;
  const open = group.flatMap(({ machine: of }) => (of === null ? [] : endpointsOf(of)));
  return open.some((one) => isStream(one) && one.isListening);
}

function waitForAll(own: Process): ReturnType<typeof waitFor> {
  return waitFor({
    kind: 'process',
    label: () => 'the processes of the Procfile',
    endpoints: [endOf(own)],
    deadline: null,
    attempt: () => (own.children.every(({ status }) => status !== null) ? null : NOT_YET),
    late: () => null,
  });
}

/** Honcho gives each the number of a port, and its name. */
export function environmentOf(of: Machine, { name, port }: Planned): Map<string, string> {
  return new Map([...of.environment, ['HONCHO_PROCESS_NAME', name], ['PORT', String(port)]]);
}

function start(of: Machine, one: Planned): void {
  const { processes } = of.scheduler;
  const process = processes.make(of.process, one.command, one.name);
  assert(process !== null, 'a plan has fewer processes than the table has room for');
  const environment = environmentOf(of, one);
  const simple = simpleCommand(one.command, environment);
  const [program = ''] = simple?.argv ?? [];
  const isKnown = simple !== null && PROGRAMS.has(program);
  for (const [name, value] of simple?.assigned ?? []) environment.set(name, value);
  processes.launch(process, {
    program: isKnown ? program : 'sh',
    argv: isKnown ? simple.argv : ['sh', '-c', one.command],
    cwd: files().cwd,
    environment,
    descriptors: new Map([0, 1, 2].map((fd) => [fd, fd])),
  });
}
