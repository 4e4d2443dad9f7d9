s = {3, 1, 2}
s.add(4); s.add(1); s.discard(99); s.update([7, 8], (9,)); s.remove(7)
print(s, len(s), 3 in s, s | {100}, s & {1, 2, 50}, s - {1, 2}, s ^ {1, 55}, s <= {1}, {1} <= s, {1} < {1}, s >= {1, 2}, s == {1, 2, 3, 4, 8, 9}, s.isdisjoint({5}), s.issubset(range(10)), s.issuperset([1]))
print(s.union([1], [12]), s.intersection([1, 2], [2]), s.difference([1], [2]), s.symmetric_difference([1, 6]), set('aaa'), set(), {*()}, frozenset([1, 2]), set(range(5)), {1, 1.0, True}, {i // 2 for i in range(6)})
t = s.copy(); t.clear(); print(t, s is t, bool(t), set([]) == set(), frozenset({1}) == {1}, {frozenset({1}): 'k'}[frozenset([1])], hash(frozenset()) == hash(frozenset()))
t |= {1, 2, 3}; t &= {2, 3, 4}; t -= {3}; t ^= {2, 6}; print(t, t.pop(), t)
for f in (lambda: set().pop(), lambda: s.remove(1000), lambda: {[]}, lambda: set(5), lambda: s + s, lambda: s[0], lambda: s | [1], lambda: hash(s), lambda: frozenset().add(1), lambda: s.add({}), lambda: s < 5, lambda: set([[]]), lambda: s.add(), lambda: {1}.remove({2}), lambda: s.update(5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(sorted({'b', 'a', 'c'}), sorted(set('hello') & set('world')), max({3, 1}), sum({1, 2, 3}), len({(1, 2), (2, 1), (1, 2)}), [x for x in {1}], {1, 2} == {2, 1}, {1} | {2} == {1, 2}, sorted({3, 1}, reverse=True), list(set([5])), 1 in frozenset([1]), any({0}), all(set()))
u = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}; print(u, list(u)[:3], {10, 9, 8}, {16, 8, 0}, set(range(20, 10, -3)), {1, 2, 3} - {2}, {5, 1} | {3})
fs = frozenset([1]); fs2 = fs | {2}; print(fs, fs2, type(fs2), type({1} | fs), fs.copy() is fs, isinstance(fs, frozenset))
class E:
    def __eq__(self, o): return True
    def __hash__(self): return 7
print(len({E(), E()}), E() in {E()}, 7 in {E()})
