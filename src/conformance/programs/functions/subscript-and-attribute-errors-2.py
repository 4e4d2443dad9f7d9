def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
class A:
    def m(self): pass
def f1(): pass
t(lambda: undefined_name); t(lambda: [1][5]); t(lambda: (1,)[5]); t(lambda: 'a'[5]); t(lambda: b'a'[5]); t(lambda: range(3)[5]); t(lambda: [1]['a']); t(lambda: (1,)['a']); t(lambda: 'a'['a']); t(lambda: b'a'['a']); t(lambda: range(3)['a']); t(lambda: [1][1.5]); t(lambda: [1][None]); t(lambda: {}['a']); t(lambda: 5[0]); t(lambda: None[0]); t(lambda: {1}[0]); t(lambda: f1[0]); t(lambda: int[0]); t(lambda: A[0]); t(lambda: A()[0]); t(lambda: [1][1:2:0]); t(lambda: 'abc'['a':]); t(lambda: [1, 2][::1.5]); t(lambda: [1][10**20]); t(lambda: [1][:10**20]); t(lambda: [1][1, 2]); t(lambda: {}[[]]); t(lambda: {}[1:2]); t(lambda: len[0]); t(lambda: (x for x in ())[0]); t(lambda: NotImplemented[0])
def sa(o, k, v): o[k] = v; return o
def da(o, k): del o[k]; return o
class OnlySet:
    def __setitem__(s, k, v): print('set', k, v)
class OnlyDel:
    def __delitem__(s, k): print('del', k)
t(da, OnlySet(), 1) ; t(lambda: sa(OnlySet(), 1, 2) and 0); t(sa, OnlyDel(), 1, 2); t(lambda: OnlySet()[0])
t(lambda: (1)(2)); t(lambda: 'a'.foo()); t(lambda: None.x); t(lambda: (1).real()); t(lambda: [].foo); t(lambda: print.x); t(lambda: f1.zz); t(lambda: A.zz); t(lambda: A().zz); t(lambda: A().m.zz); t(lambda: (lambda: 1).zz); t(lambda: int.zz); t(lambda: type.zz); t(lambda: (x for x in ()).zz); t(lambda: ....zz); t(lambda: __import__('math').zz); t(lambda: NotImplemented.zz); t(lambda: {}.a); t(lambda: (1, 2).a); t(lambda: True.a); t(lambda: 1.5.a); t(lambda: b''.a); t(lambda: range(2).a); t(lambda: slice(1).a); t(lambda: Exception().a); t(lambda: super.a); t(lambda: object().a); t(lambda: property().a)
