class V:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return [s.v, o.v] if isinstance(o, V) else NotImplemented
    def __lt__(s, o): return 'lt'
    def __ne__(s, o): return 'ne'
    def __bool__(s): return s.v
print(V(1) == V(2), V(1) < 2, V(1) != 3, V(1) > V(2), 2 > V(1), 3 == V(1))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: bool(V(2))); t(lambda: not V('a')); t(lambda: 1 if V(None) else 2); t(lambda: [1 for _ in 'a' if V(3)]); t(lambda: V(True) and 'x'); t(lambda: V(1) <= V(2)); t(lambda: max(V(1), V(2)).v); t(lambda: sorted([V(2), V(1)])[0].v)
class E:
    def __eq__(s, o): print('eq', type(o).__name__); return True
    __hash__ = lambda s: 1
e = E()
print(e in [e], [1, e].index(e), e in (1,), {e: 1}[e], {e: 1}.get(1), [e].count(3), [3].count(e), {1: 'x'}.get(e), e == None, None == e, e != 1)
class R:
    def __eq__(s, o): raise ValueError('cmp')
    __hash__ = lambda s: 1
t(lambda: R() in [R()]); t(lambda: {R(): 1, R(): 2}); t(lambda: [R()] == [R()]); t(lambda: {R(), R()}); t(lambda: {1: 2}[R()]); r = R(); t(lambda: [r] == [r]); t(lambda: [r].remove(1)); t(lambda: (r,) == (r,)); t(lambda: r in {r}); t(lambda: [1, r].index(2))
