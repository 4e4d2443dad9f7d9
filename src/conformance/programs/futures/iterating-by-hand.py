# The iterator behind `await future`, driven by hand.
import asyncio

loop = asyncio.new_event_loop()
future = loop.create_future()
iterator = iter(future)
print(type(iterator).__name__, iterator.send(None) is future, future._asyncio_future_blocking)
try:
    next(iterator)
except RuntimeError as error:
    print(error)
future._asyncio_future_blocking = False
future.set_result('value')
try:
    next(iterator)
except StopIteration as stop:
    print(stop.value)
try:
    next(iterator)
except StopIteration as stop:
    print('again', stop.value)
iterator = future.__await__()
try:
    iterator.throw(KeyError('thrown'))
except KeyError as error:
    print(repr(error))
fresh = loop.create_future().__await__()
print(fresh.close(), fresh.send(None) if False else 'closed')
waiting = loop.create_future()
iterator = iter(waiting)
next(iterator)
waiting.set_exception(ZeroDivisionError('later'))
try:
    iterator.send('ignored')
except ZeroDivisionError as error:
    print(error)
loop.close()
