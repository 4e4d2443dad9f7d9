/** Calendar arithmetic and `strftime` of the module `time`, in UTC and the C locale. CPython: Modules/timemodule.c. */
import { OverflowError, raise, TypeError, ValueError } from '../objects/errors.ts';
import { asSmallInt } from '../objects/protocol.ts';
import { PyTuple, type Value } from '../objects/value.ts';
import { structSequence, structSequenceType } from './struct-sequence.ts';

export const structTimeType = structSequenceType(
  'time',
  'struct_time',
  [
    'tm_year',
    'tm_mon',
    'tm_mday',
    'tm_hour',
    'tm_min',
    'tm_sec',
    'tm_wday',
    'tm_yday',
    'tm_isdst',
    'tm_zone',
    'tm_gmtoff',
  ],
  9,
);

/** A broken-down time as Python counts: month 1 to 12, Monday 0, day of the year from 1. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly weekday: number;
  readonly yearday: number;
}

const DAY = 86_400;
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Days since 1970-01-01 of a proleptic Gregorian date. */
function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

function civilFromDays(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** `time.gmtime(seconds)`. */
export function civilTime(seconds: number, zone = 'GMT'): PyTuple {
  const whole = Math.floor(seconds);
  const days = Math.floor(whole / DAY);
  const rest = whole - days * DAY;
  const { year, month, day } = civilFromDays(days);
  if (Math.abs(year) > 2_147_483_647) return raise(OverflowError, 'timestamp out of range for platform time_t');
  const items = [
    year,
    month,
    day,
    Math.floor(rest / 3600),
    Math.floor(rest / 60) % 60,
    rest % 60,
    (((days + 3) % 7) + 7) % 7,
    days - daysFromCivil(year, 1, 1) + 1,
    0,
  ];
  return structSequence(
    structTimeType,
    items,
    new Map<string, Value>([
      ['tm_zone', zone],
      ['tm_gmtoff', 0],
    ]),
  );
}

/** CPython: gettmarg and checktm. */
export function brokenDown(name: string, value: Value): Civil {
  if (!(value instanceof PyTuple)) return raise(TypeError, 'Tuple or struct_time argument required');
  if (value.items.length !== 9) return raise(TypeError, `${name}(): illegal time tuple argument`);
  const [year, month, day, hour, minute, second, weekday, yearday] = value.items.map(asSmallInt);
  const check = (isWrong: boolean, what: string) => (isWrong ? raise(ValueError, `${what} out of range`) : undefined);
  if (name !== 'mktime') {
    check(month < 0 || month > 12, 'month');
    check(day < 0 || day > 31, 'day of month');
    check(hour < 0 || hour > 23, 'hour');
    check(minute < 0 || minute > 59, 'minute');
    check(second < 0 || second > 61, 'seconds');
    check(weekday < -1, 'day of week');
    check(yearday < 0 || yearday > 366, 'day of year');
  }
  return {
    year,
    month: month === 0 ? 1 : month,
    day: day === 0 ? 1 : day,
    hour,
    minute,
    second,
    weekday: (weekday + 7) % 7,
    yearday: yearday === 0 ? 1 : yearday,
  };
}

/** `time.mktime`. Fields out of range carry over, as in C. */
export function secondsOf({ year, month, day, hour, minute, second }: Civil): number {
  const months = year * 12 + month - 1;
  return (
    daysFromCivil(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1, 1) * DAY +
    (day - 1) * DAY +
    hour * 3600 +
    minute * 60 +
    second
  );
}

export function asctime(time: Civil): string {
  return strftime('%a %b %e %H:%M:%S ', time) + String(time.year);
}

const two = (value: number) => String(value).padStart(2, '0');
const abbreviated = (name: string) => name.slice(0, 3);

/** ISO 8601 week and the year it belongs to. */
function isoWeek({ year, weekday, yearday }: Civil): { year: number; week: number } {
  const week = Math.floor((yearday - 1 - weekday + 10) / 7);
  if (week < 1) return { year: year - 1, week: weeksIn(year - 1) };
  return week > weeksIn(year) ? { year: year + 1, week: 1 } : { year, week };
}

function weeksIn(year: number): number {
  const weekdayOf = (y: number) => (((daysFromCivil(y, 12, 31) + 3) % 7) + 7) % 7;
  return weekdayOf(year) === 3 || weekdayOf(year - 1) === 2 ? 53 : 52;
}

const hour12 = (time: Civil) => time.hour % 12 || 12;

const DIRECTIVES: Readonly<Record<string, (time: Civil) => string>> = {
  a: (time) => abbreviated(DAYS[time.weekday]),
  A: (time) => DAYS[time.weekday],
  b: (time) => abbreviated(MONTHS[time.month - 1]),
  B: (time) => MONTHS[time.month - 1],
  h: (time) => abbreviated(MONTHS[time.month - 1]),
  c: (time) => strftime('%a %b %e %H:%M:%S %Y', time),
  C: (time) => two(Math.floor(time.year / 100)),
  d: (time) => two(time.day),
  D: (time) => strftime('%m/%d/%y', time),
  e: (time) => String(time.day).padStart(2, ' '),
  F: (time) => strftime('%Y-%m-%d', time),
  g: (time) => two(isoWeek(time).year % 100),
  G: (time) => String(isoWeek(time).year),
  H: (time) => two(time.hour),
  I: (time) => two(hour12(time)),
  j: (time) => String(time.yearday).padStart(3, '0'),
  k: (time) => String(time.hour).padStart(2, ' '),
  l: (time) => String(hour12(time)).padStart(2, ' '),
  m: (time) => two(time.month),
  M: (time) => two(time.minute),
  n: () => '\n',
  p: (time) => (time.hour < 12 ? 'AM' : 'PM'),
  P: (time) => (time.hour < 12 ? 'am' : 'pm'),
  r: (time) => strftime('%I:%M:%S %p', time),
  R: (time) => strftime('%H:%M', time),
  s: (time) => String(secondsOf(time)),
  S: (time) => two(time.second),
  t: () => '\t',
  T: (time) => strftime('%H:%M:%S', time),
  u: (time) => String(time.weekday + 1),
  U: (time) => two(Math.floor((time.yearday + 6 - ((time.weekday + 1) % 7)) / 7)),
  V: (time) => two(isoWeek(time).week),
  w: (time) => String((time.weekday + 1) % 7),
  W: (time) => two(Math.floor((time.yearday + 6 - time.weekday) / 7)),
  x: (time) => strftime('%m/%d/%y', time),
  X: (time) => strftime('%H:%M:%S', time),
  y: (time) => two(((time.year % 100) + 100) % 100),
  Y: (time) => String(time.year),
  z: () => '+0000',
  Z: () => 'UTC',
  '%': () => '%',
};

export function strftime(format: string, time: Civil): string {
  return format.replace(/%[-_0^#]?([a-zA-Z%])/g, (whole, directive: string) => DIRECTIVES[directive]?.(time) ?? whole);
}
