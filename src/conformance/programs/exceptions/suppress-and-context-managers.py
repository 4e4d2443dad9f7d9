import contextlib

with contextlib.suppress(KeyError, ValueError):
    print('before')
    {}['a']
    print('never')
print('after')

@contextlib.contextmanager
def managed(name):
    print('setup', name)
    try:
        yield name * 2
    except ValueError as e:
        print('handled', e)
    finally:
        print('teardown', name)

with managed('a') as x:
    print(x)
with managed('b'):
    raise ValueError('inside')
try:
    with managed('c'):
        raise TypeError('through')
except TypeError as e:
    print(e)

@contextlib.contextmanager
def bad():
    if False:
        yield

try:
    with bad(): pass
except RuntimeError as e:
    print(e)

@contextlib.contextmanager
def twice():
    yield 1
    yield 2

try:
    with twice(): pass
except RuntimeError as e:
    print(e)
try:
    with twice():
        raise ValueError('q')
except (RuntimeError, ValueError) as e:
    print(type(e).__name__, e)
with contextlib.ExitStack() as st:
    st.callback(print, 'cb 1')
    v = st.enter_context(managed('s'))
    st.callback(print, 'cb 2', 'x')
    st.push(lambda t, v, tb: print('push', t) or True)
    raise KeyError('swallowed by push')
print('out')

@managed('deco')
def f(x):
    return x + 1

print(f(1))
with contextlib.nullcontext(5) as n, contextlib.closing((i for i in [1])) as g:
    print(n, next(g))
class R(contextlib.ContextDecorator):
    def __enter__(self): print('R in')
    def __exit__(self, *a): print('R out', a[0])
@R()
def h(): print('h')
h()
import io
buf = io.StringIO()
with contextlib.redirect_stdout(buf):
    print('captured')
print(repr(buf.getvalue()))
