/** Time-outs as C functions read them. CPython: Python/pytime.c, _PyTime_FromSecondsObject. */
import { OverflowError, raise, ValueError } from '../objects/errors.ts';
import { asIndex } from '../objects/protocol.ts';
import { PyFloat, type Value } from '../objects/value.ts';

/** Seconds. CPython: PY_TIMEOUT_MAX */
export const TIMEOUT_MAX = 9_223_372_036;
/** Seconds: what fits into time_t, and into nanoseconds of 64 bits. */
const TIME_T_MAX = 2 ** 63;
const NANOSECONDS_MAX = 9_223_372_036.8547;

export function timeoutSeconds(timeout: Value): number {
  const seconds = timeout instanceof PyFloat ? timeout.value : Number(asIndex(timeout));
  if (Number.isNaN(seconds)) return raise(ValueError, 'Invalid value NaN (not a number)');
  if (Math.abs(seconds) >= TIME_T_MAX) return raise(OverflowError, 'timestamp out of range for platform time_t');
  if (Math.abs(seconds) > NANOSECONDS_MAX) return raise(OverflowError, 'timestamp too large to convert to C PyTime_t');
  return seconds;
}
