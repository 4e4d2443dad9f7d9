/** The module `_bisect` (Modules/_bisectmodule.c). */
import { raise, ValueError } from '../objects/errors.ts';
import { nativeFunction } from '../objects/native.ts';
import { call, callMethod, getItem, length, lessThan } from '../objects/protocol.ts';
import { asSize } from '../objects/sequences.ts';
import { listType, PyList, type Value } from '../objects/value.ts';

interface Range {
  readonly low: Value | undefined;
  readonly high: Value | undefined;
  readonly key: Value | undefined;
}

function bounds(sequence: Value, { low, high }: Range): [number, number] {
  const from = low === undefined ? 0 : asSize(low);
  if (from < 0) return raise(ValueError, 'lo must be non-negative');
  return [from, high === undefined || high === null ? length(sequence) : asSize(high)];
}

/** CPython: internal_bisect_right and internal_bisect_left. */
function bisect(isRight: boolean, sequence: Value, item: Value, range: Range): number {
  let [low, high] = bounds(sequence, range);
  const { key } = range;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const found =
      sequence instanceof PyList && sequence.cls === listType
        ? (sequence.items[middle] ?? getItem(sequence, middle))
        : getItem(sequence, middle);
    const candidate = key === undefined || key === null ? found : call(key, found);
    if (isRight ? lessThan(item, candidate) : !lessThan(candidate, item)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function insort(isRight: boolean, sequence: Value, item: Value, range: Range): null {
  const wanted = range.key === undefined || range.key === null ? item : call(range.key, item);
  const at = bisect(isRight, sequence, wanted, range);
  if (sequence instanceof PyList && sequence.cls === listType) sequence.items.splice(at, 0, item);
  else callMethod(sequence, 'insert', at, item);
  return null;
}

const SIGNATURE = 'a, x, lo=0, hi=None, *, key=None';

export function bisectModule(): Map<string, Value> {
  const entries = (['left', 'right'] as const).flatMap((side): [string, Value][] => {
    const isRight = side === 'right';
    const name = `bisect_${side}`;
    const insortName = `insort_${side}`;
    return [
      [
        name,
        nativeFunction(name, SIGNATURE, (a: Value, x: Value, low?: Value, high?: Value, key?: Value) =>
          bisect(isRight, a, x, { low, high, key }),
        ),
      ],
      [
        insortName,
        nativeFunction(insortName, SIGNATURE, (a: Value, x: Value, low?: Value, high?: Value, key?: Value) => {
          return insort(isRight, a, x, { low, high, key });
        }),
      ],
    ];
  });
  return new Map(entries);
}
