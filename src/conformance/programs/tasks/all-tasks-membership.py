# Which tasks are in all_tasks, and from when to when.
import asyncio


async def sleeps(n):
    await asyncio.sleep(n)


def names():
    return sorted(task.get_name() for task in asyncio.all_tasks())


async def main():
    a = asyncio.create_task(sleeps(1), name='a')
    b = asyncio.create_task(sleeps(2), name='b')
    print(names())
    await asyncio.sleep(1)
    print(names(), a.done())
    await asyncio.sleep(0)
    b.cancel()
    print(names())
    await asyncio.sleep(0)
    print(names(), b.done())
    await asyncio.sleep(0)
    print(names())
    loop = asyncio.get_running_loop()
    print(asyncio.all_tasks(loop) == asyncio.all_tasks(), type(asyncio.all_tasks()).__name__)
    other = asyncio.new_event_loop()
    foreign = other.create_task(sleeps(0), name='foreign')
    print(names(), [task.get_name() for task in asyncio.all_tasks(other)])
    other_thread = asyncio.current_task(other)
    print(other_thread)
    return other, foreign


other, foreign = asyncio.run(main())
other.run_until_complete(foreign)
print(asyncio.all_tasks(other))
other.close()
for call in (asyncio.all_tasks, asyncio.current_task):
    try:
        call()
    except RuntimeError as error:
        print(error)
