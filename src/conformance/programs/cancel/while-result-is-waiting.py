import asyncio

async def waiter(f):
    try:
        v = await f
        print('got', v)
        return v
    except asyncio.CancelledError:
        print('cancelled although the result was there', f)
        raise

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    t = asyncio.create_task(waiter(f))
    await asyncio.sleep(0)
    f.set_result(1)
    print(t.cancel(), t)
    try:
        await t
    except asyncio.CancelledError:
        print('lost', f.result())
    f = loop.create_future()
    t = asyncio.create_task(waiter(f))
    await asyncio.sleep(0)
    t.cancel()
    print(f.cancelled())
    try:
        f.set_result(1)
    except asyncio.InvalidStateError as e:
        print(e)
    await asyncio.wait([t])
    f = loop.create_future()
    t = asyncio.create_task(waiter(f))
    await asyncio.sleep(0)
    f.set_exception(ValueError('v'))
    t.cancel()
    await asyncio.wait([t])
    print(t.cancelled())
    f.exception()
    async def sleeper():
        try:
            await asyncio.sleep(1)
            print('woke')
        except asyncio.CancelledError:
            print('cancel at the very moment of waking', loop.time())
            raise
    t = asyncio.create_task(sleeper())
    loop.call_later(1, t.cancel)
    await asyncio.wait([t])
    print(t.cancelled(), loop.time())
    t = asyncio.create_task(sleeper())
    await asyncio.sleep(0)
    loop.call_later(1, t.cancel)
    await asyncio.wait([t])
    print(t.cancelled(), loop.time())
    done = asyncio.create_task(asyncio.sleep(0))
    w = asyncio.create_task(waiter(done))
    await done
    print(w.done(), w.cancel())
    await asyncio.wait([w])
    print(w.cancelled())

asyncio.run(main())
