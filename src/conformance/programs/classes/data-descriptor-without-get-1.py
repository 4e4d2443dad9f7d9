class OnlySet:
    def __set_name__(self, owner, name): self.name = name
    def __set__(self, obj, value): obj.__dict__[self.name] = value * 2
class OnlyDelete:
    def __delete__(self, obj): print('deleted')
class OnlyGet:
    def __get__(self, obj, cls=None): return 'got' if obj else 'class'
class A:
    s = OnlySet(); d = OnlyDelete(); g = OnlyGet()
a = A()
print(type(a.s).__name__); a.s = 5; print(a.s, vars(a))
del a.d
try: a.d = 1
except AttributeError as e: print('set:', e)
try: del a.s
except AttributeError as e: print('del:', e)
print(a.g, A.g); a.g = 'mine'; print(a.g, A.g); del a.g; print(a.g)
a.__dict__['d'] = 'in dict'; print(a.d)
class Meta(type):
    m = OnlySet()
    @property
    def p(cls): return 'meta property ' + cls.__name__
    def method(cls): return 'meta method'
