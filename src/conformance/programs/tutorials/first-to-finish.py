import asyncio

async def mirror(name, delay, ok=True):
    try:
        await asyncio.sleep(delay)
        if not ok:
            raise ConnectionError(f'{name} is down')
        return name
    except asyncio.CancelledError:
        print(f'{name} was abandoned')
        raise

async def first(*coros):
    tasks = [asyncio.create_task(c) for c in coros]
    errors = []
    try:
        pending = set(tasks)
        while pending:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for t in tasks:
                if t in done:
                    if t.exception() is None:
                        return t.result()
                    errors.append(t.exception())
        raise ExceptionGroup('no mirror answered', errors)
    finally:
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

async def main():
    print(await first(mirror('slow', 3), mirror('fast', 1), mirror('broken', 0.5, False)))
    try:
        await first(mirror('x', 1, False), mirror('y', 2, False))
    except ExceptionGroup as eg:
        print(eg, [str(e) for e in eg.exceptions])
    try:
        async with asyncio.timeout(0.5):
            await first(mirror('p', 3), mirror('q', 4))
    except TimeoutError:
        print('nobody in time', asyncio.get_running_loop().time())

asyncio.run(main())
