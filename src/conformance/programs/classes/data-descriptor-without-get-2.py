class OnlySet:
    def __set_name__(self, owner, name): self.name = name
    def __set__(self, obj, value): obj.__dict__[self.name] = value * 2
class Meta(type):
    m = OnlySet()
    @property
    def p(cls): return 'meta property ' + cls.__name__
    def method(cls): return 'meta method'
class B(metaclass=Meta): p = 'own p'; method = 'own method'
print(B.p, B.method, B().p, B().method)
try: B.p = 1
except AttributeError as e: print(e)
class C(metaclass=Meta): pass
print(C.p, C.method())
try: C().p
except AttributeError as e: print(e)
