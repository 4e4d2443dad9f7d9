import ast
t=ast.parse('é = f"a{b!r:>{w}}" + x.y[1:2]\ndef f(a,*,b=1): return a', type_comments=False)
r=compile(t,'x','exec',ast.PyCF_ONLY_AST)
print(r is t, type(r), ast.dump(r, include_attributes=True)==ast.dump(t, include_attributes=True))
for b in (None, 1, 'x', ...):
    try:
        class X(b): pass
        print(X)
    except TypeError as e: print(e)
for a in (b'%f', b'%.2e', '%f'):
    for v in ('x', None, 1, 2.5, True):
        try: print(a % v)
        except TypeError as e: print(e)
class NF:
    def __float__(self): return 'x'
try: b'%f' % NF()
except TypeError as e: print(e)
