class MM(type):
    def mro(c): return [c, object]
class Z(metaclass=MM): pass
print(Z.__mro__)
print(type.__call__(int, '5'), type.__name__, type(type), type.mro(bool))
class K1:
    def __init_subclass__(cls, /, tag=None, **kw): super().__init_subclass__(**kw); cls.tag = tag; print('sub', cls.__name__, tag)
class K2(K1, tag='x'): pass
try:
    class K3(K1, other=1): pass
except TypeError as e: print(e)
try:
    class K4(foo=1): pass
except TypeError as e: print(e)
print(K1.__subclasses__(), K2.__base__, K2.__bases__)
