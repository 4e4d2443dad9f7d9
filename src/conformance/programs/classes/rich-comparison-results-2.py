class V:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return [s.v, o.v] if isinstance(o, V) else NotImplemented
    def __lt__(s, o): return 'lt'
    def __ne__(s, o): return 'ne'
    def __bool__(s): return s.v
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Sub(V):
    def __lt__(s, o): return 'sub lt'
    def __gt__(s, o): return 'sub gt'
print(V(1) < Sub(2), Sub(1) < V(2), V(1) > Sub(2))
class L:
    def __init__(s, v): s.v = v
    def __len__(s): return s.v
for v in (0, 3, -1, 'a', 1.0, True, 2**70): t(lambda: (bool(L(v)), len(L(v))))
nan = float('nan'); print(nan == nan, nan in [nan], [nan] == [nan], {nan: 1}[nan], nan < 1, sorted([3, nan, 1]) != [], (nan,) < (nan,), min(nan, 1) is nan)
print((1, 2) < (1, 2, 3), [1, [2]] < [1, [3]], 'a' < 'B', (1, 'a') == (1.0, 'a'), [] == (), {} == [], {1: 2} == {1.0: 2.0}, frozenset([1]) == {1}, range(3) == range(0, 3, 1), range(0) == range(2, 1), b'a' == 'a', 1 == 1 + 0j, True == 1.0)
