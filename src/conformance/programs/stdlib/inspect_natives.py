"""inspect: signatures of native functions, sources, comments, closure variables."""
import inspect, functools, collections, math
for f in (len, print, sorted, functools.reduce, functools.cmp_to_key, int.from_bytes, str.split, [].append, dict.get, math.gcd, math.hypot, sum, collections.OrderedDict.move_to_end, collections.deque.rotate, iter, max, dict.pop, dict.fromkeys, object, str.join, ''.join, dict.setdefault, list.sort, isinstance, divmod, pow, round, math.floor, complex.conjugate, float.fromhex, bytes.decode, property, enumerate, zip, list, range, functools.partial, Exception, ValueError):
    try: print(getattr(f,'__qualname__',f), inspect.signature(f))
    except (ValueError,TypeError) as e: print(type(e).__name__, str(e)[:90])
    print('   ', getattr(f, '__text_signature__', '-'))
def g(a, b=[1,2], *c, d: int = 3, **e) -> str:
    """doc
    x"""
    x = math.pi + len(c) + undefined_name.attr
    return ")]}" + '''
dedented
'''
    # trailing

    # more
# not this
class K:
    a = 1
    @property
    def p(self):
        return 1

    def q(self): return (lambda x:
        x)
y = 1
print(inspect.getsource(g)); print(inspect.getsource(K)); print(inspect.getsource(K.q)); print(inspect.getsource(K.p.fget))
h = lambda q: q + 1; print(inspect.getsource(h))
names = inspect.getclosurevars(g)
print(names.nonlocals, list(names.globals), names.builtins, sorted(names.unbound))
print(inspect.getfullargspec(g)); print(inspect.signature(g)); print(inspect.getcomments(g), inspect.getdoc(g))
print(inspect.getsourcelines(K)[1], inspect.getsourcefile(g) is not None)
print([c.name for c in inspect.classify_class_attrs(K) if not c.name.startswith('__')])
print(inspect.getclasstree([int, bool, K]))
