# The three kinds of queue, their order, and what their items must be able to do.
import asyncio


async def main():
    for kind in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        queue = kind(maxsize=5)
        for item in (3, 1, 2, 1):
            await queue.put(item)
        print(kind.__name__, queue, [queue.get_nowait() for _ in range(4)], queue.maxsize, queue.empty())
    queue = asyncio.PriorityQueue()
    await queue.put((1, 'b'))
    await queue.put((1, 'a'))
    await queue.put((0, 'z'))
    print([await queue.get() for _ in range(3)])
    await queue.put((1, {}))
    try:
        await queue.put((1, {}))
    except TypeError as error:
        print(error)
    print(queue.qsize())
    unbounded = asyncio.Queue(-1)
    for n in range(100):
        unbounded.put_nowait(n)
    print(unbounded.full(), unbounded.qsize(), unbounded.maxsize)
    small = asyncio.Queue(1)
    small.put_nowait(None)
    try:
        small.put_nowait(None)
    except asyncio.QueueFull as error:
        print(repr(error))
    print(asyncio.Queue[int], repr(asyncio.Queue()).split(' at ')[0], str(asyncio.Queue(2)))

    class Own(asyncio.Queue):
        def _init(self, maxsize):
            self._queue = []

        def _put(self, item):
            self._queue.insert(len(self._queue) // 2, item)

        def _get(self):
            return self._queue.pop()

        def qsize(self):
            return len(self._queue)

    own = Own()
    for n in range(5):
        own.put_nowait(n)
    print([own.get_nowait() for _ in range(5)])


asyncio.run(main())
