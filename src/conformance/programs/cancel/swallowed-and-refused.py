import asyncio

async def refuses():
    for i in range(3):
        try:
            await asyncio.sleep(1)
            print('slept', i)
        except asyncio.CancelledError as e:
            print('refused', repr(e))
    return 'finished anyway'

async def returns():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return 'value instead'

async def replaces():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError('replaced')

async def cleanup():
    try:
        await asyncio.sleep(10)
    finally:
        print('cleanup starts')
        await asyncio.sleep(2)
        print('cleanup ends')

async def main():
    loop = asyncio.get_running_loop()
    t = asyncio.create_task(refuses())
    await asyncio.sleep(0.5)
    t.cancel('first')
    await asyncio.sleep(0.2)
    print(t.cancelling(), t.done(), t)
    t.cancel('second')
    print(await t, t.cancelled(), t.cancelling(), loop.time())
    t = asyncio.create_task(returns())
    await asyncio.sleep(0)
    t.cancel()
    print(await t, t.cancelled())
    t = asyncio.create_task(replaces())
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except ValueError as e:
        print(repr(e), repr(e.__context__), t.cancelled())
    t = asyncio.create_task(cleanup())
    await asyncio.sleep(0)
    t.cancel()
    t0 = loop.time()
    try:
        await t
    except asyncio.CancelledError:
        print('after', loop.time() - t0, t.cancelled())
    t = asyncio.create_task(cleanup())
    await asyncio.sleep(0)
    t.cancel('one')
    await asyncio.sleep(1)
    t.cancel('two')
    try:
        await t
    except asyncio.CancelledError as e:
        print(repr(e), repr(e.__context__))
    async def bare():
        try:
            await asyncio.sleep(5)
        except Exception:
            print('Exception does not catch it')
        except BaseException as e:
            print('BaseException does', type(e))
            raise
    t = asyncio.create_task(bare())
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.wait([t])
    print(t.cancelled())

asyncio.run(main())
