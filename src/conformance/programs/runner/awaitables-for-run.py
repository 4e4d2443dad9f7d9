# Since 3.14 run takes any awaitable.
import asyncio


class Waits:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield from asyncio.sleep(0.5).__await__()
        print(asyncio.current_task().get_coro().__qualname__)
        return self.value


import types


@types.coroutine
def generator():
    yield
    return 'generator'


print(asyncio.run(Waits('object')))
print(asyncio.run(generator()))
with asyncio.Runner() as runner:
    print(runner.run(Waits('in a runner')))
    future = runner.get_loop().create_future()
    future.set_result('future')
    print(runner.run(future))
    print(runner.run(asyncio.sleep(1, 'sleep')))
