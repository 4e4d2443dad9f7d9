# Barriers: several rounds, resets, aborts, who is last.
import asyncio


async def party(barrier, name, log):
    for round_ in range(2):
        try:
            async with barrier as position:
                log.append((round_, name, position))
        except asyncio.BrokenBarrierError as error:
            log.append((round_, name, str(error)))
            return


async def main():
    barrier = asyncio.Barrier(3)
    log = []
    await asyncio.gather(*(party(barrier, name, log) for name in 'abc'))
    print(log, barrier)
    log = []
    waiting = [asyncio.create_task(party(barrier, name, log)) for name in 'ab']
    await asyncio.sleep(0)
    print(barrier, barrier.n_waiting, barrier.parties, barrier.broken)
    await barrier.reset()
    await asyncio.gather(*waiting)
    print(log, barrier)
    log = []
    waiting = [asyncio.create_task(party(barrier, name, log)) for name in 'ab']
    await asyncio.sleep(0)
    await barrier.abort()
    await asyncio.gather(*waiting)
    print(log, barrier, barrier.broken)
    try:
        await barrier.wait()
    except asyncio.BrokenBarrierError as error:
        print(repr(error), isinstance(error, RuntimeError))
    await barrier.reset()
    task = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(barrier, task.cancelled(), barrier.n_waiting)
    for parties in (0, -1, 'x'):
        try:
            asyncio.Barrier(parties)
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)


asyncio.run(main())
