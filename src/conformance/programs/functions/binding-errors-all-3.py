def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
def f1(a): pass
class A:
    def m(self, a): pass
    @classmethod
    def c(cls, a): pass
    @staticmethod
    def s(a): pass
    def nos(): pass
a = A()
print((lambda a, b=2, *c, d, **e: (a, b, c, d, e))(1, d=4, z=5))
t(5); t('a'); t(None); t([], 1); t({}); t(lambda: (1)(2)); t(lambda: 'a'.foo()); t(lambda: None.x); t(lambda: (1).real()); t(lambda: [].foo); t(lambda: print.x); t(lambda: f1.zz); t(lambda: A.zz); t(lambda: a.zz); t(lambda: a.m.zz); t(lambda: (lambda: 1).zz)
t(lambda: undefined_name); t(lambda: [1][5]); t(lambda: (1,)[5]); t(lambda: 'a'[5]); t(lambda: b'a'[5]); t(lambda: range(3)[5]); t(lambda: [1]['a']); t(lambda: (1,)['a']); t(lambda: 'a'['a']); t(lambda: b'a'['a']); t(lambda: range(3)['a']); t(lambda: [1][1.5]); t(lambda: [1][None]); t(lambda: {}['a']); t(lambda: 5[0]); t(lambda: None[0]); t(lambda: {1}[0]); t(lambda: f1[0]); t(lambda: int[0]); t(lambda: A[0]); t(lambda: [1][1:2:0]); t(lambda: 'abc'['a':]); t(lambda: [1,2][::1.5])
def sa(o, k, v): o[k] = v
def da(o, k): del o[k]
t(sa, [1], 5, 1); t(sa, [1], 'a', 1); t(sa, (1,), 0, 1); t(sa, 'a', 0, 'b'); t(sa, 5, 0, 1); t(sa, None, 0, 1); t(sa, [1], slice(0, 1), 5); t(sa, [1, 2], slice(None, None, 2), [1, 2]); t(sa, {}, [], 1); t(da, [1], 5); t(da, (1,), 0); t(da, 'a', 0); t(da, {}, 'x'); t(da, 5, 0); t(da, {1}, 1); t(sa, bytearray(b'a'), 0, 256); t(sa, bytearray(b'a'), 0, 'a'); t(sa, b'a', 0, 1); t(sa, range(3), 0, 1); t(sa, A(), 0, 1); t(da, A(), 0)
