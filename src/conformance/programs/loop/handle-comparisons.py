# Timer handles compare by their moment, and are equal only when all of it is.
import asyncio
import operator

loop = asyncio.new_event_loop()
a = loop.call_at(1.0, print)
b = loop.call_at(2.0, print)
c = asyncio.TimerHandle(1.0, print, (), loop)
d = asyncio.TimerHandle(1.0, print, (5,), loop)
for name in ('lt', 'le', 'gt', 'ge', 'eq', 'ne'):
    test = getattr(operator, name)
    print(name, test(a, b), test(b, a), test(a, c), test(a, d), test(a, a))
print(hash(a) == hash(c), hash(a) == hash(1.0), a == 1.0, a != 'x')
for other in (1, 'x', None, object()):
    try:
        a < other
    except TypeError as error:
        print(type(error).__name__, 'not supported' in str(error))
c.cancel()
print(a == c, c.when(), c.cancelled())
plain = loop.call_soon(print)
print(plain == plain, plain == loop.call_soon(print), isinstance(a, asyncio.Handle))
loop.close()
