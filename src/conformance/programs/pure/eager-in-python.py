# The Python task as an eager task, and as what a task factory makes.
import asyncio
from asyncio import tasks


async def quick(n):
    print('quick', n, tasks._py_current_task().get_name())
    return n


async def slow(n):
    print('slow', n)
    await asyncio.sleep(0)
    print('slow again', n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.create_eager_task_factory(tasks._PyTask))
    first = loop.create_task(quick(1), name='one')
    print(first.done(), first.result(), first.get_coro())
    second = loop.create_task(slow(2), name='two')
    print(second.done(), tasks._py_all_tasks(loop) == {second})
    print(await second, tasks._py_all_tasks(loop))
    loop.set_task_factory(lambda loop, coro, **options: tasks._PyTask(coro, loop=loop, **options))
    print(type(asyncio.create_task(quick(3))) is tasks._PyTask)
    await asyncio.sleep(0)


asyncio.run(main())
