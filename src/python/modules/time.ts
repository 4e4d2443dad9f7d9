/**
 * The module `time` on the run's virtual clock: the epoch is the beginning of the run, every clock shows the same time and
 * the local time zone is UTC. CPython: Modules/timemodule.c. Formatting is in `time-format.ts`.
 */
import { getAttr } from '../objects/attributes.ts';
import { raise, TypeError, ValueError } from '../objects/errors.ts';
import { simpleNamespace } from '../objects/namespace.ts';
import { nativeFunction, rawFunction } from '../objects/native.ts';
import { asIndex, call } from '../objects/protocol.ts';
import { textOf } from '../objects/text.ts';
import { PyFloat, PyTuple, typeOf, type Value } from '../objects/value.ts';
import { load } from '../vm/import.ts';
import type { Machine } from '../vm/machine.ts';
import { checkCount } from './arguments.ts';
import { asctime, brokenDown, civilTime, secondsOf, strftime, structTimeType } from './time-format.ts';

const CLOCKS = ['time', 'monotonic', 'perf_counter', 'process_time', 'thread_time'] as const;

export function timeModule(machine: Machine): Map<string, Value> {
  const names = new Map<string, Value>([
    ['timezone', 0],
    ['altzone', 0],
    ['daylight', 0],
    ['tzname', new PyTuple(['UTC', 'UTC'])],
    ['struct_time', structTimeType],
    ['_STRUCT_TM_ITEMS', 11],
    ['CLOCK_REALTIME', 0],
    ['CLOCK_MONOTONIC', 1],
    ['CLOCK_PROCESS_CPUTIME_ID', 2],
    ['CLOCK_THREAD_CPUTIME_ID', 3],
  ]);
  const define = (name: string, signature: string, impl: Parameters<typeof nativeFunction>[2]) => {
    names.set(name, nativeFunction(name, signature, impl));
  };
  const nanoseconds = () => Math.round(machine.clock.read() * 1e9);
  for (const clock of CLOCKS) {
    define(clock, '', () => new PyFloat(machine.clock.read()));
    define(`${clock}_ns`, '', nanoseconds);
  }
  define('clock_gettime', 'clk_id, /', () => new PyFloat(machine.clock.read()));
  define('clock_gettime_ns', 'clk_id, /', nanoseconds);
  define('clock_getres', 'clk_id, /', () => new PyFloat(1e-9));
  define('sleep', 'seconds, /', (seconds: Value) => machine.scheduler.sleep(sleepLength(seconds)));
  const now = () => machine.clock.read();
  define('gmtime', 'seconds=None, /', (seconds?: Value) => civilTime(timestamp(seconds, now)));
  define('localtime', 'seconds=None, /', (seconds?: Value) => civilTime(timestamp(seconds, now), 'UTC'));
  define('mktime', 'time_tuple, /', (tuple: Value) => new PyFloat(secondsOf(brokenDown('mktime', tuple))));
  define('ctime', 'seconds=None, /', (seconds?: Value) =>
    asctime(brokenDown('ctime', civilTime(timestamp(seconds, now)))),
  );
  define('asctime', 'time_tuple=None, /', (tuple?: Value) => asctime(brokenDown('asctime', tuple ?? civilTime(now()))));
  names.set(
    'strftime',
    rawFunction('strftime', (args) => {
      checkCount('strftime', args.length, 1, 2);
      const format =
        textOf(args[0]) ?? raise(TypeError, `strftime() argument 1 must be str, not ${typeOf(args[0]).tpName}`);
      return strftime(format, brokenDown('strftime', args[1] ?? civilTime(now())));
    }),
  );
  names.set(
    'strptime',
    rawFunction('strptime', (args) => call(getAttr(load('_strptime'), '_strptime_time'), ...args)),
  );
  define('tzset', '', () => null);
  define('get_clock_info', 'name', (name: Value) => clockInfo(name));
  return names;
}

function clockInfo(name: Value): Value {
  if (!CLOCKS.some((clock) => clock === name)) return raise(ValueError, 'unknown clock');
  const constant =
    name === 'time' ? 'CLOCK_REALTIME' : name === 'process_time' ? 'CLOCK_PROCESS_CPUTIME_ID' : 'CLOCK_MONOTONIC';
  return simpleNamespace([
    ['implementation', `clock_gettime(${constant})`],
    ['monotonic', name !== 'time'],
    ['adjustable', name === 'time'],
    ['resolution', new PyFloat(1e-9)],
  ]);
}

function sleepLength(seconds: Value): number {
  const isNumber =
    seconds instanceof PyFloat ||
    typeof seconds === 'number' ||
    typeof seconds === 'boolean' ||
    typeof seconds === 'bigint';
  if (!isNumber && typeOf(seconds).lookup('__index__') === undefined) {
    return raise(TypeError, `'${typeOf(seconds).tpName}' object cannot be interpreted as an integer or float`);
  }
  const length = seconds instanceof PyFloat ? seconds.value : Number(asIndex(seconds));
  if (Number.isNaN(length)) return raise(ValueError, 'Invalid value NaN (not a number)');
  return length < 0 ? raise(ValueError, 'sleep length must be non-negative') : length;
}

function timestamp(seconds: Value | undefined, now: () => number): number {
  if (seconds === undefined || seconds === null) return now();
  if (seconds instanceof PyFloat) {
    return Number.isNaN(seconds.value) ? raise(ValueError, 'Invalid value NaN (not a number)') : seconds.value;
  }
  return Number(asIndex(seconds));
}
