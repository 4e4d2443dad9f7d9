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
