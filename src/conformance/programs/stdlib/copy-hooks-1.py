import copy
def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
class A:
    def __init__(s, x): print('init'); s.x = x
a = A([1, [2]]); b = copy.copy(a); c = copy.deepcopy(a); print(b.x is a.x, c.x is a.x, c.x == a.x, c.x[1] is a.x[1])
class B:
    def __copy__(s): return 'copied'
    def __deepcopy__(s, memo): return ('deep', type(memo).__name__)
print(copy.copy(B()), copy.deepcopy(B()), copy.deepcopy([B()]))
class C:
    def __reduce__(s): return (list, ((1, 2),))
print(copy.copy(C()), copy.deepcopy(C()))
class D:
    def __init__(s): s.a = 1; s.b = 2
    def __getstate__(s): return {'a': s.a}
    def __setstate__(s, st): s.__dict__.update(st); s.restored = True
d = copy.copy(D()); print(d.__dict__)
class E(list): pass
e = E([1, [2]]); e.attr = 5; f = copy.deepcopy(e); print(f, type(f).__name__, f.attr, f[1] is e[1])
