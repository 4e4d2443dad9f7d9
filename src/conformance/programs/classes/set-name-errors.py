class Bad:
    def __set_name__(self, owner, name): raise ValueError('no such field')
try:
    class A: field = Bad()
except ValueError as e: print(e, e.__notes__)
class Good:
    def __set_name__(self, owner, name): print('set_name', owner.__name__, name)
class B: a = Good(); b = c = Good()
B.late = Good()
print(type('D', (), {'x': Good()}).__name__)
class Meta(type):
    def __new__(m, n, b, ns):
        ns['added'] = Good()
        return super().__new__(m, n, b, ns)
class E(metaclass=Meta): pass
class F:
    def __init_subclass__(cls, **kw): print('init_subclass', cls.__name__, kw, [k for k in vars(cls) if k[0] != '_'])
class G(F, tag=1): x = Good()
try:
    class H(G, metaclass=Meta, tag=2): pass
except TypeError as e: print(e)
class I:
    def __init_subclass__(cls): super().__init_subclass__(); cls.made = True
class J(I): pass
print(J.made, hasattr(I, 'made'))
try:
    class K(I, bad=1): pass
except TypeError as e: print(e)
try: type('L', (), {}, bad=1)
except TypeError as e: print(e)
