# Where a cancellation arrives inside async with and async for, and what the exits see.
import asyncio


class Manager:
    def __init__(self, log, slow):
        self.log = log
        self.slow = slow

    async def __aenter__(self):
        self.log.append('enter')
        await asyncio.sleep(self.slow)
        self.log.append('entered')
        return self

    async def __aexit__(self, kind, error, traceback):
        self.log.append(('exit', kind and kind.__name__))
        await asyncio.sleep(self.slow)
        self.log.append('exited')


async def items(log):
    try:
        for n in range(5):
            yield n
            await asyncio.sleep(0.3)
    finally:
        log.append('generator finally')


async def uses(log):
    async with Manager(log, 0.5):
        async for n in items(log):
            log.append(n)


async def main():
    for moment in (0.2, 0.7, 1.0, 1.2):
        log = []
        task = asyncio.create_task(uses(log))
        await asyncio.sleep(moment)
        task.cancel(moment)
        try:
            await task
        except asyncio.CancelledError as error:
            log.append(error.args)
        print(log)


asyncio.run(main())
