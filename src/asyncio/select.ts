/**
 * How a loop waits for something to do. CPython: Lib/asyncio/base_events.py, BaseEventLoop._run_once, the calls of `_selector.select` and
 * `_process_events`.
 */
import { assert } from '../lib/assert.ts';
import { getAttrOrAbsent } from '../python/objects/attributes.ts';
import type { Outcome } from '../python/objects/native.ts';
import { PyFloat, type Value } from '../python/objects/value.ts';
import { invoke } from '../python/vm/call.ts';
import { machine } from '../python/vm/machine.ts';
import { VirtualClock } from '../sim/clock.ts';
import { stopForDeadlock } from './deadlock.ts';
import { loopTime, ownMethods, PLAIN_CALLBACK, type PyEventLoop, pushReady } from './loop.ts';
import { hasOwnSelector, isIoReady, processIo, watchIo } from './poll-io.ts';
import { Phase } from './recorder.ts';
import { pythonHalf, state } from './state.ts';

/** Seconds. CPython: MAXIMUM_SELECT_TIMEOUT */
const MAXIMUM_SELECT_TIMEOUT = 24 * 3600;

/**
 * CPython: `self._selector.select(timeout)`. DIVERGES: where nothing else can happen nobody waits, the clock jumps to the next timer.
 * When there is none and nothing outside can wake the loop, CPython hangs for ever; here the run ends as a deadlock.
 */
export function select(loop: PyEventLoop): Outcome {
  if (hasOwnSelector(loop))
    return invoke(pythonHalf('asyncio._lean', 'select_events'), [loop, selectTimeout(loop)], null);
  const { clock, scheduler } = machine;
  assert(clock instanceof VirtualClock, 'an event loop runs on a virtual clock');
  const isAsked = scheduler.outside?.awaits(loop) === true;
  const shift = loop.cls.lookup('time') === ownMethods.time ? 0 : clock.now() - loopTime(loop);
  const next = loop.nextSeconds === null ? null : loop.nextSeconds + shift;
  const isIdle = loop.readyCount === 0 && loop.arrived.length === 0 && !loop.isStopping && !isAsked && !isIoReady(loop);
  const isEndless = next === null || next === Number.POSITIVE_INFINITY;
  if (isIdle && isEndless && scheduler.isAloneUntil(Number.POSITIVE_INFINITY)) stopForDeadlock(loop);
  const waits = isIdle && (isEndless || next > clock.now());
  const until = waits && !isEndless ? Math.min(next, clock.now() + MAXIMUM_SELECT_TIMEOUT) : 0;
  state.recorder?.phaseEntered(loop, Phase.poll, until, loop.readyCount);
  if (!waits) clock.poll(next);
  else if (scheduler.outside?.awaits(loop) === true) return null;
  else if (!isEndless && scheduler.isAloneUntil(until)) clock.waitUntil(until);
  else return blockInSelect(loop, isEndless ? null : until);
  return null;
}

/** Other threads run meanwhile, messages arrive, and one of these may wake the loop. */
function blockInSelect(loop: PyEventLoop, deadline: number | null): Outcome {
  const { scheduler, thread } = machine;
  const outcome = scheduler.block({
    kind: 'select',
    label: () => 'something to do for its event loop',
    on: loop,
    deadline,
    foreseen: () => foreseenBy(loop),
    done: () => {
      unwatch();
      loop.selecting = null;
      return null;
    },
    abandon: () => {
      unwatch();
      loop.selecting = null;
    },
  });
  const unwatch = watchIo(loop);
  loop.selecting = scheduler.waits.get(thread) ?? null;
  return outcome;
}

/** Its next timer that is for more than keeping connections alive: one whose callback has no attribute `keeps_alive`. */
function foreseenBy(loop: PyEventLoop): number | null {
  let next: number | null = null;
  for (const { callback, seconds } of loop.timers) {
    if (callback === null || (next !== null && seconds >= next)) continue;
    if (getAttrOrAbsent(callback, 'keeps_alive') !== true) next = seconds;
  }
  return next;
}

/** A selector of the program's own never waits: the other threads have their turn after it. PUSHED: they have it now. */
export function lendTurn(loop: PyEventLoop): Outcome {
  return hasOwnSelector(loop) ? machine.scheduler.pass() : null;
}

/** What came in meanwhile is queued; a selector that never waits makes a loop spin until its timer is due. */
export function afterSelect(loop: PyEventLoop): void {
  processIo(loop);
  if (loop.arrived.length > 0) for (const handle of loop.arrived.splice(0)) pushReady(loop, handle, PLAIN_CALLBACK);
  const { clock } = machine;
  if (!hasOwnSelector(loop) || !(clock instanceof VirtualClock) || loop.cls.lookup('time') !== ownMethods.time) return;
  clock.read();
  clock.poll(loop.nextSeconds);
}

/** CPython: BaseEventLoop._run_once, "Compute the desired timeout." In seconds. */
function selectTimeout(loop: PyEventLoop): Value {
  if (loop.readyCount > 0 || loop.isStopping) return 0;
  const head = loop.timers[0];
  if (head === undefined) return null;
  const seconds = head.seconds - timeOf(loop);
  if (seconds > MAXIMUM_SELECT_TIMEOUT) return MAXIMUM_SELECT_TIMEOUT;
  return seconds < 0 ? 0 : new PyFloat(seconds);
}

/** The loop's own time, without counting as the program's look at the clock. */
export function timeOf(loop: PyEventLoop): number {
  return loop.cls.lookup('time') === ownMethods.time ? machine.clock.now() : loopTime(loop);
}
