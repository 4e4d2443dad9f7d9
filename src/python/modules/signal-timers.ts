/** `signal.alarm` and `signal.setitimer`: a signal that the process sends itself later. CPython: Modules/signalmodule.c. */
import { raise, ValueError } from '../objects/errors.ts';
import { nativeFunction, type PyNative } from '../objects/native.ts';
import { asFloat, asSmallInt } from '../objects/protocol.ts';
import { PyFloat, PyTuple, type Value } from '../objects/value.ts';
import type { Machine } from '../vm/machine.ts';
import { sendSignal } from '../vm/signals.ts';
import type { Appointment } from '../vm/system.ts';

/** By which: ITIMER_REAL sends SIGALRM, ITIMER_VIRTUAL SIGVTALRM, ITIMER_PROF SIGPROF. All count the same virtual time. */
const SIGNALS = [14, 26, 27] as const;

interface Timer {
  appointment: Appointment | null;
  /** Seconds between two signals; 0: one only. */
  interval: number;
}

export function signalTimers(of: Machine): PyNative[] {
  const { agenda, clock } = of.scheduler.system;
  const timers: readonly Timer[] = SIGNALS.map(() => ({ appointment: null, interval: 0 }));
  const left = (timer: Timer): number => (timer.appointment === null ? 0 : timer.appointment.seconds - clock.now());
  const set = (which: number, seconds: number, interval: number): void => {
    const timer = timers[which] ?? raise(ValueError, 'which timer');
    if (timer.appointment !== null) agenda.cancel(timer.appointment);
    timer.interval = interval;
    timer.appointment = seconds > 0 ? agenda.at(clock.now() + seconds, () => fire(which, timer)) : null;
  };
  const fire = (which: number, timer: Timer): void => {
    timer.appointment = null;
    if (timer.interval > 0) set(which, timer.interval, timer.interval);
    sendSignal(of, SIGNALS[which] ?? SIGNALS[0]);
  };
  const describe = (which: number): Value => {
    const timer = timers[which] ?? raise(ValueError, 'which timer');
    return new PyTuple([new PyFloat(left(timer)), new PyFloat(timer.interval)]);
  };
  return [
    nativeFunction('alarm', 'seconds, /', (seconds: Value) => {
      const before = Math.ceil(left(timers[0] as Timer));
      set(0, asSmallInt(seconds), 0);
      return before;
    }),
    nativeFunction('setitimer', 'which, seconds, interval=0.0, /', (which: Value, seconds: Value, interval?: Value) => {
      const before = describe(asSmallInt(which));
      set(asSmallInt(which), asFloat(seconds), interval === undefined ? 0 : asFloat(interval));
      return before;
    }),
    nativeFunction('getitimer', 'which, /', (which: Value) => describe(asSmallInt(which))),
  ];
}
