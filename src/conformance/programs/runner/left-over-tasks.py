# What asyncio.run does with tasks that are left: cancelled together, waited for, reported when they fail.
import asyncio

log = []


async def leftover(name, how):
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError as error:
        log.append((name, error.args))
        if how == 'fails':
            raise ValueError(name)
        if how == 'slow':
            await asyncio.sleep(1)
            log.append((name, 'slept', asyncio.get_running_loop().time()))
        if how == 'spawns':
            asyncio.create_task(leftover('spawned', 'plain'))
            await asyncio.sleep(0)
            return
        raise


async def ticks():
    try:
        while True:
            yield 1
            await asyncio.sleep(1)
    finally:
        log.append('generator closed')


async def main():
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: log.append((context['message'], repr(context.get('exception')), context['task'].get_name())))
    for how in ('plain', 'fails', 'slow'):
        asyncio.create_task(leftover(how, how), name=how)
    kept.append(ticks())
    await kept[0].__anext__()
    await asyncio.sleep(0)
    return 'result'


kept = []
print(asyncio.run(main()))
print(*sorted(map(str, log)), sep='\n')
log.clear()


async def failing():
    asyncio.create_task(leftover('plain', 'plain'))
    await asyncio.sleep(0)
    raise KeyError('main')


try:
    asyncio.run(failing())
except KeyError as error:
    print(repr(error), log)
