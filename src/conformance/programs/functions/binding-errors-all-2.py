def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
class A:
    def m(self, a): pass
    @classmethod
    def c(cls, a): pass
    @staticmethod
    def s(a): pass
    def nos(): pass
a = A()
t(a.m); t(a.m, 1, 2); t(a.c); t(a.s); t(a.nos); t(A.m); t(A.m, 1); t(A, 1); t(A, x=1); t(lambda: A.m(a=1))
class B:
    def __init__(self, x, *, y): pass
t(B); t(B, 1); t(B, 1, 2, y=1); t(B, 1, y=1, z=1)
class C:
    def __new__(cls, a): return super().__new__(cls)
t(C); t(C, 1, 2); 
class C2:
    def __new__(cls, *a): return super().__new__(cls, *a)
t(C2, 1)
class C3:
    def __init__(self, *a): super().__init__(*a)
t(C3, 1)
class C4:
    def __init__(self): return 5
t(C4)
t(len); t(len, 1, 2); t(len, x=1); t(int, 1, 2, 3); t(int, 'a', x=1); t(str, 1, 2); t(print, foo=1); t(sorted); t(sorted, [1], 2); t(sorted, [1], foo=2); t(isinstance, 1); t(getattr, 1); t(range); t(range, 1, 2, 3, 4); t(range, 'a'); t(range, 1.5); t(range, 1, 2, 0); t([].append); t([].append, 1, 2); t([].sort, 1); t({}.get); t({}.update, 1, 2); t('a'.join); t('a'.join, 1); t('a'.join, [1]); t('a'.split, 1); t('a'.replace, 'a'); t('a'.center); t('abc'.startswith, 5); t(dict, 1); t(dict, [1]); t(dict, [(1,)]); t(dict, [(1, 2, 3)]); t(dict, a=1); t(list, 1); t(list, 1, 2); t(tuple, 5); t(set, 5); t(zip, 1); t(map); t(map, len); t(map, 5, [1]) ; t(filter, 1); t(enumerate); t(enumerate, 5); t(reversed, 5); t(reversed, {1}); t(iter, 5); t(iter, 5, 6); t(next, 5); t(next, iter([])); t(next, iter([]), 'd'); t(sum, 5); t(sum, ['a']); t(sum, ['a'], ''); t(max); t(max, 5); t(max, []); t(max, [], default=1); t(max, 1, 2, default=3); t(max, 1, 'a'); t(min, [1, 2], key=5); t(abs); t(chr, -1); t(chr, 'a'); t(ord, 'ab'); t(ord, 5); t(hash); t(id); t(type, 1, 2); t(super, 1, 2, 3); t(open); t(eval, 5); t(exec, 5); t(compile, 1); t(divmod, 1); t(pow, 1); t(round, 'a'); t(round, 1.5, 'a'); t(input, 1, 2); t(callable); t(vars, 5); t(dir, 1, 2); t(any, 5); t(all, 5); t(bin, 1.5); t(hex, 'a'); t(bytes, 'a'); t(bytes, -1); t(bytes, [256]); t(bytes, [1.5]); t(bytearray, 'a'); t(float, 'a'); t(float, []); t(int, []); t(int, 'z'); t(int, '1', 99); t(int, 1, 2); t(int, None); t(complex, 'a'); t(complex, []); t(slice); t(bool, 1, 2); t(object, 1); t(frozenset, 1); t(memoryview, 1); t(property, 1, 2, 3, 4, 5); t(staticmethod); t(format, 1, 2); t(format, 1, 'z'); t(setattr, 1, 2); t(setattr, 1, 2, 3); t(getattr, 1, 2); t(hasattr, 1, 2); t(issubclass, 1, int); t(issubclass, int, 1); t(isinstance, 1, 1); t(isinstance, 1, (int, 1)); t(isinstance, 'a', (int, 1)); t(isinstance, 1, int | str); t(isinstance, 1, list[int])
