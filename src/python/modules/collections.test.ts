/** The modules `_collections`, `_functools` and `itertools`. Recorded from CPython 3.14 (hashes and the order of sets from a 64-bit build). */
import { expect, test } from 'vitest';
import '../objects/bool.ts';
import '../objects/bytes.ts';
import '../objects/dict-methods.ts';
import '../objects/float.ts';
import '../objects/int-methods.ts';
import '../objects/list.ts';
import '../objects/range.ts';
import '../objects/set.ts';
import '../objects/singletons.ts';
import '../objects/str.ts';
import '../objects/tuple.ts';
import { disagreements } from '../objects/evaluate.fixture.ts';
import { collectionsModule } from './_collections.ts';
import { functoolsModule } from './_functools.ts';
import { itertoolsModule } from './itertools.ts';

test('deque, defaultdict and OrderedDict', () => {
  expect(
    disagreements(
      collectionsModule(),
      `
    deque([1,2,3])  ==>  deque([1, 2, 3])
    deque([1,2,3], 2)  ==>  deque([2, 3], maxlen=2)
    deque('abc', maxlen=2)  ==>  deque(['b', 'c'], maxlen=2)
    deque(range(20))  ==>  deque([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19])
    [d := deque([1,2,3]), d.append(4), d.appendleft(0), d.pop(), d.popleft(), d]  ==>  [deque([1, 2, 3]), None, None, 4, 0, deque([1, 2, 3])]
    [d := deque([1,2,3],3), d.append(4), d]  ==>  [deque([2, 3, 4], maxlen=3), None, deque([2, 3, 4], maxlen=3)]
    [d := deque([1,2,3],3), d.appendleft(4), d]  ==>  [deque([4, 1, 2], maxlen=3), None, deque([4, 1, 2], maxlen=3)]
    [d := deque([1,2,3,4,5]), d.rotate(2), d]  ==>  [deque([4, 5, 1, 2, 3]), None, deque([4, 5, 1, 2, 3])]
    [d := deque([1,2,3,4,5]), d.rotate(-1), d]  ==>  [deque([2, 3, 4, 5, 1]), None, deque([2, 3, 4, 5, 1])]
    [d := deque([1,2,3,4,5]), d.rotate(4), d]  ==>  [deque([2, 3, 4, 5, 1]), None, deque([2, 3, 4, 5, 1])]
    [d := deque([1,2,3]), d.extendleft([4,5]), d.extend([6]), d]  ==>  [deque([5, 4, 1, 2, 3, 6]), None, None, deque([5, 4, 1, 2, 3, 6])]
    [d := deque([1,2,3]), d.insert(1, 9), d.insert(-1, 8), d.insert(99,7), d]  ==>  [deque([1, 9, 2, 8, 3, 7]), None, None, None, deque([1, 9, 2, 8, 3, 7])]
    deque([1],1).insert(0,2)  ==>  IndexError: deque already at its maximum size
    [d := deque([1,2,3,2]), d.remove(2), d.reverse(), d]  ==>  [deque([2, 3, 1]), None, None, deque([2, 3, 1])]
    deque([1]).remove(2)  ==>  ValueError: deque.remove(x): x not in deque
    deque([1]).index(2)  ==>  ValueError: deque.index(x): x not in deque
    deque([1,2,3]).index(3)  ==>  2
    deque([1,2,1]).count(1)  ==>  2
    deque().pop()  ==>  IndexError: pop from an empty deque
    deque().popleft()  ==>  IndexError: pop from an empty deque
    deque([1])[5]  ==>  IndexError: deque index out of range
    deque([1,2,3])[-1]  ==>  3
    deque([1]) + deque([2])  ==>  deque([1, 2])
    deque([1]) + [2]  ==>  TypeError: can only concatenate deque (not "list") to deque
    deque([1,2]) * 2  ==>  deque([1, 2, 1, 2])
    deque([1,2],3) * 2  ==>  deque([2, 1, 2], maxlen=3)
    deque([1,2]) == deque([1,2])  ==>  True
    deque([1,2]) < deque([1,3])  ==>  True
    deque([1,2]) == [1,2]  ==>  False
    deque([1,2],5).maxlen  ==>  5
    deque([], -1)  ==>  ValueError: maxlen must be non-negative
    deque([], 'a')  ==>  TypeError: an integer is required
    deque(1)  ==>  TypeError: 'int' object is not iterable
    list(reversed(deque([1,2,3])))  ==>  [3, 2, 1]
    [d := deque([1,2]), i := iter(d), next(i), d.append(1), next(i)]  ==>  RuntimeError: deque mutated during iteration
    2 in deque([1,2])  ==>  True
    [d := deque(), d.append(d), d][-1]  ==>  deque([[...]])
    [d := deque([1,2,3]), d.__delitem__(1), d.__setitem__(0, 9), d]  ==>  [deque([9, 3]), None, None, deque([9, 3])]
    defaultdict(list)  ==>  defaultdict(<class 'list'>, {})
    [d := defaultdict(list), d['a'].append(1), d['a'].append(2), d][-1]  ==>  defaultdict(<class 'list'>, {'a': [1, 2]})
    [d := defaultdict(int, {'x': 1}, y=2), d['z'], d]  ==>  [defaultdict(<class 'int'>, {'x': 1, 'y': 2, 'z': 0}), 0, defaultdict(<class 'int'>, {'x': 1, 'y': 2, 'z': 0})]
    defaultdict()['x']  ==>  KeyError: x
    defaultdict(1)  ==>  TypeError: first argument must be callable or None
    defaultdict(int).default_factory  ==>  <class 'int'>
    defaultdict(int, a=1) == {'a': 1}  ==>  True
    defaultdict(int, a=1) | {'b': 2}  ==>  defaultdict(<class 'int'>, {'a': 1, 'b': 2})
    {'b': 2} | defaultdict(int, a=1)  ==>  defaultdict(<class 'int'>, {'b': 2, 'a': 1})
    defaultdict(int, a=1).copy()  ==>  defaultdict(<class 'int'>, {'a': 1})
    OrderedDict()  ==>  OrderedDict()
    OrderedDict(a=1, b=2)  ==>  OrderedDict({'a': 1, 'b': 2})
    OrderedDict([('a',1),('b',2)])  ==>  OrderedDict({'a': 1, 'b': 2})
    [d := OrderedDict(a=1,b=2,c=3), d.move_to_end('a'), d.move_to_end('c', last=False), d]  ==>  [OrderedDict({'c': 3, 'b': 2, 'a': 1}), None, None, OrderedDict({'c': 3, 'b': 2, 'a': 1})]
    OrderedDict().move_to_end('x')  ==>  KeyError: x
    OrderedDict().popitem()  ==>  KeyError: dictionary is empty
    [d := OrderedDict(a=1,b=2), d.popitem(last=False), d.popitem(), d]  ==>  [OrderedDict(), ('a', 1), ('b', 2), OrderedDict()]
    OrderedDict(a=1,b=2) == OrderedDict(b=2,a=1)  ==>  False
    OrderedDict(a=1,b=2) == {'b':2,'a':1}  ==>  True
    OrderedDict(a=1).keys()  ==>  odict_keys(['a'])
    OrderedDict(a=1).values()  ==>  odict_values([1])
    OrderedDict(a=1).items()  ==>  odict_items([('a', 1)])
    list(reversed(OrderedDict(a=1,b=2)))  ==>  ['b', 'a']
    list(reversed(OrderedDict(a=1,b=2).items()))  ==>  [('b', 2), ('a', 1)]
    OrderedDict(a=1) | {'b': 2}  ==>  OrderedDict({'a': 1, 'b': 2})
    {'b': 2} | OrderedDict(a=1)  ==>  OrderedDict({'b': 2, 'a': 1})
    OrderedDict.fromkeys('ab', 1)  ==>  OrderedDict({'a': 1, 'b': 1})
    OrderedDict(a=1).copy()  ==>  OrderedDict({'a': 1})
    OrderedDict(a=1).pop('b')  ==>  KeyError: b
    OrderedDict(a=1).pop('b', 5)  ==>  5
    [d := {}, _count_elements(d, 'abca'), d][-1]  ==>  {'a': 2, 'b': 1, 'c': 1}
    _tuplegetter(0, 'doc')  ==>  _tuplegetter(0, 'doc')
    list(OrderedDict(a=1,b=2))  ==>  ['a', 'b']
    [d := {1:1}, i := iter(d), d.update(b=1), next(i)]  ==>  RuntimeError: dictionary changed size during iteration
    [d := set([1]), i := iter(d), d.add(2), next(i)]  ==>  RuntimeError: Set changed size during iteration
  `,
    ),
  ).toEqual([]);
});

test('every iterator of itertools', () => {
  expect(
    disagreements(
      itertoolsModule(),
      `
    list(accumulate([1,2,3]))  ==>  [1, 3, 6]
    list(accumulate([1,2,3], initial=10))  ==>  [10, 11, 13, 16]
    list(accumulate([3,1,2], lambda a,b: a*b))  ==>  [3, 3, 6]
    list(batched('abcdefg', 3))  ==>  [('a', 'b', 'c'), ('d', 'e', 'f'), ('g',)]
    list(batched('abc', 2, strict=True))  ==>  ValueError: batched(): incomplete batch
    batched('abc', 0)  ==>  ValueError: n must be at least one
    list(chain([1],(2,3),'a'))  ==>  [1, 2, 3, 'a']
    list(chain.from_iterable([[1],[2,3]]))  ==>  [1, 2, 3]
    list(chain(1))  ==>  TypeError: 'int' object is not iterable
    list(combinations('abcd', 2))  ==>  [('a', 'b'), ('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd'), ('c', 'd')]
    list(combinations('ab', 3))  ==>  []
    list(combinations('ab', 0))  ==>  [()]
    combinations('ab', -1)  ==>  ValueError: r must be non-negative
    list(combinations_with_replacement('abc', 2))  ==>  [('a', 'a'), ('a', 'b'), ('a', 'c'), ('b', 'b'), ('b', 'c'), ('c', 'c')]
    list(combinations_with_replacement('', 2))  ==>  []
    list(combinations_with_replacement('', 0))  ==>  [()]
    list(compress('abcdef', [1,0,1,0,1,1]))  ==>  ['a', 'c', 'e', 'f']
    count()  ==>  count(0)
    count(5)  ==>  count(5)
    count(1, 2)  ==>  count(1, 2)
    count(1.5, 0.5)  ==>  count(1.5, 0.5)
    [c := count(2.5, 0.5), next(c), next(c), c]  ==>  [count(3.5, 0.5), 2.5, 3.0, count(3.5, 0.5)]
    [c := count(10), next(c), next(c), c]  ==>  [count(12), 10, 11, count(12)]
    [c := count(9007199254740990, 1), next(c), next(c), next(c), c]  ==>  [count(9007199254740993), 9007199254740990, 9007199254740991, 9007199254740992, count(9007199254740993)]
    count('a')  ==>  TypeError: a number is required
    list(islice(cycle('abc'), 7))  ==>  ['a', 'b', 'c', 'a', 'b', 'c', 'a']
    list(cycle([]))  ==>  []
    list(dropwhile(lambda x: x<3, [1,2,3,1]))  ==>  [3, 1]
    list(takewhile(lambda x: x<3, [1,2,3,1]))  ==>  [1, 2]
    list(filterfalse(lambda x: x<3, [1,2,3,1]))  ==>  [3]
    list(filterfalse(None, [1,0,2]))  ==>  [0]
    list(map(lambda kg: (kg[0], list(kg[1])), groupby('aabbbca')))  ==>  [('a', ['a', 'a']), ('b', ['b', 'b', 'b']), ('c', ['c']), ('a', ['a'])]
    list(map(lambda kg: (kg[0], list(kg[1])), groupby([1,2,4,3,5], key=lambda x: x<4)))  ==>  [(True, [1, 2]), (False, [4]), (True, [3]), (False, [5])]
    list(map(lambda kg: kg[0], groupby('aabbbca')))  ==>  ['a', 'b', 'c', 'a']
    list(map(lambda kg: list(kg[1]), list(groupby('aabb'))))  ==>  [[], []]
    list(map(lambda kg: kg[0], groupby([None,None,1])))  ==>  [None, 1]
    list(islice(range(10), 3))  ==>  [0, 1, 2]
    list(islice(range(10), 2, None, 3))  ==>  [2, 5, 8]
    list(islice(range(10), 2, 8, 2))  ==>  [2, 4, 6]
    [i := iter(range(10)), list(islice(i, 1, 4, 2)), next(i)][1:]  ==>  [[1, 3], 4]
    [i := iter(range(10)), list(islice(i, 1, 5, 3)), next(i)][1:]  ==>  [[1, 4], 5]
    islice([1], -1)  ==>  ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
    islice([1], 1, -1)  ==>  ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
    islice([1], 0, 1, 0)  ==>  ValueError: Step for islice() must be a positive integer or None.
    islice([1], 'a')  ==>  ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
    islice([1])  ==>  TypeError: islice expected at least 2 arguments, got 1
    list(pairwise([1,2,3]))  ==>  [(1, 2), (2, 3)]
    list(pairwise([None,None,1]))  ==>  [(None, None), (None, 1)]
    list(pairwise([1]))  ==>  []
    list(permutations('abc'))  ==>  [('a', 'b', 'c'), ('a', 'c', 'b'), ('b', 'a', 'c'), ('b', 'c', 'a'), ('c', 'a', 'b'), ('c', 'b', 'a')]
    list(permutations('abc', 2))  ==>  [('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a'), ('c', 'b')]
    list(permutations('abc', 4))  ==>  []
    list(permutations('abc', 0))  ==>  [()]
    permutations('abc', 1.5)  ==>  TypeError: Expected int as r
    permutations('abc', -1)  ==>  ValueError: r must be non-negative
    list(product('ab', [1,2]))  ==>  [('a', 1), ('a', 2), ('b', 1), ('b', 2)]
    list(product('ab', repeat=2))  ==>  [('a', 'a'), ('a', 'b'), ('b', 'a'), ('b', 'b')]
    list(product())  ==>  [()]
    list(product('ab', repeat=0))  ==>  [()]
    list(product([], [1]))  ==>  []
    product('a', repeat=-1)  ==>  ValueError: repeat argument cannot be negative
    product('a', x=1)  ==>  TypeError: product() got an unexpected keyword argument 'x'
    repeat(1)  ==>  repeat(1)
    repeat('a', 3)  ==>  repeat('a', 3)
    list(repeat('a', 3))  ==>  ['a', 'a', 'a']
    [r := repeat(1, 3), next(r), r]  ==>  [repeat(1, 2), 1, repeat(1, 2)]
    repeat(1, -1)  ==>  repeat(1, 0)
    list(repeat(1, times=2))  ==>  [1, 1]
    list(starmap(lambda a,b: a+b, [(1,2),[3,4]]))  ==>  [3, 7]
    [t := tee([1,2,3]), list(t[0]), list(t[1])][1:]  ==>  [[1, 2, 3], [1, 2, 3]]
    [t := tee([1,2,3], 3), next(t[0]), list(t[2]), list(t[0]), list(t[1])][1:]  ==>  [1, [1, 2, 3], [2, 3], [1, 2, 3]]
    tee([], -1)  ==>  ValueError: n must be >= 0
    tee([], 0)  ==>  ()
    list(zip_longest([1,2],[3]))  ==>  [(1, 3), (2, None)]
    list(zip_longest([1,2],[3],[4,5,6], fillvalue='-'))  ==>  [(1, 3, 4), (2, '-', 5), ('-', '-', 6)]
    list(zip_longest())  ==>  []
    len(list(permutations(range(6))))  ==>  720
    list(islice(permutations(range(5), 3), 50, 55))  ==>  [(4, 0, 3), (4, 1, 0), (4, 1, 2), (4, 1, 3), (4, 2, 0)]
    list(islice(product(range(3), repeat=4), 70, 75))  ==>  [(2, 1, 2, 1), (2, 1, 2, 2), (2, 2, 0, 0), (2, 2, 0, 1), (2, 2, 0, 2)]
  `,
    ),
  ).toEqual([]);
});

test('partial with placeholders, reduce, cmp_to_key and lru_cache', () => {
  expect(
    disagreements(
      functoolsModule(),
      `
    partial(lambda a, b: a+b, 1)(2)  ==>  3
    partial(lambda a, b, c: [a,b,c], Placeholder, 2)(1, 3)  ==>  [1, 2, 3]
    partial(partial(lambda a, b, c: [a,b,c], Placeholder, 2), 1)(3)  ==>  [1, 2, 3]
    partial(partial(lambda *a: a, Placeholder, Placeholder, 2), Placeholder, 1)(3)  ==>  (3, 1, 2)
    partial(lambda a: a, Placeholder)  ==>  TypeError: trailing Placeholders are not allowed
    partial(lambda a: a, x=Placeholder)  ==>  TypeError: Placeholder cannot be passed as a keyword argument
    partial(lambda *a: a, Placeholder, 1)()  ==>  TypeError: missing positional arguments in 'partial' call; expected at least 1, got 0
    partial(int, base=2)('101')  ==>  5
    partial(int, base=2).keywords  ==>  {'base': 2}
    partial(int, 1).args  ==>  (1,)
    partial(int, 1).func  ==>  <class 'int'>
    partial(int, 1, base=3)  ==>  functools.partial(<class 'int'>, 1, base=3)
    partial(1)  ==>  TypeError: the first argument must be callable
    partial()  ==>  TypeError: type 'partial' takes at least one argument
    Placeholder  ==>  Placeholder
    reduce(lambda a,b: a*b, [1,2,3,4])  ==>  24
    reduce(lambda a,b: a*b, [], 5)  ==>  5
    reduce(lambda a,b: a*b, [])  ==>  TypeError: reduce() of empty iterable with no initial value
    reduce(lambda a,b: a*b, [1,2], initial=5)  ==>  10
    sorted([3,1,2], key=cmp_to_key(lambda a,b: b-a))  ==>  [3, 2, 1]
    cmp_to_key(lambda a,b: a-b)(1) < cmp_to_key(lambda a,b: a-b)(2)  ==>  True
    cmp_to_key(lambda a,b: a-b)(1) == cmp_to_key(lambda a,b: a-b)(1)  ==>  True
    [f := _lru_cache_wrapper(lambda x: [x], 2, False, (lambda *a: a)), f(1) is f(1), f(2), f(3), f(1), f.cache_info()][1:]  ==>  [True, [2], [3], [1], (1, 4, 2, 2)]
    [f := _lru_cache_wrapper(lambda x: x, 0, False, (lambda *a: a)), f(1), f(1), f.cache_info()][1:]  ==>  [1, 1, (0, 2, 0, 0)]
  `,
    ),
  ).toEqual([]);
});
