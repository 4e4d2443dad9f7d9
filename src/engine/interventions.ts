/**
 * Does to a run what the scenario wants done from outside. What has a position is due as soon as so many events have been recorded,
 * so it needs a recorder; what has a time stands in the agenda. It is done at the next place where a thread may be interrupted, what
 * concerns tasks and futures between two callbacks of their loop. Until then the run is the same as without it.
 */

import { PyEventLoop, wakeLoop } from '../asyncio/loop.ts';
import type { PyFuture } from '../asyncio/shapes.ts';
import { redisNamed } from '../channels/redis-server.ts';
import { assert } from '../lib/assert.ts';
import type { PyObject } from '../python/objects/value.ts';
import { type Machine, RunStopped } from '../python/vm/machine.ts';
import type { Outside } from '../python/vm/outside.ts';
import type { Process } from '../python/vm/process.ts';
import type { Scheduler } from '../python/vm/scheduler.ts';
import { sendSignal } from '../python/vm/signals.ts';
import type { Intervention, SignalName } from '../scenario/intervention.ts';
import { actionClause } from '../scenario/intervention-words.ts';
import type { TraceEvent } from '../trace/events.ts';
import { Browsers } from './browsers.ts';
import { findFuture, findTask, isCalled, type LoopAction, performIn } from './intervention-tasks.ts';
import { Missed } from './missed.ts';
import { restart } from './restart.ts';

/** Linux's numbers. */
const NUMBERS: Readonly<Record<SignalName, number>> = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGKILL: 9,
  SIGUSR1: 10,
  SIGUSR2: 12,
  SIGTERM: 15,
};
const SIGINT = NUMBERS.SIGINT;

interface Item {
  /** From 1. */
  readonly nth: number;
  readonly what: Intervention;
}

type TrafficAction = Extract<Intervention, { readonly kind: 'cutLink' | 'healLink' | 'dropPacket' | 'delayPacket' }>;

/** One that waits for its loop to be between two callbacks. */
interface LoopItem extends Item {
  readonly what: Intervention & LoopAction;
  readonly target: PyFuture;
  readonly loop: PyEventLoop;
}

export interface InterventionsInit {
  readonly list: readonly Intervention[];
  readonly scheduler: Scheduler;
  readonly record: (event: TraceEvent) => void;
  /** The second process stands in the place of the first. */
  readonly restarted: (process: Process, again: Process) => void;
  /** Calls back when so many events have been recorded. */
  readonly alarmAt: (position: number, action: () => void) => void;
  /** A future by its number in the trace. */
  readonly futureOf: (id: number) => PyFuture | undefined;
}

export class Interventions implements Outside {
  private readonly init: InterventionsInit;
  /** By position. */
  private readonly waiting: (Item & { readonly position: number })[] = [];
  private timed: Item[] = [];
  private readonly due: Item[] = [];
  private inLoops: LoopItem[] = [];
  private readonly browsers = new Browsers();

  constructor(init: InterventionsInit) {
    this.init = init;
    for (const [index, what] of init.list.entries()) {
      const item = { nth: index + 1, what };
      if ('position' in what) this.waiting.push({ ...item, position: what.position });
      else this.timed.push(item);
    }
    this.waiting.sort((a, b) => a.position - b.position);
  }

  /** The first process exists, and nothing has run. */
  begin(): void {
    const { agenda } = this.init.scheduler.system;
    this.init.scheduler.expectedFromOutside = this.timed.length;
    for (const item of this.timed) {
      if ('timeUs' in item.what) agenda.at(item.what.timeUs / 1e6, () => this.timeCame(item));
    }
    this.setAlarm();
  }

  /** The run is over: what has not been done will not be. */
  end(): void {
    this.init.scheduler.outside = null;
    const late = [...this.inLoops, ...this.due, ...this.waiting, ...this.timed].sort((a, b) => a.nth - b.nth);
    const loops = new Set<Item>(this.inLoops);
    try {
      for (const item of late)
        this.missed(item, loops.has(item) ? 'its event loop did not run again' : 'the run had ended');
    } catch (thrown) {
      // The trace is full.
      if (!(thrown instanceof RunStopped)) throw thrown;
    }
  }

  get isDue(): boolean {
    return this.due.length > 0;
  }

  act(): void {
    if (this.due.length === 0) return;
    for (const item of this.due.splice(0)) this.attempt(item, () => this.take(item));
    this.settle();
  }

  actIn(loop: PyObject): void {
    const items = this.inLoops.filter((item) => item.loop === loop);
    this.inLoops = this.inLoops.filter((item) => item.loop !== loop);
    for (const { target, ...item } of items)
      this.attempt(item, () => performIn(item.what, target, () => this.done(item, target.traceId)));
    this.settle();
  }

  awaits(loop: PyObject): boolean {
    return this.isDue || this.inLoops.some((item) => item.loop === loop);
  }

  private setAlarm(): void {
    const next = this.waiting[0];
    if (next !== undefined) this.init.alarmAt(next.position, () => this.positionCame(next.position));
  }

  private positionCame(position: number): void {
    while ((this.waiting[0]?.position ?? Number.POSITIVE_INFINITY) <= position) {
      const item = this.waiting.shift();
      if (item !== undefined) this.due.push(item);
    }
    this.setAlarm();
    this.init.scheduler.callOutside(this);
  }

  private timeCame(item: Item): void {
    this.timed = this.timed.filter((other) => other !== item);
    this.init.scheduler.expectedFromOutside = this.timed.length;
    this.due.push(item);
    this.init.scheduler.callOutside(this);
  }

  /** The scheduler needs to ask no longer. */
  private settle(): void {
    if (!this.isDue && this.inLoops.length === 0) this.init.scheduler.outside = null;
  }

  private attempt(item: Item, action: () => void): void {
    try {
      action();
    } catch (thrown) {
      if (!(thrown instanceof Missed)) throw thrown;
      this.missed(item, thrown.reason);
    }
  }

  private take(item: Item): void {
    const { what } = item;
    switch (what.kind) {
      case 'cancelTask':
      case 'raiseInTask':
        return this.handOver({ ...item, what }, findTask(this.processes, what));
      case 'resolveFuture':
        return this.handOver({ ...item, what }, findFuture(this.processes, what, this.init.futureOf));
      case 'interrupt':
        this.done(item);
        for (const { machine } of this.processes) if (machine !== null) sendSignal(machine, SIGINT);
        return;
      case 'signal': {
        const { machine } = this.processOf(what.process, what.id ?? 0);
        this.done(item);
        if (machine !== null) sendSignal(machine, NUMBERS[what.signal]);
        return;
      }
      case 'restart':
        return this.restart(item, this.processOf(what.process, what.id ?? 0, true));
      case 'client':
        return this.browsers.perform(this.firstMachine, what, () => this.done(item));
      case 'flushLayer':
        return this.flush(item, what.layer);
      default:
        return this.disturb(item, what);
    }
  }

  private restart(item: Item, process: Process): void {
    restart(
      process,
      () => this.done(item),
      (again) => this.init.restarted(process, again),
    );
  }

  private disturb(item: Item, what: TrafficAction): void {
    const { network } = this.init.scheduler.system;
    if (network === null) throw new Missed('there is no network');
    const { traffic } = network;
    // What it leads to is told after it.
    const tell = () => this.done(item);
    switch (what.kind) {
      case 'cutLink':
        if (!traffic.cut(what.from, what.to, () => this.linkChanged(item, what))) throw new Missed('it is cut already');
        return;
      case 'healLink':
        if (!traffic.heal(what.from, what.to, () => this.linkChanged(item, what))) throw new Missed('it was not cut');
        return;
      case 'dropPacket':
        if (!traffic.lose(what.packet, tell)) throw new Missed('it is not on its way now');
        return;
      case 'delayPacket':
        if (!traffic.delay(what.packet, what.delayMs / 1000, tell)) throw new Missed('it is not on its way now');
    }
  }

  private linkChanged(item: Item, { from, kind, to }: Extract<TrafficAction, { readonly from: string }>): void {
    this.done(item);
    this.init.record({ kind: 'link.changed', from, to, isCut: kind === 'cutLink' ? 1 : 0 });
  }

  /** To its loop, which is asked to come round. */
  private handOver(item: Item & { readonly what: LoopItem['what'] }, target: PyFuture): void {
    const { loop } = target;
    if (!(loop instanceof PyEventLoop)) throw new Missed('its event loop is none of asyncio');
    if (loop.isClosed) throw new Missed('its event loop is closed');
    this.inLoops.push({ ...item, target, loop });
    wakeLoop(loop);
  }

  private flush(item: Item, layer: string): void {
    const server = redisNamed(this.init.scheduler, layer);
    if (server === undefined) throw new Missed('no such server runs now');
    this.done(item);
    server.flush();
  }

  private get firstMachine(): Machine {
    const { machine } = this.init.scheduler.processes.all()[0] ?? {};
    assert(machine !== null && machine !== undefined, 'the first process has a machine');
    return machine;
  }

  private get processes(): Process[] {
    return this.init.scheduler.processes.all().filter(({ status }) => status === null);
  }

  private processOf(name: string, pid: number, mayBeOver = false): Process {
    const processes = mayBeOver ? this.init.scheduler.processes.all().reverse() : this.processes;
    const called = processes.filter(({ command, name: own }) => isCalled(own === '' ? command : own, name));
    const found = processes.find((process) => process.pid === pid) ?? called[0];
    if (found === undefined) throw new Missed('no such process runs now');
    return found;
  }

  private done({ nth, what }: Item, task = 0): void {
    this.init.record({ kind: 'intervention.done', nth, action: what.kind, text: actionClause(what), task });
  }

  private missed({ nth, what }: Item, reason: string): void {
    this.init.record({ kind: 'intervention.missed', nth, action: what.kind, text: actionClause(what), reason });
  }
}
