def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
import operator as op
class A:
    def __add__(s, o): print('A+'); return NotImplemented
    def __radd__(s, o): print('rA+'); return NotImplemented
    def __eq__(s, o): print('A=='); return NotImplemented
    def __lt__(s, o): print('A<'); return NotImplemented
    def __gt__(s, o): print('A>'); return NotImplemented
    __hash__ = None
class B(A):
    def __radd__(s, o): print('rB+'); return 'B'
    def __eq__(s, o): print('B=='); return NotImplemented
class C(A): pass
a, b, c = A(), B(), C()
t(lambda: a + b); t(lambda: a + c); t(lambda: a + a); t(lambda: a + 1); t(lambda: 1 + a); t(lambda: c + a)
t(lambda: a == b); t(lambda: a == a); t(lambda: a != a); t(lambda: a < b); t(lambda: a > b); t(lambda: a < 3); t(lambda: a <= 3); t(lambda: hash(a))
t(lambda: {a: 1})
class I:
    def __init__(s): s.l = []
    def __iadd__(s, o): s.l.append(o); return s
    def __imul__(s, o): return NotImplemented
    def __mul__(s, o): return 'mul'
    def __isub__(s, o): return NotImplemented
    def __ipow__(s, o): return 'ipow'
    def __imatmul__(s, o): return 'imat'
    def __ifloordiv__(s, o): return 'ifd'
i = I(); j = i; i += 1; print(i is j, i.l); j *= 2; print(j); 
