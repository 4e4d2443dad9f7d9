# Objects that are coroutines by their methods alone, and what a task does with what they yield.
import asyncio
from collections.abc import Coroutine


class Steps(Coroutine):
    def __init__(self, *steps):
        self.steps = list(steps)
        self.log = []

    def send(self, value):
        self.log.append(('send', value))
        if not self.steps:
            raise StopIteration('end')
        step = self.steps.pop(0)
        if isinstance(step, BaseException):
            raise step
        return step

    def throw(self, typ, val=None, tb=None):
        self.log.append(('throw', repr(typ)))
        raise typ

    def close(self):
        self.log.append('close')

    def __await__(self):
        return self

    def __repr__(self):
        return '<Steps>'


async def main():
    for steps in ((), (None, None), (None, ValueError('step')), (5,), (None, asyncio.CancelledError('own'))):
        coro = Steps(*steps)
        task = asyncio.create_task(coro, name='steps')
        print(task)
        result = await asyncio.gather(task, return_exceptions=True)
        print(result, coro.log, asyncio.iscoroutine(coro))
    coro = Steps(None, None)
    task = asyncio.create_task(coro)
    await asyncio.sleep(0)
    task.cancel('cut')
    await asyncio.wait([task])
    print(task.cancelled(), coro.log)


asyncio.run(main())
