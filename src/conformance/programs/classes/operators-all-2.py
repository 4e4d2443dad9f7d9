def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
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
class I:
    def __init__(s): s.l = []
    def __iadd__(s, o): s.l.append(o); return s
    def __imul__(s, o): return NotImplemented
    def __mul__(s, o): return 'mul'
    def __isub__(s, o): return NotImplemented
    def __ipow__(s, o): return 'ipow'
    def __imatmul__(s, o): return 'imat'
    def __ifloordiv__(s, o): return 'ifd'
def f():
    k = I(); k -= 1
t(f)
k = I(); k **= 2; print(k); k = I(); k @= 1; print(k); k = I(); k //= 1; print(k)
for o in ['+','-','*','/','//','%','**','<<','>>','&','|','^','@']:
    t(lambda: eval(f'1 {o} "a"')); t(lambda: eval(f'None {o} 1')); t(lambda: eval(f'[] {o} ()'))
    ns = {}
    def g(): exec(f'x = 1\nx {o}= None', {})
    t(g)
    def g(): exec(f'x = "s"\nx {o}= None', {})
    t(g)
for o in ['<','<=','>','>=','==','!=']:
    t(lambda: eval(f'1 {o} "a"')); t(lambda: eval(f'None {o} None')); t(lambda: eval(f'[1] {o} ["a"]')); t(lambda: eval(f'(1,2) {o} (1,"a")')); t(lambda: eval(f'{{}} {o} {{}}')); t(lambda: eval(f'1j {o} 1')); t(lambda: eval(f'{{1}} {o} {{1,2}}'))
t(lambda: -'a'); t(lambda: +None); t(lambda: ~1.5); t(lambda: ~True); t(lambda: -[]); t(lambda: not []); t(lambda: abs('a'))
class Z:
    def __neg__(s): return 'neg'
    def __pos__(s): return 'pos'
    def __invert__(s): return 'inv'
    def __abs__(s): return 'abs'
    def __round__(s, n=None): return ('round', n)
    def __divmod__(s, o): return 'dm'
    def __rdivmod__(s, o): return 'rdm'
    def __pow__(s, o, m=None): return ('pow', o, m)
    def __rpow__(s, o, m=None): return ('rpow', o, m)
    def __trunc__(s): return 'tr'
    def __floor__(s): return 'fl'
    def __ceil__(s): return 'ce'
    def __index__(s): return 3
    def __complex__(s): return 1j
    def __int__(s): return 9
    def __float__(s): return 2.5
