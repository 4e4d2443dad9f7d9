import asyncio

async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1):
            async with asyncio.TaskGroup() as tg:
                async def bad():
                    try:
                        await asyncio.sleep(10)
                    except asyncio.CancelledError:
                        raise ValueError('during clean-up')
                tg.create_task(bad())
    except (TimeoutError, ExceptionGroup) as e:
        print(repr(e), repr(e.exceptions[0].__context__), repr(e.exceptions[0].__context__.__cause__))
    def show(e):
        chain = []
        while e:
            chain.append(type(e).__name__)
            e = e.__context__
        print(chain)
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(5)
            finally:
                1 / 0
    except ZeroDivisionError as e:
        show(e)
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError as e:
                raise RuntimeError from e
    except RuntimeError as e:
        show(e)
        print(repr(e.__cause__))
    async def attempts():
        for i in range(3):
            try:
                async with asyncio.timeout(0.5 * (i + 1)):
                    await asyncio.sleep(1.2)
                    return f'attempt {i} succeeded'
            except TimeoutError:
                print('attempt', i, 'timed out at', loop.time())
    print(await attempts())
    async def heartbeat(cm):
        for _ in range(3):
            await asyncio.sleep(0.4)
            cm.reschedule(loop.time() + 0.5)
            print('extended to', round(cm.when() - t0, 1))
    t0 = loop.time()
    try:
        async with asyncio.timeout(0.5) as cm:
            hb = asyncio.create_task(heartbeat(cm))
            await asyncio.sleep(100)
    except TimeoutError:
        print('gave up after', round(loop.time() - t0, 1))
    async def budget():
        async with asyncio.timeout(1):
            for i in range(5):
                async with asyncio.timeout(0.3):
                    await asyncio.sleep(0.25)
                    print('part', i)
    try:
        await budget()
    except TimeoutError:
        print('outer budget used up')

asyncio.run(main())
