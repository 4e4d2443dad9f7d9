class A:
    def __add__(s, o): print('A+'); return NotImplemented
    def __radd__(s, o): print('rA+'); return NotImplemented
    def __sub__(s, o): return 'A-'
class B(A):
    def __radd__(s, o): print('rB+'); return 'B'
class C(A):
    def __rsub__(s, o): return 'rC-'
class D:
    def __rsub__(s, o): return 'rD-'
    __rmul__ = None
    __iadd__ = None
    def __add__(s, o): return 'D+'
def t(f):
    try: print(f())
    except TypeError as e: print(e)
a, b, c, d = A(), B(), C(), D()
t(lambda: a + b); t(lambda: a + c); t(lambda: a + a); t(lambda: a + 1); t(lambda: 1 + a); t(lambda: b + a); t(lambda: a - c); t(lambda: a - d); t(lambda: 1 - d); t(lambda: 2 * d)
def iadd():
    x = D(); x += 1; return x
t(iadd)
