"""property: where its doc and name come from, and what it says when a part is missing."""
class P(property):
    """sub doc"""
class A:
    @P
    def x(self):
        "xdoc"
        return 1
    @P
    def y(self): return 1
    z = P(None, doc='explicit')
    q = property(lambda s: 1)
    nodoc = P()
for n in 'xyzq': print(n, repr(getattr(A,n).__doc__), A.__dict__[n].__dict__ if hasattr(A.__dict__[n],'__dict__') else '-', getattr(A.__dict__[n],'__name__','none'))
try: A.nodoc.__name__
except AttributeError as e: print(e)
print(A.nodoc.__doc__, P.__doc__)
class B(A):
    @A.x.getter
    def x(self):
        "new doc"
        return 2
    @A.q.setter
    def q(self, v): pass
print(B.x.__doc__, B.q.__doc__)
class S(property):
    __slots__=()
try:
    class C:
        @S
        def f(self):
            "doc"
    print(C.f.__doc__)
except AttributeError as e: print(e)
class S2(property):
    __slots__=('__doc__',)
p=S2(lambda s:1, doc='d'); print(p.__doc__)
def g(self):
    "gdoc"
print(S2(g).__doc__)
try: print(S2().__doc__)
except AttributeError as e: print(e)
class D:
    r=property(None)
    class In:
        r=property()
        s=property(None,None,None,'dd')
print(D.In.s.__doc__)
for o in (D(), D.In()):
    for f in (lambda: o.r, lambda: setattr(o,'r',1), lambda: delattr(o,'r')):
        try: f()
        except AttributeError as e: print(e)
p=property(lambda s: 1)
for a in [(),(1,),(1,2,3)]:
    try: p.__set_name__(*a)
    except TypeError as e: print(e)
p.__set_name__(1,'nm'); print(p.__name__)
p=property(); p.__name__='zz'; print(p.__name__)
del p.__name__
try: p.__name__
except AttributeError as e: print(e)
p=property(lambda s: 1); print(p.__name__)
p.__name__=5; print(p.__name__)
try: property(1,2,3,4,5)
except TypeError as e: print(e)
try: property(foo=1)
except TypeError as e: print(e)
p=property(doc='a'); p.__doc__='b'; print(p.__doc__)
class F:
    @property
    def v(self): raise AttributeError('inner')
    def __getattr__(self,n): return 'fallback '+n
print(F().v)
try: property.__get__(5,1)
except TypeError as e: print(e)
print(property(1).__get__(None,int) , property.__new__(property).fget)
try: property(1).__get__(3)
except TypeError as e: print(e)
class N:
    pass
N.foo = property()
for f in (lambda: N().foo, lambda: setattr(N(),'foo',1), lambda: delattr(N(),'foo')):
        try: f()
        except AttributeError as e: print(e)
class W(property):
    @property
    def __doc__(self): return 'computed'
try: W(g)
except AttributeError as e: print(e)
