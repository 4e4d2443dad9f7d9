def g():
    print('start')
    try:
        x = yield 1
        print('got', x)
        y = yield x * 2
        print('got', y)
    except ValueError as e:
        print('caught', e)
        yield 'recovered'
    finally:
        print('cleanup')
    return 'done'

a = g()
print(next(a))
print(a.send(10))
try:
    a.send('end')
except StopIteration as e:
    print('stop', e.value)
try:
    next(a)
except StopIteration as e:
    print('again', e.value)
b = g()
try:
    b.send(5)
except TypeError as e:
    print(e)
print(next(b), b.throw(ValueError('boom')))
print(list(b))
c = g()
print(next(c), c.close(), c.close())
d = g()
print(d.close())
e = g()
try:
    e.throw(KeyError('unstarted'))
except KeyError as k:
    print('out', k)
print(list(e))

def ignore():
    try:
        yield 1
    except GeneratorExit:
        yield 2
i = ignore(); next(i)
try:
    i.close()
except RuntimeError as r:
    print(r)

def ret_on_close():
    try:
        yield 1
    except GeneratorExit:
        return 'closed value'
r = ret_on_close(); next(r)
print(r.close())

def stop():
    yield 1
    raise StopIteration('inner')
s = stop(); next(s)
try:
    next(s)
except RuntimeError as x:
    print(x, repr(x.__cause__))

def selfref():
    try:
        next(me)
    except ValueError as v:
        print(v)
    yield 1
me = selfref()
print(next(me))
print(a.gi_frame, b.gi_running, me.gi_frame is not None, me.gi_code.co_name, me.__name__)
def raises():
    yield 1
    raise OSError('x')
z = raises()
print(next(z))
try:
    next(z)
except OSError as o:
    print(o)
print(next(z, 'default'))
