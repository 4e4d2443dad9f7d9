from itertools import *
import operator
print(list(chain([1], 'ab')), list(chain.from_iterable([[1], [2, 3]])), list(islice(count(5, 2), 4)), list(islice(cycle('ab'), 5)), list(repeat(1, 3)), list(accumulate([1, 2, 3, 4])), list(accumulate([1, 2, 3], operator.mul, initial=10)))
print(list(combinations('abc', 2)), list(permutations([1, 2, 3], 2)), list(product('ab', [1, 2])), list(product([0, 1], repeat=2)), list(combinations_with_replacement('ab', 2)), len(list(permutations(range(5)))))
print(list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(lambda x: x % 2, range(5))), list(compress('abcd', [1, 0, 1])), list(starmap(pow, [(2, 3), (3, 2)])), list(pairwise([1, 2, 3])), list(batched('abcdefg', 3)), list(zip_longest('ab', [1], fillvalue='-')))
print([(k, list(g)) for k, g in groupby('aaabbc')], [(k, [x for x in g]) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)])
a, b, c = tee([1, 2], 3); print(list(a), list(b), next(c))
print(list(islice('abcdef', 1, None, 2)), list(islice(range(10), 2, 8, 3)), list(islice([1], 5)), count(1), repeat('x', 2), list(count(0.5, 0.5).__iter__() and islice(count(0.5, 0.5), 3)))
for f in (lambda: list(islice([1], -1)), lambda: list(combinations('a', -1)), lambda: list(batched('a', 0)), lambda: list(product(1)), lambda: chain(5).__next__(), lambda: list(batched('abc', 2, strict=True)), lambda: repeat()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
