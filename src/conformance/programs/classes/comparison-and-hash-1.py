def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
class V:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return [s.v, o.v] if isinstance(o, V) else NotImplemented
    def __lt__(s, o): return 'lt'
    def __ne__(s, o): return 'ne'
    def __bool__(s): return s.v
print(V(1) == V(2), V(1) < 2, V(1) != 3, V(1) > V(2), 2 > V(1), 3 == V(1))
t(lambda: bool(V(2))); t(lambda: not V('a')); t(lambda: 1 if V(None) else 2)
class Ln:
    def __init__(s, v): s.v = v
    def __len__(s): return s.v
t(lambda: bool(Ln(-1))); t(lambda: bool(Ln('a'))); t(lambda: len(Ln(1.0))); t(lambda: len(Ln(True))); t(lambda: bool(Ln(0))); t(lambda: len(Ln(2**70))); t(lambda: len(5)); t(lambda: len(None))
class H:
    def __eq__(s, o): return True
t(lambda: hash(H())); print(H.__hash__, H().__hash__)
class H2(H):
    def __hash__(s): return 'a'
t(lambda: hash(H2()))
