/** References to objects that live on, and to objects that are said to be gone. */
import { beforeAll, expect, test } from 'vitest';
import '../objects/bool.ts';
import '../objects/int-methods.ts';
import '../objects/list.ts';
import '../objects/set.ts';
import '../objects/singletons.ts';
import { disagreements, show } from '../objects/evaluate.fixture.ts';
import { setOf } from '../objects/set-table.ts';
import { PyList, type Value } from '../objects/value.ts';
import { clearWeakRefs, weakrefModule } from './_weakref.ts';
import { runPython } from './run.fixture.ts';

/** A machine is there: it remembers what was referred to. */
beforeAll(() => {
  runPython('');
});

test('a reference is shared, callable and compares by its object', () => {
  expect(
    disagreements(
      weakrefModule(),
      `
    [s := set([1]), r := ref(s), r() is s, ref(s) is r, getweakrefcount(s), getweakrefs(s)[0] is r][2:]  ==>  [True, True, 1, True]
    [s := set([1]), t := set([1]), ref(s) == ref(t), ref(s) is ref(t), getweakrefcount([])][2:]  ==>  [True, False, 0]
    ref(1)  ==>  TypeError: cannot create weak reference to 'int' object
    ref([])  ==>  TypeError: cannot create weak reference to 'list' object
    [s := set([1, 2]), p := proxy(s), len(p), 1 in p, p == {1, 2}, p.add(3), s][2:]  ==>  [2, True, True, None, {1, 2, 3}]
    [s := set([1]), ref(s, lambda r: 1).__callback__ is None, ref(s).__callback__][1:]  ==>  [False, None]
  `,
    ),
  ).toEqual([]);
});

test('when its object is gone a reference gives None, a proxy raises, and callbacks are due', () => {
  const target = setOf([1]);
  const kept = new PyList([]);
  const names = new Map<string, Value>([...weakrefModule(), ['s', target], ['kept', kept]]);
  expect(show('[kept.extend([ref(s), ref(s, len), proxy(s)]), getweakrefcount(s)][1]', names)).toBe('3');
  expect(clearWeakRefs(target)).toEqual([kept.items[1]]);
  expect(show('[kept[0](), kept[1](), getweakrefcount(s)]', names)).toBe('[None, None, 0]');
  expect(show('len(kept[2])', names)).toBe('ReferenceError: weakly-referenced object no longer exists');
});
