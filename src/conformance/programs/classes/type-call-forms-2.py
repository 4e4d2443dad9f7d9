def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
class E:
    def __new__(cls): pass
print(E())
class F:
    __init__ = None
t(F)
class G:
    __new__ = None
t(G)
t(object, 1); t(object.__new__); t(object.__new__, 5); t(object.__new__, int); t(int.__new__); t(int.__new__, str); t(int.__new__, 5); t(list.__new__, dict); t(str.__new__, str, 5); t(tuple.__new__, tuple, [1]); t(type.__call__, int, '7'); t(type.__new__, type, 'X', (), {}); t(dict.__new__, dict)
class H(int):
    def __init__(self, *a, **k): print('H init', a, k)
t(H, 5); t(H, '12', base=5)
class I(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    def __init__(self, *a): print('len', len(self))
t(I, 1, 2, 3)
class J(list):
    def __init__(self, n): super().__init__(range(n))
t(J, 3)
class K(dict):
    def __init__(self, **k): super().__init__(k, extra=1)
t(K, a=2)
