# staggered_race: who starts when, who wins, what becomes of the others.
import asyncio
from asyncio.staggered import staggered_race

log = []


def runner(name, seconds, error=None):
    async def run():
        log.append((name, 'start', asyncio.get_running_loop().time()))
        try:
            await asyncio.sleep(seconds)
        except asyncio.CancelledError:
            log.append((name, 'cancelled', asyncio.get_running_loop().time()))
            raise
        if error is not None:
            raise error
        return name
    return run


async def main():
    loop = asyncio.get_running_loop()
    for delay, runners in ((1, [runner('a', 3), runner('b', 1), runner('c', 1)]),
                           (5, [runner('a', 1, ValueError('a')), runner('b', 1)]),
                           (None, [runner('a', 1, OSError('a')), runner('b', 1, OSError('b'))]),
                           (0.5, [])):
        start = loop.time()
        winner, index, exceptions = await staggered_race(runners, delay)
        print(winner, index, [repr(error) for error in exceptions], loop.time() - start)
        print([(name, what, when - start) for name, what, when in log])
        log.clear()
    task = asyncio.create_task(staggered_race([runner('x', 5), runner('y', 5)], 1))
    await asyncio.sleep(2)
    task.cancel('stop')
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), sorted((name, what) for name, what, when in log))


asyncio.run(main())
