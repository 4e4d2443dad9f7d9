# Children that add children while the block waits at its end, and their results.
import asyncio


async def grow(group, depth, log):
    log.append(depth)
    await asyncio.sleep(0.1)
    if depth < 3:
        for _ in range(2):
            group.create_task(grow(group, depth + 1, log))
    return depth


async def main():
    log = []
    async with asyncio.TaskGroup() as group:
        first = group.create_task(grow(group, 0, log))
        print('body ends', log)
    print(log, first.result(), asyncio.get_running_loop().time())
    results = []
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(asyncio.sleep(n, n * n)) for n in (3, 1, 2)]
        for task in tasks:
            task.add_done_callback(lambda done: results.append(done.result()))
    print(results, [task.result() for task in tasks])
    async with asyncio.TaskGroup() as group:
        cancelled = group.create_task(asyncio.sleep(10))
        kept = group.create_task(asyncio.sleep(1, 'kept'))
        await asyncio.sleep(0)
        cancelled.cancel('just one')
    print(cancelled.cancelled(), kept.result(), asyncio.get_running_loop().time())


asyncio.run(main())
