# Chains of tasks: who wakes when the innermost one ends.
import asyncio

log = []


async def leaf():
    await asyncio.sleep(1)
    log.append('leaf')
    return 0


async def node(inner, name):
    value = await inner
    log.append(name)
    return value + 1


async def main():
    task = asyncio.create_task(leaf(), name='leaf')
    for n in range(4):
        task = asyncio.create_task(node(task, f'node {n}'), name=f'node {n}')
    asyncio.get_running_loop().call_later(1, log.append, 'timer of the same moment')
    await asyncio.sleep(1)
    log.append('main slept')
    for n in range(6):
        await asyncio.sleep(0)
        log.append(f'turn {n}')
        if task.done():
            break
    print(*log, sep='\n')
    print(task.result())


asyncio.run(main())
