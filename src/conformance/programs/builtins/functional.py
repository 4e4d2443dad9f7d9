print(list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])), list(filter(lambda x: x > 1, [1, 2, 3])), list(zip('ab', [1, 2], (True, False))), list(zip()), list(enumerate('ab', start=5)), list(reversed([1, 2])), sorted('bca', reverse=True))
print(sum([1, 2], 10), sum([[1], [2]], []), sum([]), max(1, 5, 3), max('abc'), max([1, 2], key=lambda x: -x), min([], default=None), max({'a': 5}), any([]), all([]), any([0, 1]), all([1, 0]), abs(-5), divmod(7, 2), pow(2, 3), round(2.567, 1))
print(isinstance(1, (str, int)), isinstance([], list | tuple), issubclass(bool, int), callable(len), type(5), type('a') is str, id(1) == id(1), hash('a') == hash('a'), len('abc'), repr('a'), ascii('é'), chr(65), ord('A'), bin(5), oct(8), hex(255))
print(getattr('a', 'upper')(), hasattr(1, 'real'), list(iter([1, 2])), next(iter([1])), next(iter([]), 'd'), [*iter(lambda c=[0]: c.__setitem__(0, c[0] + 1) or c[0], 4)], list(range(3)), slice(1), bool([]), int('5'), float('2'), str(5), list('ab'), tuple('ab'), set('a'), dict(a=1), frozenset('a'), bytes(2), complex is not None)
def gen():
    yield 1
it = map(str, gen())
print(type(it), next(it), next(it, None), type(zip()), type(filter(None, [])), type(enumerate([])), type(reversed([])), type(iter([])), type(iter('a')), type(iter({})), type(iter(())), type(iter({1})), type(iter(range(1))), type(gen()), type({}.keys()), type(lambda: 0), type(print), type(type), type(None), type(...), type(NotImplemented), type(range(1)))
print(list(map(None or str, [1])), list(filter(None, [0, 1, None, 'a'])), list(zip(range(3), 'ab')), dict(enumerate('ab')), list(map(max, [1, 5], [3, 2])), [*zip(*[(1, 2), (3, 4)])], list(zip('a', 'b', strict=True)), sorted([(2, 'a'), (1, 'b')]), sorted({'b': 1, 'a': 2}.items(), key=lambda x: x[1]))
class Seq:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 2
    def __len__(self): return 3
print(list(Seq()), 4 in Seq(), list(reversed(Seq())), max(Seq()), [*enumerate(Seq())], sum(Seq()))
for f in (lambda: next(5), lambda: iter(5), lambda: list(zip([1], [], strict=True)), lambda: list(zip([], [1], strict=True)), lambda: max(), lambda: max(1), lambda: min([]), lambda: sum('ab'), lambda: sum([1], 'a'), lambda: sum(['a'], ''), lambda: sorted(5), lambda: sorted([1], 2), lambda: enumerate(), lambda: reversed(5), lambda: map(), lambda: map(str), lambda: isinstance(1, 'a'), lambda: chr(1114112), lambda: ord(''), lambda: ord(5), lambda: hasattr(1), lambda: getattr(1, 5), lambda: type(), lambda: divmod('a', 1), lambda: round('a'), lambda: bin(1.5), lambda: all(5), lambda: callable(), lambda: int('a', 5), lambda: iter(5, 5), lambda: max(1, 'a'), lambda: abs(None), lambda: hash([]), lambda: len(5), lambda: vars(5), lambda: __import__('nonexistent_mod'), lambda: open('nope.txt')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e)[:90] if 'nope.txt' not in str(e) else 'no file')
