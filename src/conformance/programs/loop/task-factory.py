# A task factory makes the tasks, with every keyword that create_task was given.
import asyncio
import contextvars


class Marked(asyncio.Task):
    def __init__(self, coro, *, tag='none', **options):
        super().__init__(coro, **options)
        self.tag = tag


def factory(loop, coro, **options):
    print('factory', coro.__name__, sorted(options))
    return Marked(coro, loop=loop, tag='made', **options)


async def work(n):
    await asyncio.sleep(0)
    return n


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(factory)
    print(loop.get_task_factory() is factory)
    plain = asyncio.create_task(work(1))
    named = asyncio.create_task(work(2), name='named', context=contextvars.copy_context())
    ensured = asyncio.ensure_future(work(3))
    print(type(plain).__name__, plain.tag, named.get_name(), ensured.tag)
    print(await asyncio.gather(plain, named, ensured, work(4)))
    async with asyncio.TaskGroup() as group:
        print(type(group.create_task(work(5), name='in group')).__name__)
    for wrong in (5, 'x'):
        try:
            loop.set_task_factory(wrong)
        except TypeError as error:
            print(error)
    loop.set_task_factory(None)
    print(type(asyncio.create_task(work(6))).__name__, loop.get_task_factory())
    await asyncio.sleep(0.1)


asyncio.run(main())
