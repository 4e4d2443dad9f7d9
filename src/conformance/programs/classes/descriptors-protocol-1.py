def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
class D:
    def __set_name__(self, o, n): self.n = n; print('set_name', o.__name__, n)
    def __get__(self, i, o=None):
        return ('get', i is None, o.__name__)
class DD(D):
    def __set__(self, i, v): print('set', self.n, v); i.__dict__[self.n] = v
    def __delete__(self, i): print('del', self.n)
class A:
    x = D()
    y = DD()
a = A()
print(a.x, a.y, A.x, A.y)
a.x = 3; a.y = 4
print(a.x, a.y, a.__dict__)
del a.y
t(lambda: delattr(a, 'x')); t(lambda: delattr(a, 'x'))
class S:
    def __set__(self, i, v): print('only set', v)
class B: z = S()
