/** Classes: special methods with and without reflected forms, inheritance, super, properties, slots, descriptors, metaclasses. */
import { readGrammar } from './fuzz-grammar.ts';

export const CLASSES = readGrammar(`
section:
  - class A:
        <member>
        <member>
        <member>
    <use>
    <use>
    <use>
  - class A(<base>):
        <member>
        <member>
    <use>
    <use>
    <use>
  - class A:
        <member>
        <member>
    class B(A):
        <member>
        <submember>
    <use>
    <useb>
    <useb>
    <useb>
  - class A:
        <member>
    class M:
        <member>
        <submember>
    try:
        class B(<bases>):
            <submember>
        print([k.__name__ for k in B.__mro__])
    except TypeError as error:
        fail(error)
    <useb>
    <useb>
  - class A:
        n = 1
        <slots>
        <member>
        <member>
    <use>
    <use>
    <use>
  - class Meta(type):
        <metamember>
        <metamember>
    try:
        class A(metaclass=Meta<classkeyword>):
            <member>
            <member>
    except Exception as error:
        fail(error)
    <use>
    show(lambda: <metause>)
    show(lambda: <metause>)
  - class D:
        <descriptor>
        <descriptor>
        <descriptor>
    try:
        class A:
            z = D()
            <member>
    except Exception as error:
        fail(error)
    <use>
    <use>
    show(lambda: A.z)
  - class A:
        <subclasshook>
        <member>
    try:
        class B(A<classkeyword>): <submember1>
    except Exception as error:
        fail(error)
    <useb>
    show(lambda: A[<any>])
  - @dataclasses.dataclass(<dataoption>)
    class A:
        <field>
        <field>
        <field>
        <datamember>
    show(lambda: <datacall>)
    show(lambda: <datause>)
    show(lambda: <datause>)
  - class A(enum.<enumbase>):
        R = <enumvalue>
        G = <enumvalue>
        B = <enumvalue>
        <enummember>
    show(lambda: <enumuse>)
    show(lambda: <enumuse>)
    show(lambda: <enumuse>)
submember1:
  - pass ;; n = 2 ;; __slots__ = ()
base:
  - list ;; dict ;; int ;; str ;; tuple ;; Exception ;; float ;; object ;; bytes ;; bool ;; type ;; collections.UserList ;; abc.ABC ;; collections.abc.Sequence ;; collections.namedtuple('T', 'x y')
bases:
  - A, M ;; M, A ;; A, object ;; object, A ;; A, A ;; A, list ;; int, str ;; M, dict ;; A, M, dict
result:
  - 1 ;; <any> ;; NotImplemented ;; self ;; 'r' ;; other ;; A ;; super() ;; None ;; True ;; -1
binary:
  - __add__ ;; __radd__ ;; __iadd__ ;; __sub__ ;; __mul__ ;; __rmul__ ;; __eq__ ;; __lt__ ;; __gt__ ;; __le__ ;; __ne__ ;; __and__ ;; __or__ ;; __ror__ ;; __matmul__ ;; __truediv__ ;; __mod__ ;; __pow__ ;; __rpow__ ;; __lshift__ ;; __rsub__ ;; __contains__ ;; __getitem__ ;; __divmod__ ;; __imul__ ;; __delitem__ ;; __xor__ ;; __floordiv__ ;; __format__ ;; __getattr__ ;; __delattr__ ;; __round__
unary:
  - __len__ ;; __bool__ ;; __repr__ ;; __str__ ;; __hash__ ;; __iter__ ;; __next__ ;; __index__ ;; __int__ ;; __float__ ;; __neg__ ;; __pos__ ;; __abs__ ;; __invert__ ;; __reversed__ ;; __complex__ ;; __enter__ ;; __length_hint__ ;; __dir__ ;; __bytes__ ;; __trunc__
member:
  - pass ;; n = <any> ;; def <binary>(self, other):
        print('<binary>', <other>)
        return <result> ;; def <binary>(self, other): return <result>
  - def <binary>(self, other): return <result> ;; def <unary>(self, other=0): return <result> ;; def <unary>(self, other=0): return <result> ;; def <unary>(self, other=0): return <result>
  - def __init__(self, n=<any>): self.n = n ;; def __init__(self, *args, **kw): self.args, self.kw = args, kw ;; def __init__(self, n, m=1): self.n, self.m = n, m
  - def __repr__(self): return f'<{type(self).__name__} {vars(self)}>' ;; def __str__(self): return 'str' ;; def __call__(self, *args, **kwargs): return args, kwargs ;; def __setitem__(self, k, v): print('set', k, v)
  - def __setattr__(self, k, v): print('setattr', k, v); <setattr> ;; def __new__(cls, *args): <new> ;; def __exit__(self, *args): print('exit', args[0]); return <bool> ;; def __getattribute__(self, k): print('get', k); return object.__getattribute__(self, k)
  - @property
    def z(self): return <result0> ;; @property
    def z(self): return self._z
    @z.setter
    def z(self, v): print('setting', v); self._z = v ;; @classmethod
    def z(cls, other=<any>): return cls.__name__, other ;; @staticmethod
    def z(*args): return args ;; @functools.cached_property
    def z(self): print('once'); return <result0>
  - def m(self, other=<small>): return 'A.m', other ;; __hash__ = None ;; def __eq__(self, other): return self.__dict__ == other.__dict__ ;; def __lt__(self, other): return <bool> ;; def __missing__(self, k): return 'missing', k ;; __eq__ = None ;; def _p(self): return self.__x ;; __x = <small>
  - def __getattr__(self, name): return <attrresult> ;; def __class_getitem__(cls, k): return k ;; def __del__(self): pass ;; def __subclasscheck__(self, other): return True ;; async def z(self): pass ;; def z(self): yield 1 ;; __slots__ = ('n', '__dict__') ;; __match_args__ = ('n',) ;; def __format__(self, spec): return spec ;; z: int = 3 ;; class z: pass ;; @abc.abstractmethod
    def m(self): pass
setattr:
  - object.__setattr__(self, k, v) ;; self.__dict__[k] = v ;; pass ;; super().__setattr__(k, v) ;; raise AttributeError(k)
attrresult:
  - name ;; object.__getattribute__(self, name) ;; super().__getattr__(name) ;; getattr(self.n, name) ;; None
new:
  - return super().__new__(cls) ;; return 5 ;; print('new', args); return object.__new__(cls) ;; return super().__new__(cls, *args) ;; return object.__new__(cls, 1)
result0:
  - 1 ;; self.n ;; self.nope ;; <any>
other:
  - other ;; type(other).__name__
submember:
  - pass ;; <member> ;; def m(self, other=1): return 'B.m', super().m(other) ;; def __init__(self, *args):
        super().__init__(*args)
        self.b = 1 ;; def __repr__(self): return 'B' + super().__repr__() ;; def __eq__(self, other): return super().__eq__(other) ;; def __getattr__(self, name): return super().__getattr__(name) ;; n = 'B.n'
  - @property
    def z(self): return super().z ;; @classmethod
    def z(cls): return super().z() ;; m = None ;; def __radd__(self, other): return 'B.radd' ;; def __add__(self, other): return super().__add__(other) ;; def __iter__(self): return iter((1, 2)) ;; def __len__(self): return 2 ;; __slots__ = ('q',) ;; def __init_subclass__(cls, **kw): print(kw)
slots:
  - __slots__ = () ;; __slots__ = ('a', 'b') ;; __slots__ = 'a' ;; __slots__ = ('n',) ;; __slots__ = ['a', '__dict__'] ;; __slots__ = {'a': 'doc'} ;; __slots__ = ('1x',) ;; __slots__ = ('a', 'a') ;; __slots__ = (1,) ;; __slots__ = ('__weakref__', 'n')
operator:
  - + ;; - ;; * ;; / ;; // ;; % ;; @ ;; & ;; | ;; << ;; == ;; != ;; < ;; <= ;; > ;; >= ;; in ;; not in ;; and ;; ** ;; is
made:
  - A() ;; A(<any>) ;; A(<any>) ;; A(<any>, <any>) ;; A(n=<any>) ;; A
operand:
  - <any> ;; A() ;; <made> ;; 1 ;; A(1)
expression:
  - <made> <operator> <operand> ;; <operand> <operator> <made> ;; <made> ;; <made>.n ;; <made>.z ;; <made>.m() ;; <made>[<any>] ;; len(<made>) ;; bool(<made>) ;; list(<made>) ;; str(<made>) ;; f'{<made>:>3}' ;; iter(<made>) ;; hash(<made>) == 0
  - <made>(<any>, k=1) ;; -<made> ;; abs(<made>) ;; int(<made>) ;; float(<made>) ;; [1, 2, 3][<made>] ;; range(<made>) ;; divmod(<made>, <operand>) ;; round(<made>) ;; next(<made>) ;; reversed(<made>) ;; sorted([<made>, <operand>]) ;; max(<made>, <operand>) ;; sum([<made>, <operand>]) ;; ~<made>
  - vars(<made>) ;; <made>.missing ;; isinstance(<made>, <type>) ;; {<made>: 1} ;; [*<made>] ;; A.m(<any>) ;; A.z ;; A.n ;; <made>.__class__.__name__ ;; <made> == <made> ;; pow(<made>, <operand>) ;; bytes(<made>) ;; complex(<made>) ;; [1, 2][<made>:] ;; '%d %s' % (<made>, <made>) ;; getattr(<made>, <str>, <any>) ;; hasattr(<made>, 'z') ;; <made>._p() ;; <made>._A__x ;; {**<made>} ;; print(*<made>) ;; dict(<made>)
  - A.__name__, A.__qualname__, A.__module__ ;; A.__mro__ ;; A.__doc__ ;; sorted(k for k in vars(A) if not k.startswith('__')) ;; A.__bases__ ;; callable(<made>) ;; type(<made>) ;; issubclass(A, <type>) ;; operator.index(<made>) ;; <made>.__dict__ ;; bool([<made>]) ;; <made> < <made> < <made> ;; A.__abstractmethods__ ;; repr([<made>]) ;; super(A, <made>).__repr__() ;; math.floor(<made>) ;; copy.copy(<made>).n ;; A.__hash__ is None ;; sorted(dir(<made>))[:1] ;; A.__dict__['z'] ;; A.m ;; A().m ;; A.__init__ ;; A.__eq__
use:
  - show(lambda: <expression>) ;; show(lambda: <expression>) ;; show(lambda: <expression>)
  - try:
        o = <made>
        <operation>
        print(o)
    except Exception as error:
        fail(error)
  - try:
        o = <made>
        <operation>
        <operation>
        print(repr(o.<attribute>))
    except Exception as error:
        fail(error)
attribute:
  - n ;; z ;; a ;; b ;; args ;; missing ;; __class__ ;; __dict__
operation:
  - o.n = <any> ;; o.z = <any> ;; del o.n ;; del o.z ;; o += <any> ;; o *= <small> ;; o[<any>] = <any> ;; del o[<any>] ;; o.a = 1 ;; o.a += 1 ;; o.args = 2 ;; a, *b = o ;; setattr(o, <str>, 1) ;; A.n = <any> ;; A.z = <any> ;; del A.n ;; del o.a ;; o.__class__ = <type> ;; o.__dict__ = <any> ;; o.n += 1 ;; o -= 1 ;; o |= <any> ;; delattr(o, <str>) ;; A.__add__ = lambda self, other: 'patched' ;; A.__len__ = lambda self: 3 ;; o.__len__ = lambda: 4; print(len(o)) ;; A.__bool__ = <any>
  - for i in o: print('item', i); break ;; with o as w: print(w) ;; with o: raise ValueError('in') ;; print(o.z, o.z) ;; print([i for i in o]) ;; raise o ;; o() ;; assert o ;; if o: print('true') ;; match o:
        case A(n): print('positional', n)
        case A(n=1): print('keyword')
        case _: print('none') ;; while o: print('once'); break ;; o.x.y = 1 ;; print(o == 1, 1 == o, o != 1) ;; print(f'{o} {o!r} {o!s}') ;; A.__class__ = int ;; o.__init__(<any>) ;; print(A.__eq__(o, 1)) ;; del A.__len__
useb:
  - <use> ;; show(lambda: B(<any>).m()) ;; show(lambda: B()) ;; show(lambda: B() <operator> A()) ;; show(lambda: A(1) <operator> B(1)) ;; show(lambda: B(<any>).n) ;; show(lambda: B().z) ;; show(lambda: B() == B()) ;; show(lambda: B(<any>) <operator> <any>) ;; show(lambda: isinstance(B(), A)) ;; show(lambda: vars(B(<any>))) ;; show(lambda: list(B())) ;; show(lambda: B.__mro__) ;; show(lambda: super(B, B()).m()) ;; show(lambda: B.m(A())) ;; show(lambda: B.z) ;; show(lambda: <any> <operator> B(2)) ;; show(lambda: B(1, 2, 3)) ;; show(lambda: len(B())) ;; show(lambda: setattr(B(), 'z', 1))
classkeyword:
  - ~ ;; ~ ;; , k=1 ;; , k=<any>, j=2
metamember:
  - pass ;; def __call__(cls, *args): print('call', args); return super().__call__(*args) ;; def __new__(m, name, bases, ns, **kw): print('new', name, kw); return super().__new__(m, name, bases, ns) ;; def __init__(cls, name, bases, ns, **kw): print('init', name) ;; def __getattr__(cls, k): return 'meta', k ;; def __iter__(cls): return iter('meta') ;; def __len__(cls): return 7 ;; def __repr__(cls): return 'repr of class'
  - def __getitem__(cls, k): return k ;; def __prepare__(name, bases, **kw): return {'prepared': 1} ;; @classmethod
    def __prepare__(m, name, bases, **kw): print('prepare', kw); return {'prepared': 1} ;; @property
    def z(cls): return 'meta z' ;; def __instancecheck__(cls, o): return True ;; def __contains__(cls, o): return o == 1 ;; def m(cls): return 'meta m' ;; def __bool__(cls): return False ;; def __add__(cls, other): return 'meta add' ;; def __eq__(cls, other): return True ;; def mro(cls): return [cls, object]
metause:
  - A ;; A() ;; A(1) ;; len(A) ;; list(A) ;; A[1] ;; A.z ;; A().z ;; A.missing ;; A.prepared ;; isinstance(1, A) ;; 1 in A ;; A.m() ;; bool(A) ;; A + 1 ;; type(A) ;; A == 1 ;; A.__mro__ ;; A.n ;; hash(A) == 0 ;; A | int ;; repr(A()) ;; A().m()
descriptor:
  - def __get__(self, o, cls=None): return 'got', o is None, cls.__name__ ;; def __set__(self, o, v): print('set', v) ;; def __delete__(self, o): print('delete') ;; def __set_name__(self, owner, name): print('name', owner.__name__, name) ;; pass ;; def __get__(self, o, cls): return self ;; def __get__(self, o, cls): raise AttributeError('hidden') ;; def __set_name__(self, owner): pass ;; def __set__(self, o, v): o.__dict__['z'] = v ;; def __call__(self): return 'called' ;; def __set_name__(self, owner, name): raise ValueError('no')
subclasshook:
  - def __init_subclass__(cls, **kw): print('subclass', cls.__name__, kw) ;; def __init_subclass__(cls, k=1): cls.k = k ;; def __class_getitem__(cls, k): return cls.__name__, k ;; def __init_subclass__(cls, /, **kw): super().__init_subclass__(**kw) ;; pass
dataoption:
  - ~ ;; frozen=True ;; order=True ;; eq=False ;; slots=True ;; kw_only=True ;; repr=False ;; frozen=True, order=True ;; init=False ;; unsafe_hash=True
field:
  - n: int ;; m: str = 'm' ;; k: list = dataclasses.field(default_factory=list) ;; c: typing.ClassVar[int] = 1 ;; j: int = dataclasses.field(default=3, repr=False) ;; i: dataclasses.InitVar[int] = 2 ;; h: int = dataclasses.field(init=False, default=4) ;; o: float = 1.5 ;; l: int = dataclasses.field(compare=False, default=0)
datamember:
  - pass ;; def __post_init__(self, *i): print('post', i) ;; def __repr__(self): return 'own' ;; @property
    def z(self): return self.n ;; def __eq__(self, other): return 'eq'
datacall:
  - A() ;; A(1) ;; A(1, 'b') ;; A(n=1) ;; A(1, 2, 3) ;; A(1, m=2, k=3)
datause:
  - <datacall> ;; <datacall> == <datacall> ;; <datacall> < <datacall> ;; dataclasses.asdict(<datacall>) ;; dataclasses.replace(<datacall>, n=5) ;; [f.name for f in dataclasses.fields(A)] ;; hash(<datacall>) == hash(<datacall>) ;; setattr(<datacall>, 'n', 2) ;; dataclasses.astuple(<datacall>) ;; A.__match_args__ ;; inspect.signature(A) ;; vars(<datacall>) ;; <datacall>.n ;; A.m ;; copy.replace(<datacall>, m=1)
enumbase:
  - Enum ;; IntEnum ;; Flag ;; StrEnum ;; IntFlag
enumvalue:
  - 1 ;; 2 ;; 4 ;; enum.auto() ;; 'x' ;; enum.auto() ;; (1, 2) ;; 1.5
enummember:
  - pass ;; def __str__(self): return self.name.lower() ;; @property
    def z(self): return self.value ;; @classmethod
    def _missing_(cls, v): return cls.R ;; _ignore_ = ['q'] ;; def m(self): return self, self.value
enumuse:
  - A.R ;; list(A) ;; A(1) ;; A['G'] ;; A.R | A.G ;; A.R == 1 ;; A.R < A.G ;; A.B.value ;; A.R.name ;; str(A.R) ;; f'{A.R}' ;; A('nope') ;; A['nope'] ;; len(A) ;; A.R in A ;; 1 in A ;; A.__members__ ;; A.R is A.G ;; A.R + 1 ;; ~A.R ;; bool(A.R) ;; A.nope ;; A.R.m() ;; A.R.z ;; setattr(A, 'R', 2) ;; A.R & A.B ;; A(3) ;; A(8) ;; list(A.R) ;; hash(A.R) == 0 ;; {A.R: 1} ;; A
`);
