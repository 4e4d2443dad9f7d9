def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
class A:
    def m(self): pass
def f1(): pass
t(lambda: undefined_name); t(lambda: [1][5]); t(lambda: (1,)[5]); t(lambda: 'a'[5]); t(lambda: b'a'[5]); t(lambda: range(3)[5]); t(lambda: [1]['a']); t(lambda: (1,)['a']); t(lambda: 'a'['a']); t(lambda: b'a'['a']); t(lambda: range(3)['a']); t(lambda: [1][1.5]); t(lambda: [1][None]); t(lambda: {}['a']); t(lambda: 5[0]); t(lambda: None[0]); t(lambda: {1}[0]); t(lambda: f1[0]); t(lambda: int[0]); t(lambda: A[0]); t(lambda: A()[0]); t(lambda: [1][1:2:0]); t(lambda: 'abc'['a':]); t(lambda: [1, 2][::1.5]); t(lambda: [1][10**20]); t(lambda: [1][:10**20]); t(lambda: [1][1, 2]); t(lambda: {}[[]]); t(lambda: {}[1:2]); t(lambda: len[0]); t(lambda: (x for x in ())[0]); t(lambda: NotImplemented[0])
def sa(o, k, v): o[k] = v; return o
def da(o, k): del o[k]; return o
t(sa, [1], 5, 1); t(sa, [1], 'a', 1); t(sa, (1,), 0, 1); t(sa, 'a', 0, 'b'); t(sa, 5, 0, 1); t(sa, None, 0, 1); t(sa, [1], slice(0, 1), 5); t(sa, [1, 2], slice(None, None, 2), [1, 2]); t(sa, {}, [], 1); t(da, [1], 5); t(da, (1,), 0); t(da, 'a', 0); t(da, {}, 'x'); t(da, 5, 0); t(da, {1}, 1); t(sa, bytearray(b'a'), 0, 256); t(sa, bytearray(b'a'), 0, 'a'); t(sa, b'a', 0, 1); t(sa, range(3), 0, 1); t(sa, A(), 0, 1); t(da, A(), 0); t(da, None, 0); t(da, 1.5, 0); t(da, f1, 0); t(da, {1: 2}, []); t(sa, [1, 2, 3], slice(1, 2), 'xy'); t(sa, [1, 2, 3], slice(None, None, -1), 'abc'); t(da, [1, 2, 3, 4], slice(None, None, 2)); t(da, [1], 'a'); t(sa, [], 0, 1); t(da, bytearray(b'abc'), slice(0, 2)); t(sa, memoryview(b'a'), 0, 1); t(sa, int, 0, 1); t(da, A, 0)
class OnlySet:
    def __setitem__(s, k, v): print('set', k, v)
