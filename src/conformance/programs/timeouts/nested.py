import asyncio

async def main():
    loop = asyncio.get_running_loop()
    async def run(outer, inner, work=10):
        t0 = loop.time()
        try:
            async with asyncio.timeout(outer) as o:
                try:
                    async with asyncio.timeout(inner) as i:
                        await asyncio.sleep(work)
                        print('worked')
                except TimeoutError:
                    print('inner expired', loop.time() - t0, i.expired(), o.expired())
                    await asyncio.sleep(1)
                    print('continued after inner')
        except TimeoutError:
            print('outer expired', loop.time() - t0, i.expired(), o.expired())
        print('cancelling', asyncio.current_task().cancelling())
    await run(2, 1)
    await run(1, 2)
    await run(1, 1)
    await run(1.5, 1)
    await run(5, 5, 1)
    await run(0, 0)
    async def external():
        try:
            async with asyncio.timeout(5):
                await asyncio.sleep(10)
        except TimeoutError:
            print('timeout')
        except asyncio.CancelledError as e:
            print('external cancel wins', e.args)
            raise
    t = asyncio.create_task(external())
    loop.call_later(1, t.cancel, 'ext')
    await asyncio.wait([t])
    print(t.cancelled())
    async def both():
        try:
            async with asyncio.timeout(1):
                asyncio.get_running_loop().call_later(1, asyncio.current_task().cancel, 'same moment')
                await asyncio.sleep(10)
        except TimeoutError:
            print('timeout won')
        except asyncio.CancelledError as e:
            print('cancel won', e.args, asyncio.current_task().cancelling())
            raise
    t = asyncio.create_task(both())
    await asyncio.wait([t])
    print(t.cancelled())
    async def cleanup():
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(10)
            finally:
                print('cleanup')
                await asyncio.sleep(3)
                print('cleanup done', loop.time() - t0)
    t0 = loop.time()
    try:
        await cleanup()
    except TimeoutError:
        print('timeout after clean-up', loop.time() - t0)

asyncio.run(main())
