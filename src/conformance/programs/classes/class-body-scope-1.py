x = 'global'
class A:
    print(x)
    x = 'class'
    print(x, [c for c in x], list(c + x[0] for c in 'ab') if False else '')
    def f(self): return x
    y = [x for _ in range(1)]
    z = lambda self: x
    for i in range(3): pass
    if i: w = i
    with_default = (lambda v=x: v)()
    class Inner:
        try: q = y
        except NameError as e: q = str(e)
    del i
print(A().f(), A.y, A().z(), A.w, A.with_default, A.Inner.q, hasattr(A, 'i'))
def make(n):
    class B:
        val = n
        def get(self): return n
    return B
print(make(1).val, make(2)().get(), make(1).__qualname__, make(1) is make(1))
class C:
    a = b = 1
    a += 1
    def a_method(self): return __class__.__name__
    locals()['dynamic'] = 5
    print(sorted(k for k in locals() if not k.startswith('__')), __module__, __qualname__)
print(C.a, C.b, C.dynamic, C().a_method())
class D(C): a_method = C.a_method
print(D().a_method(), D.a_method is C.a_method)
class E:
    __x = 1
    def get(self): return self.__x, E.__x
    def __hidden(self): return 'hidden'
    def call(self): return self.__hidden()
    __dunder__ = 2
print(E().get(), E._E__x, E().call(), E.__dunder__, [n for n in vars(E) if 'x' in n])
try: E.__x
except AttributeError as e: print(e)
class _F:
    __p = 1
print(_F._F__p)
class G:
    "doc"
    x: int = 1
    'not doc'
print(G.__doc__, G.__annotations__, A.__doc__, type('H', (), {'__doc__': 'd'}).__doc__)
