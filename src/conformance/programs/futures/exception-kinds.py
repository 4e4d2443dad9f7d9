# What set_exception takes, and what comes out of it.
import asyncio


class Needs(Exception):
    def __init__(self, one):
        super().__init__(one)


async def main():
    loop = asyncio.get_running_loop()
    for given in (ValueError, ValueError('made'), KeyboardInterrupt, asyncio.CancelledError('c'), Needs, int, 'text', None, StopIteration, StopIteration(3),
                  StopAsyncIteration, GeneratorExit(), ExceptionGroup('g', [KeyError(1)])):
        future = loop.create_future()
        try:
            future.set_exception(given)
        except BaseException as error:
            print('refused', repr(error), future.done())
            continue
        raised = future.exception()
        print(repr(raised), raised is given, repr(raised.__cause__), future.cancelled())
        try:
            await future
        except BaseException as error:
            print('awaited', repr(error), error is raised)


asyncio.run(main())
