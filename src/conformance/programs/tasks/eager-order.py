# Eager tasks: how far they run in their constructor, who is the current task, what gather makes of finished ones.
import asyncio

log = []


async def quick(name):
    log.append((name, asyncio.current_task().get_name()))
    return name


async def slow(name, turns):
    log.append((name, 'start'))
    for turn in range(turns):
        await asyncio.sleep(0)
        log.append((name, turn))
    return name


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    first = asyncio.create_task(quick('q1'), name='Q1')
    log.append(('made', first.done(), asyncio.current_task() is first))
    second = asyncio.create_task(slow('s1', 2))
    third = asyncio.create_task(slow('s2', 1))
    log.append('created')
    gathered = asyncio.gather(quick('q2'), quick('q3'))
    log.append(('gather done', gathered.done()))
    print(await gathered, await second, await third)
    lazy = asyncio.create_task(slow('lazy', 0), eager_start=False)
    log.append(('lazy', lazy.done()))
    print(await lazy)
    print(*log, sep='\n')
    loop.set_task_factory(None)
    eager = asyncio.create_task(quick('argument'), eager_start=True)
    print(eager.done(), eager.get_coro(), eager)
    plain = asyncio.create_task(quick('plain'))
    print(plain.done())
    await plain


asyncio.run(main())
