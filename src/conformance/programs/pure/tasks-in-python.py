# CPython's own Python classes behind the C ones: asyncio.tasks._PyTask, asyncio.futures._PyFuture.
import asyncio
from asyncio import futures, tasks

print(tasks._PyTask is tasks.Task, tasks._CTask is tasks.Task, futures._CFuture is futures.Future)
print(tasks._PyTask.__module__, tasks._PyTask.__qualname__, [base.__name__ for base in tasks._PyTask.__mro__])
print(futures._PyFuture.__module__, tasks._PyTask is tasks._PyTask)


async def child(n):
    await asyncio.sleep(n)
    if n == 2:
        raise ValueError(n)
    return n * 10


async def main():
    loop = asyncio.get_running_loop()
    made = [tasks._PyTask(child(n), loop=loop, name=f'c{n}') for n in (1, 2, 3)]
    print(made[0])
    print(await asyncio.gather(*made, return_exceptions=True), loop.time())
    print(made)
    print(type(made[1].exception()), made[2].result())
    future = futures._PyFuture(loop=loop)
    print(future, future._callbacks)
    try:
        future.result()
    except asyncio.InvalidStateError as error:
        print(error)
    future.set_result(1)
    try:
        future.set_result(2)
    except asyncio.InvalidStateError as error:
        print(error)
    print(await future)
    task = tasks._PyTask(child(9), loop=loop, name='long')
    await asyncio.sleep(0.5)
    print(task.cancel('enough'), task.cancelling(), task)
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), task.cancelled(), task)
    print(asyncio.isfuture(task), tasks._py_current_task(loop), asyncio.current_task().get_name())


asyncio.run(main())
