# Where futures, tasks and handles were made, as debug mode remembers it.
import asyncio


def make(loop):
    return loop.create_future()


async def child():
    await asyncio.sleep(1)


def ends(traceback):
    return [(frame[0].rpartition('/')[2], frame[2]) for frame in traceback[-2:]]


async def main():
    loop = asyncio.get_running_loop()
    future = make(loop)
    print(ends(future._source_traceback), repr(future).split(' at ')[1].rpartition('/')[2])
    task = asyncio.create_task(child(), name='child')
    print(ends(task._source_traceback))
    handle = loop.call_soon(print, 'x')
    print(ends(handle._source_traceback))
    loop.set_debug(False)
    print(make(loop)._source_traceback, loop.call_soon(print)._source_traceback)
    loop.set_debug(True)
    print(make(loop)._source_traceback is None)
    task.cancel()


asyncio.run(main(), debug=True)
