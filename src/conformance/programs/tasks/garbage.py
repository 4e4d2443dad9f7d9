import asyncio, gc

async def forever(ev): await ev.wait()

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, c: print('handler:', c['message'], sorted(c)))
    async def fail(): raise ValueError('lost')
    t = asyncio.create_task(fail())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    t = None
    print('dropped failed task')
    t = asyncio.create_task(fail())
    await asyncio.wait([t])
    t.exception()
    t = None
    print('looked at: silent')
    f = loop.create_future(); f.set_exception(KeyError('k')); f = None
    f = loop.create_future(); f.set_exception(KeyError('k')); f.cancel(); f = None
    f = loop.create_future(); f = None
    print('futures dropped')
    async def awaits_failed():
        try:
            await asyncio.create_task(fail())
        except ValueError as e:
            print('awaited', e)
    await awaits_failed()
    g = asyncio.gather(fail(), fail())
    try:
        await g
    except ValueError:
        print('gather raised one')
    g = None
    await asyncio.sleep(0)
    print('end')

asyncio.run(main())
