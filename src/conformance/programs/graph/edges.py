# Who is awaited by whom: tasks, gather, wait, shield, groups, and by hand.
import asyncio


async def sleeps():
    await asyncio.sleep(1)


def awaited_by(future):
    return sorted(each.get_name() if hasattr(each, 'get_name') else type(each).__name__ for each in future._asyncio_awaited_by or ())


async def gathers(tasks):
    await asyncio.gather(*tasks)


async def waits(tasks):
    await asyncio.wait(tasks)


async def shields(task):
    await asyncio.shield(task)


async def groups(out):
    async with asyncio.TaskGroup() as group:
        out.append(group.create_task(sleeps(), name='grouped'))


async def completes(tasks):
    for each in asyncio.as_completed(tasks):
        await each


async def main():
    tasks = [asyncio.create_task(sleeps(), name=f't{n}') for n in range(2)]
    grouped = []
    users = [asyncio.create_task(work, name=name) for name, work in (('gathers', gathers(tasks)), ('waits', waits(tasks)), ('shields', shields(tasks[0])),
                                                                     ('groups', groups(grouped)), ('completes', completes(tasks)))]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(awaited_by(tasks[0]), awaited_by(tasks[1]), awaited_by(grouped[0]))
    await asyncio.gather(*users)
    print(awaited_by(tasks[0]), awaited_by(tasks[1]), awaited_by(grouped[0]))
    future = asyncio.get_running_loop().create_future()
    asyncio.future_add_to_awaited_by(future, tasks[0])
    print(awaited_by(future), type(future._asyncio_awaited_by).__name__)
    asyncio.future_add_to_awaited_by(future, tasks[1])
    asyncio.future_add_to_awaited_by(future, 5)
    print(awaited_by(future))
    asyncio.future_discard_from_awaited_by(future, tasks[0])
    asyncio.future_discard_from_awaited_by(future, tasks[0])
    print(awaited_by(future))


asyncio.run(main())
