# Recorded from CPython 3.10.
import asyncio
import inspect
import types

@asyncio.coroutine
def old(n):
    result = yield from new(n)
    return 'old', result

async def new(n):
    await asyncio.sleep(0)
    return n

async def awaits_old(n):
    return 'new', await old(n)

@types.coroutine
def typed(n):
    yield
    return 'typed', n

@asyncio.coroutine
async def both(n):
    return 'both', await typed(n)

class Awaitable:
    def __await__(self):
        yield
        return 'awaited'

@asyncio.coroutine
def gives_awaitable():
    return Awaitable()

@asyncio.coroutine
def main():
    print((yield from old(1)))
    print((yield from awaits_old(2)))
    print((yield from typed(3)))
    print((yield from both(4)))
    print((yield from gives_awaitable()))
    task = asyncio.ensure_future(old(5))
    print((yield from task))
    print((yield from asyncio.shield(old(6))))

asyncio.run(main())
for function in (old, new, typed, both, gives_awaitable):
    print(function.__name__, asyncio.iscoroutinefunction(function), inspect.iscoroutinefunction(function),
          inspect.isgeneratorfunction(function))
coroutines = [old(1), new(1), both(1)]
for coroutine in coroutines:
    print(type(coroutine).__name__, asyncio.iscoroutine(coroutine), inspect.isawaitable(coroutine))
    coroutine.close()
