class A:
    def __add__(s, o): print('A+'); return NotImplemented
    def __radd__(s, o): print('rA+'); return NotImplemented
    def __sub__(s, o): return 'A-'
def t(f):
    try: print(f())
    except TypeError as e: print(e)
class I:
    def __init__(s): s.log = []
    def __iadd__(s, o): s.log.append(o); return s
    def __isub__(s, o): return NotImplemented
    def __imul__(s, o): return NotImplemented
    def __mul__(s, o): return 'mul'
    def __ior__(s, o): return 5
i = j = I(); i += 1; i += 2; print(i is j, i.log); j *= 3; print(j)
def isub():
    x = I(); x -= 1
t(isub)
x = I(); x |= 1; print(x)
t(lambda: divmod(A(), 1)); t(lambda: pow(A(), 1)); t(lambda: pow(A(), 1, 2)); t(lambda: A() @ A()); t(lambda: A() << 1); t(lambda: -A()); t(lambda: ~A()); t(lambda: +A()); t(lambda: abs(A())); t(lambda: A() < A()); t(lambda: A() <= 1); t(lambda: 1 > A()); t(lambda: A() in 5); t(lambda: A()[0]); t(lambda: len(A())); t(lambda: A()()); t(lambda: round(A())); t(lambda: int(A())); t(lambda: float(A())); t(lambda: complex(A())); t(lambda: hash([A()])); t(lambda: [A()] * A()); t(lambda: 'a' + A()); t(lambda: [] + A()); t(lambda: 'a' * A()); t(lambda: 'a' % A()); t(lambda: {} | A()); t(lambda: {1} - A()); t(lambda: {1} & [1])
class P:
    def __pow__(s, o, m=None): return ('pow', o, m)
    def __rpow__(s, o, m=None): return ('rpow', o, m)
    def __ipow__(s, o): return 'ipow'
    def __divmod__(s, o): return 'dm'
    def __rdivmod__(s, o): return 'rdm'
p = P(); print(p ** 2, 2 ** p, pow(p, 2, 3), pow(2, p), pow(2, p, 3), divmod(p, 1), divmod(1, p)); p **= 2; print(p)
