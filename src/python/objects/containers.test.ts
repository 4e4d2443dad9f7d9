/** Lists, tuples, ranges, dicts, sets, iterators and aliases. Recorded from CPython 3.14 (hashes and the order of sets from a 64-bit build). */
import { expect, test } from 'vitest';
import './bool.ts';
import './bytes.ts';
import './dict-methods.ts';
import './exceptions.ts';
import './float.ts';
import './int-methods.ts';
import './list.ts';
import './mappingproxy.ts';
import './namespace.ts';
import './range.ts';
import './set.ts';
import './singletons.ts';
import './str.ts';
import './tuple.ts';
import './union.ts';
import { disagreements } from './evaluate.fixture.ts';

test('hashes of tuples and frozensets are those of CPython, and so is the order of sets', () => {
  expect(
    disagreements(`
    hash(())  ==>  5740354900026072187
    hash((1,))  ==>  -6644214454873602895
    hash((1,2))  ==>  -3550055125485641917
    hash((1,(2,3),-1))  ==>  -4691468712706788113
    hash((1.5,True))  ==>  1767087712303363268
    hash((10**20,-10**30))  ==>  -2423671898644167018
    hash((7,))  ==>  -6198871656470064846
    hash(frozenset())  ==>  133146708735736
    hash(frozenset([1,2,3]))  ==>  -272375401224217160
    hash(frozenset(range(100)))  ==>  4411996150312757951
    hash(range(10))  ==>  -7546101314042312252
    set([10,20,30,40,50])  ==>  {40, 10, 50, 20, 30}
    set([3,1,2])  ==>  {1, 2, 3}
    set(range(10,0,-1))  ==>  {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}
    set([100,5,-3,17,33,1000000,-1])  ==>  {1000000, 33, 100, 5, 17, -3, -1}
    set([(1,2),(3,4),(5,6),(0,)])  ==>  {(0,), (1, 2), (3, 4), (5, 6)}
    set([1,9,17,25,33,41])  ==>  {1, 33, 9, 41, 17, 25}
    set([5, True])  ==>  {True, 5}
    set(set([10,20,30,40,50]))  ==>  {50, 20, 40, 10, 30}
    set([10,20,30,40,50]) | set([1,2])  ==>  {1, 50, 2, 20, 40, 10, 30}
    set([10,20,30,40,50]) & set([20,30,10,77])  ==>  {10, 20, 30}
    set([10,20,30,40,50]) - set([20])  ==>  {40, 10, 50, 30}
    set([10,20,30,40,50]) ^ set([20,60])  ==>  {40, 10, 50, 60, 30}
    set([2**61-1, 2**61, 2**61+5, 3])  ==>  {2305843009213693951, 2305843009213693952, 3, 2305843009213693957}
    set([7,28,63,112,175,252,343,448,567,700])  ==>  {448, 700, 567, 7, 175, 112, 252, 343, 28, 63}
    frozenset([3,1,2])  ==>  frozenset({1, 2, 3})
    frozenset()  ==>  frozenset()
    set([1,2,3]) == frozenset([3,2,1])  ==>  True
    set([1]) < set([1,2])  ==>  True
    set([1,2]).issubset([1,2,3])  ==>  True
    set([1,2]).isdisjoint([3])  ==>  True
    set([1,2]).union([3],(4,))  ==>  {1, 2, 3, 4}
    set([1,2,3]).intersection([3,1,7])  ==>  {1, 3}
    set([1,2,3]).difference([3])  ==>  {1, 2}
    set([1,2,3]).symmetric_difference([3,4])  ==>  {1, 2, 4}
    set([frozenset([1])]).__contains__(set([1]))  ==>  True
    hash([])  ==>  TypeError: unhashable type: 'list'
    hash({})  ==>  TypeError: unhashable type: 'dict'
    hash(set())  ==>  TypeError: unhashable type: 'set'
    set(['a']) == {'a': 1}.keys()  ==>  True
  `),
  ).toEqual([]);
});

test('generic aliases and unions show, compare and check as in CPython', () => {
  expect(
    disagreements(`
    list[int]  ==>  list[int]
    dict[str, int]  ==>  dict[str, int]
    dict[str, list[int]]  ==>  dict[str, list[int]]
    tuple[()]  ==>  tuple[()]
    list[None]  ==>  list[None]
    int | None  ==>  int | None
    int | str | int  ==>  int | str
    list[int] | None  ==>  list[int] | None
    int | (str | float)  ==>  int | str | float
    (int | str).__args__  ==>  (<class 'int'>, <class 'str'>)
    list[int].__origin__  ==>  <class 'list'>
    list[int].__args__  ==>  (<class 'int'>,)
    list[int]((1,2))  ==>  [1, 2]
    list[int] == list[int]  ==>  True
    isinstance(1, int | str)  ==>  True
    isinstance(1.5, int | None)  ==>  False
    isinstance(None, int | None)  ==>  True
    (int | str) == (str | int)  ==>  True
    isinstance(1, list[int])  ==>  TypeError: isinstance() argument 2 cannot be a parameterized generic
    issubclass(int, list[int])  ==>  TypeError: issubclass() argument 2 cannot be a parameterized generic
    int | 1  ==>  TypeError: unsupported operand type(s) for |: 'type' and 'int'
    int | 'x'  ==>  TypeError: unsupported operand type(s) for |: 'type' and 'str'
    list[int].foo  ==>  AttributeError: type object 'list' has no attribute 'foo'
    list[int][int]  ==>  TypeError: list[int] is not a generic class
    (int | str)[int]  ==>  TypeError: int | str is not a generic class
    list[int].append([1], 2)  ==>  None
    dict[str, int].__args__  ==>  (<class 'str'>, <class 'int'>)
    list[int] == list[str]  ==>  False
    [*list[int]]  ==>  [*list[int]]
    tuple[int][0:0]  ==>  TypeError: tuple[int] is not a generic class
  `),
  ).toEqual([]);
});

test('dicts and their views', () => {
  expect(
    disagreements(`
    [d := {}, d.setdefault('x', d), d][-1]  ==>  {'x': {...}}
    {[]: 1}  ==>  TypeError: cannot use 'list' as a dict key (unhashable type: 'list')
    {(1,[]): 1}  ==>  TypeError: cannot use 'tuple' as a dict key (unhashable type: 'list')
    {1: 'a', 1.0: 'b', True: 'c'}  ==>  {1: 'c'}
    {'a': 1, None: 2, (1,2): 3, 1.5: 4}  ==>  {'a': 1, None: 2, (1, 2): 3, 1.5: 4}
    {(1,2): 3}[(1,2)]  ==>  3
    {1:2}.get(1), {1:2}.get(2), {1:2}.get(2, 3)  ==>  (2, None, 3)
    {1:2}[5]  ==>  KeyError: 5
    [d := {'a':1}, d.update(b=2), d.update([('c',3)]), d.update({'d':4}), d][-1]  ==>  {'a': 1, 'b': 2, 'c': 3, 'd': 4}
    [d := {'a':1,'b':2}, d.pop('a'), d.popitem(), d]  ==>  [{}, 1, ('b', 2), {}]
    dict(a=1, b=2)  ==>  {'a': 1, 'b': 2}
    dict([('a',1)], b=2)  ==>  {'a': 1, 'b': 2}
    dict.fromkeys('abc')  ==>  {'a': None, 'b': None, 'c': None}
    dict.fromkeys([1,2], 0)  ==>  {1: 0, 2: 0}
    {'a':1} | {'b':2, 'a':3}  ==>  {'a': 3, 'b': 2}
    {'a':1} == {'a':1.0}  ==>  True
    {'a':1}.keys()  ==>  dict_keys(['a'])
    {'a':1}.values()  ==>  dict_values([1])
    {'a':1}.items()  ==>  dict_items([('a', 1)])
    {'a':1,'b':2}.keys() & ['b','c']  ==>  {'b'}
    sorted({'a':1,'b':2}.items() | [(1,2)], key=repr)  ==>  [('a', 1), ('b', 2), (1, 2)]
    ('a',1) in {'a':1}.items()  ==>  True
    list(reversed({'a':1,'b':2}))  ==>  ['b', 'a']
    list(reversed({'a':1,'b':2}.items()))  ==>  [('b', 2), ('a', 1)]
    [*{1:2}.values(), *range(3)]  ==>  [2, 0, 1, 2]
    {}.popitem()  ==>  KeyError: popitem(): dictionary is empty
    {}.pop(1)  ==>  KeyError: 1
    {}.update(1,2)  ==>  TypeError: update expected at most 1 argument, got 2
    dict(1)  ==>  TypeError: 'int' object is not iterable
    dict([(1,2,3)])  ==>  ValueError: dictionary update sequence element #0 has length 3; 2 is required
    dict(['abc'])  ==>  ValueError: dictionary update sequence element #0 has length 3; 2 is required
    {1:2} | 1  ==>  TypeError: unsupported operand type(s) for |: 'dict' and 'int'
    [] in {}  ==>  TypeError: cannot use 'list' as a dict key (unhashable type: 'list')
    {'a': 1}.keys() | ['a']  ==>  {'a'}
    {'a': 1}.keys() < {'a': 1, 'b': 2}.keys()  ==>  True
    {'a': 1}.items() >= {'a': 1}.items()  ==>  True
    {'a': 1}.keys().isdisjoint(['b'])  ==>  True
    {'a': 1}.keys() | 1  ==>  TypeError: 'int' object is not iterable
    {'a': 1}.values() == {'a': 1}.values()  ==>  False
    {1: 'a', True: 'b'}  ==>  {1: 'b'}
    {0: 'a', False: 'b', 0.0: 'c'}  ==>  {0: 'c'}
    [d := {True: 1}, d, d.keys(), list(d.items())][1:]  ==>  [{True: 1}, dict_keys([True]), [(True, 1)]]
    {10**20: 1}[10**20]  ==>  1
    {1e20: 1}[10**20]  ==>  1
    [s := {1,2,3}, s.intersection_update([1,2]), s.symmetric_difference_update([2,5]), s.difference_update([1]), s]  ==>  [{5}, None, None, None, {5}]
  `),
  ).toEqual([]);
});

test('sets', () => {
  expect(
    disagreements(`
    [s := set([5,1,9]), s.pop(), s.pop(), s]  ==>  [{9}, 1, 5, {9}]
    [s := set([1,2]), s.update([5],[6]), s.discard(1), s.remove(9)]  ==>  KeyError: 9
    set([[]])  ==>  TypeError: cannot use 'list' as a set element (unhashable type: 'list')
    {'a':1}.keys() == set(['a'])  ==>  True
    sorted({'a':1,'b':2}.keys() - set(['a']))  ==>  ['b']
    [a := [0,1,2,3], a.__setitem__(slice(1,3), [9,8,7]), a]  ==>  [[0, 9, 8, 7, 3], None, [0, 9, 8, 7, 3]]
    [a := [0,1,2,3], a.__setitem__(slice(3,1), [5]), a]  ==>  [[0, 1, 2, 5, 3], None, [0, 1, 2, 5, 3]]
    [a := [0,1,2,3], a.__setitem__(slice(None,None,2), 'xy'), a]  ==>  [['x', 1, 'y', 3], None, ['x', 1, 'y', 3]]
    [1].__setitem__(slice(None,None,2), [1,2])  ==>  ValueError: attempt to assign sequence of size 2 to extended slice of size 1
    [1].__setitem__(slice(0,1), 5)  ==>  TypeError: must assign iterable to extended slice
    [1].__setitem__(5, 5)  ==>  IndexError: list assignment index out of range
    [1].__setitem__('x', 5)  ==>  TypeError: list indices must be integers or slices, not str
    set(1)  ==>  TypeError: 'int' object is not iterable
    set(1,2)  ==>  TypeError: set expected at most 1 argument, got 2
    set([1]) | [1]  ==>  TypeError: unsupported operand type(s) for |: 'set' and 'list'
    set([1]) < [1]  ==>  TypeError: '<' not supported between instances of 'set' and 'list'
    set().pop()  ==>  KeyError: pop from an empty set
    set([1]).remove(2)  ==>  KeyError: 2
    frozenset([[1]])  ==>  TypeError: cannot use 'list' as a set element (unhashable type: 'list')
    [] in set([1])  ==>  TypeError: cannot use 'list' as a set element (unhashable type: 'list')
    reversed(set([1]))  ==>  TypeError: 'set' object is not reversible
    [1, 'a', None, 2.5, True, (1,), {2: 3}, set([4]), frozenset()]  ==>  [1, 'a', None, 2.5, True, (1,), {2: 3}, {4}, frozenset()]
    [d := {2: 'a', 1: 'b'}, d.pop(2), d.setdefault(2, 'c'), d]  ==>  [{1: 'b', 2: 'c'}, 'a', 'c', {1: 'b', 2: 'c'}]
    {1,2,3} - {2}  ==>  {1, 3}
    {5,1} | {3}  ==>  {1, 3, 5}
    {3,1} & {1,9}  ==>  {1}
    {1,2} ^ {2,3}  ==>  {1, 3}
    set('') == frozenset()  ==>  True
    {1,2} <= {1,2,3}, {1,2} > {1}, {1} != {1}  ==>  (True, True, False)
  `),
  ).toEqual([]);
});

test('sorting is stable and compares like CPython', () => {
  expect(
    disagreements(`
    sorted([3,1,2], reverse=True)  ==>  [3, 2, 1]
    sorted([(1,'b'),(0,'c'),(1,'a')], key=lambda x: x[0], reverse=True)  ==>  [(1, 'b'), (1, 'a'), (0, 'c')]
    sorted(['b','a','C'])  ==>  ['C', 'a', 'b']
    sorted([3, 1.5, 2])  ==>  [1.5, 2, 3]
    sorted([True, 0, -1])  ==>  [-1, 0, True]
    sorted([[2,1],[1,5],[1,2]])  ==>  [[1, 2], [1, 5], [2, 1]]
    sorted([1,'a'])  ==>  TypeError: '<' not supported between instances of 'str' and 'int'
    sorted(range(200), key=lambda x: (x*7919)%211)  ==>  [0, 130, 49, 179, 98, 17, 147, 66, 196, 115, 34, 164, 83, 2, 132, 51, 181, 100, 19, 149, 68, 198, 117, 36, 166, 85, 4, 134, 53, 183, 102, 21, 151, 70, 119, 38, 168, 87, 6, 136, 55, 185, 104, 23, 153, 72, 121, 40, 170, 89, 8, 138, 57, 187, 106, 25, 155, 74, 123, 42, 172, 91, 10, 140, 59, 189, 108, 27, 157, 76, 125, 44, 174, 93, 12, 142, 61, 191, 110, 29, 159, 78, 127, 46, 176, 95, 14, 144, 63, 193, 112, 31, 161, 80, 129, 48, 178, 97, 16, 146, 65, 195, 114, 33, 163, 82, 1, 131, 50, 180, 99, 18, 148, 67, 197, 116, 35, 165, 84, 3, 133, 52, 182, 101, 20, 150, 69, 199, 118, 37, 167, 86, 5, 135, 54, 184, 103, 22, 152, 71, 120, 39, 169, 88, 7, 137, 56, 186, 105, 24, 154, 73, 122, 41, 171, 90, 9, 139, 58, 188, 107, 26, 156, 75, 124, 43, 173, 92, 11, 141, 60, 190, 109, 28, 158, 77, 126, 45, 175, 94, 13, 143, 62, 192, 111, 30, 160, 79, 128, 47, 177, 96, 15, 145, 64, 194, 113, 32, 162, 81]
    [a := [3,1,2], a.sort(key=lambda x: -x), a][-1]  ==>  [3, 2, 1]
    [2,1].sort(key=1)  ==>  TypeError: 'int' object is not callable
    [a := [3,1], a.sort(key=lambda x: a.append(1))][-1]  ==>  TypeError: '<' not supported between instances of 'NoneType' and 'NoneType'
    sorted([(1,), (1, 2), ()])  ==>  [(), (1,), (1, 2)]
    sorted([1.5, 1, 0.5, 2])  ==>  [0.5, 1, 1.5, 2]
    sorted([3,1,2], key=lambda x: -x)  ==>  [3, 2, 1]
    sorted([(1,2),(1,1),(0,3)], key=lambda p: p[0])  ==>  [(0, 3), (1, 2), (1, 1)]
    sorted(['b','A','c'], key=lambda s: s.lower())  ==>  ['A', 'b', 'c']
  `),
  ).toEqual([]);
});

test('ranges of any size', () => {
  expect(
    disagreements(`
    list(reversed(range(5)))  ==>  [4, 3, 2, 1, 0]
    range(10)  ==>  range(0, 10)
    range(1,10,3)  ==>  range(1, 10, 3)
    list(range(1,10,3))  ==>  [1, 4, 7]
    list(range(10,0,-3))  ==>  [10, 7, 4, 1]
    range(10)[2:8:2]  ==>  range(2, 8, 2)
    range(10)[::-1]  ==>  range(9, -1, -1)
    range(10)[5:2]  ==>  range(5, 2)
    range(10)[-1]  ==>  9
    range(0,10,3) == range(0,12,3)  ==>  True
    list(range(10**20, 10**20+3))  ==>  [100000000000000000000, 100000000000000000001, 100000000000000000002]
    range(10**20)[10**19]  ==>  10000000000000000000
    5 in range(0,10,2)  ==>  False
    4 in range(0,10,2)  ==>  True
    4.0 in range(0,10,2)  ==>  True
    range(5).count(2), range(5).index(3)  ==>  (1, 3)
    range(10**20).index(10**19)  ==>  10000000000000000000
    range()  ==>  TypeError: range expected at least 1 argument, got 0
    range(1,2,3,4)  ==>  TypeError: range expected at most 3 arguments, got 4
    range(0,1,0)  ==>  ValueError: range() arg 3 must not be zero
    range(1.5)  ==>  TypeError: 'float' object cannot be interpreted as an integer
    range(3)[5]  ==>  IndexError: range object index out of range
    range(3)['a']  ==>  TypeError: range indices must be integers or slices, not str
    range(3).index(7)  ==>  ValueError: range.index(x): x not in range
    len(range(10**30))  ==>  OverflowError: Python int too large to convert to C ssize_t
  `),
  ).toEqual([]);
});

test('iterators and what they complain about', () => {
  expect(
    disagreements(`
    list(reversed([1,2,3]))  ==>  [3, 2, 1]
    list(reversed((1,2)))  ==>  [2, 1]
    list(enumerate('ab', 5))  ==>  [(5, 'a'), (6, 'b')]
    list(zip([1,2],[3,4]))  ==>  [(1, 3), (2, 4)]
    list(zip())  ==>  []
    list(map(lambda x, y: x+y, [1,2],[3,4,5]))  ==>  [4, 6]
    list(filter(None, [0,1,2]))  ==>  [1, 2]
    list(filter(lambda x: x > 1, [0,1,2]))  ==>  [2]
    list(iter([1,2].pop, 1))  ==>  [2]
    list(zip([1],[1,2],strict=True))  ==>  ValueError: zip() argument 2 is longer than argument 1
    list(zip([1,2],[1],strict=True))  ==>  ValueError: zip() argument 2 is shorter than argument 1
    list(zip([1,2],[1,2],[1],strict=True))  ==>  ValueError: zip() argument 3 is shorter than arguments 1-2
    list(zip([1],[1],[1,2],strict=True))  ==>  ValueError: zip() argument 3 is longer than arguments 1-2
    list(map(lambda *a: a, [1],[1],[1,2],strict=True))  ==>  ValueError: map() argument 3 is longer than arguments 1-2
    zip([],1)  ==>  TypeError: 'int' object is not iterable
    map()  ==>  TypeError: map() must have at least two arguments.
    filter(1)  ==>  TypeError: filter expected 2 arguments, got 1
    enumerate()  ==>  TypeError: enumerate() missing required argument 'iterable'
    enumerate([],'a')  ==>  TypeError: 'str' object cannot be interpreted as an integer
    reversed(1)  ==>  TypeError: 'int' object is not reversible
    list(reversed([]))  ==>  []
    [i := iter([1]), next(i), next(i, 'end')][1:]  ==>  [1, 'end']
    [a := [1,2], i := iter(a), next(i), a.append(3), list(i)][2:]  ==>  [1, None, [2, 3]]
  `),
  ).toEqual([]);
});

test('lists and tuples', () => {
  expect(
    disagreements(`
    [3,1,2][::-1]  ==>  [2, 1, 3]
    [1,2,3,4,5][1:4:2]  ==>  [2, 4]
    [1]*3 + [2]  ==>  [1, 1, 1, 2]
    (1,2)*2  ==>  (1, 2, 1, 2)
    3*(1,)  ==>  (1, 1, 1)
    ()  ==>  ()
    (1,)  ==>  (1,)
    [a := [1], a.append(a), a][-1]  ==>  [1, [...]]
    [1,2,3].index(3)  ==>  2
    [1,2,3].index(3, 0, 2)  ==>  ValueError: list.index(x): x not in list
    [1,2,3,1].count(1)  ==>  2
    [a := [1,2,3], a.insert(-1, 9), a.insert(100, 8), a][-1]  ==>  [1, 2, 9, 3, 8]
    [a := [1,2,3], a.pop(0), a.pop(), a]  ==>  [[2], 1, 3, [2]]
    [a := [1,2,3], a.remove(2), a.reverse(), a][-1]  ==>  [3, 1]
    [a := [1,2,3], a.extend((4,5)), a.extend(a), a][-1]  ==>  [1, 2, 3, 4, 5, 1, 2, 3, 4, 5]
    [1,2] < [1,3]  ==>  True
    [1,2] < [1,2,0]  ==>  True
    [1,2] == [1,2.0]  ==>  True
    (1,2) >= (1,)  ==>  True
    [] == ()  ==>  False
    [a := [0,1,2,3,4,5], a.__delitem__(slice(None,None,2)), a]  ==>  [[1, 3, 5], None, [1, 3, 5]]
    [a := [0,1,2,3,4,5], a.__delitem__(slice(4,1,-1)), a]  ==>  [[0, 1, 5], None, [0, 1, 5]]
    [1].__delitem__(3)  ==>  IndexError: list assignment index out of range
    [1,2][5]  ==>  IndexError: list index out of range
    [1,2]['a']  ==>  TypeError: list indices must be integers or slices, not str
    (1,2)[5]  ==>  IndexError: tuple index out of range
    (1,2)['a']  ==>  TypeError: tuple indices must be integers or slices, not str
    [].pop()  ==>  IndexError: pop from empty list
    [1].pop(3)  ==>  IndexError: pop index out of range
    [1].remove(2)  ==>  ValueError: list.remove(x): x not in list
    [1].index(2)  ==>  ValueError: list.index(x): x not in list
    (1,).index(2)  ==>  ValueError: tuple.index(x): x not in tuple
    [1] + (2,)  ==>  TypeError: can only concatenate list (not "tuple") to list
    [1] + 2  ==>  TypeError: can only concatenate list (not "int") to list
    (1,) + [2]  ==>  TypeError: can only concatenate tuple (not "list") to tuple
    [1] * 1.5  ==>  TypeError: can't multiply sequence by non-int of type 'float'
    'a' * 'b'  ==>  TypeError: can't multiply sequence by non-int of type 'str'
    [1] * 10**30  ==>  OverflowError: cannot fit 'int' into an index-sized integer
    [1] < (1,)  ==>  TypeError: '<' not supported between instances of 'list' and 'tuple'
    [1] < ['a']  ==>  TypeError: '<' not supported between instances of 'int' and 'str'
    list(1)  ==>  TypeError: 'int' object is not iterable
    list(1, 2)  ==>  TypeError: list expected at most 1 argument, got 2
    list(a=1)  ==>  TypeError: list() takes no keyword arguments
    tuple(x=1)  ==>  TypeError: tuple() takes no keyword arguments
    [float('nan')] == [float('nan')]  ==>  False
    [n := float('nan'), [n] == [n], n in [n]][1:]  ==>  [True, True]
  `),
  ).toEqual([]);
});
