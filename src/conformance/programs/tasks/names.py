# Names of tasks: what is given, what is counted, what changes.
import asyncio


async def nothing():
    pass


async def main():
    print(asyncio.current_task().get_name())
    tasks = [asyncio.create_task(nothing()), asyncio.create_task(nothing(), name='named'), asyncio.create_task(nothing(), name=7),
             asyncio.create_task(nothing(), name=''), asyncio.create_task(nothing(), name=None), asyncio.ensure_future(nothing())]
    print([task.get_name() for task in tasks], [type(task.get_name()).__name__ for task in tasks])
    tasks[0].set_name('renamed')
    tasks[1].set_name(None)
    tasks[2].set_name((1, 2))
    print([task.get_name() for task in tasks[:3]], tasks[0])
    await asyncio.wait(tasks)
    tasks[0].set_name('after the end')
    print(tasks[0])
    for call in (lambda: tasks[0].set_name(), lambda: tasks[0].get_name(1)):
        try:
            call()
        except TypeError as error:
            print(error)
    async with asyncio.TaskGroup() as group:
        print(group.create_task(nothing()).get_name(), group.create_task(nothing(), name='in group').get_name())
    print(asyncio.create_task(nothing()).get_name())


asyncio.run(main())
asyncio.run(main())
