/** The module `_signal`: handlers, and the signals that a process sends itself. Numbers are Linux's. CPython: Modules/signalmodule.c. */
import {
  exception,
  KeyboardInterrupt,
  NotImplementedError,
  OSError,
  ProcessLookupError,
  type PyException,
  raise,
  raiseObject,
  TypeError,
  ValueError,
} from '../objects/errors.ts';
import { nativeFunction, rawFunction } from '../objects/native.ts';
import { asSmallInt, call } from '../objects/protocol.ts';
import { PyList, setType, typeOf, type Value } from '../objects/value.ts';
import { type Machine, machine } from '../vm/machine.ts';
import { DEFAULT, IGNORE, raiseSignal, sendSignal } from '../vm/signals.ts';
import { signalTimers } from './signal-timers.ts';

const SIGNALS =
  `HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU
XFSZ VTALRM PROF WINCH IO PWR SYS`.split(/\s+/);
const ALIASES: readonly (readonly [string, number])[] = [
  ['SIGIOT', 6],
  ['SIGCLD', 17],
  ['SIGPOLL', 29],
  ['SIGRTMIN', 34],
  ['SIGRTMAX', 64],
  ['SIG_BLOCK', 0],
  ['SIG_UNBLOCK', 1],
  ['SIG_SETMASK', 2],
  ['ITIMER_REAL', 0],
  ['ITIMER_VIRTUAL', 1],
  ['ITIMER_PROF', 2],
];
const DESCRIPTIONS: Readonly<Record<number, string>> = {
  1: 'Hangup',
  2: 'Interrupt',
  3: 'Quit',
  4: 'Illegal instruction',
  6: 'Aborted',
  8: 'Floating point exception',
  9: 'Killed',
  10: 'User defined signal 1',
  11: 'Segmentation fault',
  12: 'User defined signal 2',
  13: 'Broken pipe',
  14: 'Alarm clock',
  15: 'Terminated',
  17: 'Child exited',
  18: 'Continued',
  19: 'Stopped (signal)',
  20: 'Stopped',
};
const NSIG = 65;
const SIGINT = 2;

function number(signal: Value): number {
  const found = asSmallInt(signal);
  return found < 1 || found >= NSIG ? raise(ValueError, 'signal number out of range') : found;
}

export function signalModule(of: Machine): Map<string, Value> {
  const interrupt = nativeFunction('default_int_handler', 'signalnum, frame, /', () =>
    raiseObject(exception(KeyboardInterrupt)),
  );
  of.signalHandlers.set(SIGINT, interrupt);
  const names = new Map<string, Value>([
    ...SIGNALS.map((name, index) => [`SIG${name}`, index + 1] as const),
    ...ALIASES,
    ['SIG_DFL', DEFAULT],
    ['SIG_IGN', IGNORE],
    ['NSIG', NSIG],
    ['default_int_handler', interrupt],
  ]);
  for (const native of [...bookkeeping(of.signalHandlers), ...senders(of), ...signalTimers(of), ...refused()])
    names.set(native.name, native);
  return names;
}

function bookkeeping(handlers: Map<number, Value>) {
  return [
    nativeFunction('signal', 'signalnum, handler, /', (signal: Value, handler: Value) => {
      const found = number(signal);
      if (machine.thread !== machine.mainThread)
        return raise(ValueError, 'signal only works in main thread of the main interpreter');
      if (handler !== DEFAULT && handler !== IGNORE && typeOf(handler).lookup('__call__') === undefined) {
        return raise(TypeError, 'signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object');
      }
      if (found === 9 || found === 19) return raiseInvalid();
      const before = handlers.get(found) ?? DEFAULT;
      handlers.set(found, handler);
      return before;
    }),
    nativeFunction('getsignal', 'signalnum, /', (signal: Value) => handlers.get(number(signal)) ?? DEFAULT),
    nativeFunction('strsignal', 'signalnum, /', (signal: Value) => DESCRIPTIONS[number(signal)] ?? null),
    nativeFunction('valid_signals', '', () => {
      const all = Array.from({ length: NSIG - 1 }, (_, i) => i + 1).filter((i) => i < 32 || i > 33);
      return call(setType, new PyList(all));
    }),
    nativeFunction('siginterrupt', 'signalnum, flag, /', () => null),
    nativeFunction('set_wakeup_fd', 'fd, /, *, warn_on_full_buffer=True', () => -1),
  ];
}

function raiseInvalid(): never {
  return raiseObject(call(OSError, 22, 'Invalid argument') as PyException);
}

function senders(of: Machine) {
  return [
    nativeFunction('raise_signal', 'signalnum, /', (signal: Value) => raiseSignal(of, number(signal))),
    nativeFunction('pthread_kill', 'thread_id, signalnum, /', (ident: Value, signal: Value) => {
      if (!of.threads().some((thread) => thread.ident === ident))
        return raiseObject(call(ProcessLookupError, 3, 'No such process') as PyException);
      sendSignal(of, number(signal));
      return null;
    }),
    nativeFunction('pause', '', () =>
      machine.scheduler.block({ kind: 'signal', label: () => 'a signal', on: null, deadline: null, done: () => null }),
    ),
  ];
}

function refused() {
  return ['sigwait'].map((name) =>
    rawFunction(name, () => raise(NotImplementedError, `signal.${name}() is not available here`)),
  );
}
