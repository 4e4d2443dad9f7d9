print(int.__add__, [].__len__, str.upper, ''.join, int.from_bytes, dict.__contains__, [].append, len, object.__init__, type((1).__add__).__name__, type(int.__add__).__name__, type(str.upper).__name__, type(dict.fromkeys).__name__, type(dict.__dict__['fromkeys']).__name__)
def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
t(lambda: str.__add__(1, 2)); t(lambda: list.append({}, 1)); t(lambda: int.__add__('a', 1)); t(lambda: dict.get([], 1)); t(lambda: list.append()); t(lambda: int.__add__()); t(lambda: int.__add__(1)); t(lambda: (1).__add__('a')); t(lambda: (1).__add__()); t(lambda: [].__len__(1)); t(lambda: 'a'.__eq__(1)); t(lambda: (1.5).__add__(1)); t(lambda: (1).__add__(1.5)); t(lambda: (1).__pow__()); t(lambda: [].__setitem__(0)); t(lambda: [1].__getitem__()); t(lambda: {}.__getitem__('a')); t(lambda: (2).__rsub__(5)); t(lambda: 'a'.__contains__(1)); t(lambda: [].__iadd__(5)); t(lambda: object().__lt__(1)); t(lambda: None.__bool__()); t(lambda: (5).__bool__()); t(lambda: 'a'.__hash__() == hash('a')); t(lambda: int.__repr__(5)); t(lambda: object.__repr__(5)[:15]); t(lambda: object.__str__([1])); t(lambda: int.__str__('a')); t(lambda: type.__repr__(5)); t(lambda: object.__eq__(1, 1)); t(lambda: object.__ne__(1, 2)); t(lambda: float.__round__(2.5)); t(lambda: list.__init__(5)); t(lambda: [].__class__.__name__)
class A:
    def __add__(s, o): return 'A+'
    def f(s): pass
print(A.__add__.__qualname__, type(A().__add__).__name__, A.__init__ is object.__init__, A().__init__, A.__eq__ is object.__eq__, A.f.__get__(A()).__self__.__class__.__name__) if 0 else print(A.__add__.__qualname__, type(A().__add__).__name__, A.__init__ is object.__init__, A.__eq__ is object.__eq__)
import types, inspect
print(isinstance(int.__add__, types.WrapperDescriptorType), isinstance((1).__add__, types.MethodWrapperType), isinstance(str.upper, types.MethodDescriptorType), isinstance(len, types.BuiltinFunctionType), isinstance(A.f, types.FunctionType), inspect.isbuiltin([].append), inspect.ismethoddescriptor(str.upper), inspect.isroutine(int.__add__), callable(int.__add__))
