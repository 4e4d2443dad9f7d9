# Recorded from CPython 3.6.
import asyncio

@asyncio.coroutine
def produce(queue, n):
    for item in range(n):
        yield from queue.put(item)
        print('put', item)
    yield from queue.put(None)

@asyncio.coroutine
def consume(queue):
    total = 0
    while True:
        item = yield from queue.get()
        if item is None:
            return total
        print('got', item)
        total += item
        yield from asyncio.sleep(0.001)

class Countdown(asyncio.Future):
    def __init__(self, n, loop):
        super().__init__(loop=loop)
        loop.call_soon(self._down, n)

    def _down(self, n):
        if n == 0:
            self.set_result('lift-off')
        else:
            print(n)
            self._loop.call_soon(self._down, n - 1)

def done(future):
    print('done:', future.result())
    loop.stop()

loop = asyncio.get_event_loop()
queue = asyncio.Queue(maxsize=1, loop=loop)
consumer = loop.create_task(consume(queue))
loop.run_until_complete(asyncio.gather(produce(queue, 3), consumer))
print(consumer.result())
Countdown(2, loop).add_done_callback(done)
loop.run_forever()
loop.close()
print(loop.is_closed())
