# Recorded from CPython 3.8.
import asyncio

@asyncio.coroutine
def step(n, seconds):
    yield from asyncio.sleep(seconds)
    print('step', n)
    return n

@asyncio.coroutine
def plain(value):
    return value

@asyncio.coroutine
def gives_future(future):
    return future

@asyncio.coroutine
def gives_coroutine(n):
    return step(n, 0)

def undecorated(n):
    first = yield from step(n, 0)
    second = yield from step(n + 1, 0)
    return first + second

@asyncio.coroutine
def fails(n):
    yield from asyncio.sleep(0)
    raise ValueError(n)

class Walker:
    @asyncio.coroutine
    def walk(self, n):
        yield from asyncio.sleep(0)
        return 'walked', n

@asyncio.coroutine
def main():
    loop = asyncio.get_event_loop()
    print((yield from step(1, 0.01)))
    print((yield from plain(2)))
    future = loop.create_future()
    loop.call_soon(future.set_result, 3)
    print((yield from gives_future(future)))
    print((yield from gives_coroutine(4)))
    print((yield from undecorated(5)))
    print((yield from asyncio.gather(step(7, 0.02), step(8, 0.01))))
    try:
        yield from fails(9)
    except ValueError as error:
        print('caught', error)
    print((yield from asyncio.gather(fails(10), plain(11), return_exceptions=True)))
    try:
        yield from asyncio.wait_for(step(12, 5), 0.01)
    except asyncio.TimeoutError:
        print('too late')
    print((yield from Walker().walk(13)))
    task = loop.create_task(step(14, 5))
    yield from asyncio.sleep(0)
    task.cancel()
    try:
        yield from task
    except asyncio.CancelledError:
        print('cancelled', task.cancelled())
    return 'end'

loop = asyncio.get_event_loop()
print(loop.run_until_complete(main()))
print(loop.run_until_complete(step(15, 0)))
loop.close()
