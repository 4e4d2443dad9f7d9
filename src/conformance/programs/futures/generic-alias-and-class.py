# Future and Task as classes.
import asyncio
import types

for cls in (asyncio.Future, asyncio.Task):
    print(cls.__name__, cls.__module__, cls.__mro__[1].__name__, isinstance(cls[int], types.GenericAlias), cls[int].__args__)
    print([name for name in ('result', 'exception', 'cancel', 'add_done_callback', 'get_loop', 'get_coro', 'get_name', 'uncancel') if hasattr(cls, name)])
print(issubclass(asyncio.Task, asyncio.Future), asyncio.Task.__base__ is asyncio.Future)
for wrong in (dict(), dict(loop=None)):
    try:
        asyncio.Future(**wrong)
    except RuntimeError as error:
        print(error)
loop = asyncio.new_event_loop()
future = asyncio.Future(loop=loop)
for name in ('_state', '_result', '_exception', '_callbacks', '_source_traceback', '_cancel_message', '_log_traceback', '_asyncio_awaited_by'):
    print(name, getattr(future, name))
for name, value in (('_state', 1), ('_log_traceback', True), ('_result', 2)):
    try:
        setattr(future, name, value)
    except (AttributeError, ValueError) as error:
        print(type(error).__name__, name)
print(asyncio.isfuture(future), asyncio.isfuture(asyncio.Future), asyncio.isfuture(5))
bare = asyncio.Future.__new__(asyncio.Future)
for method in ('result', 'exception', 'get_loop', 'cancel'):
    try:
        print(method, getattr(bare, method)())
    except Exception as error:
        print(method, type(error).__name__, error)
loop.close()
