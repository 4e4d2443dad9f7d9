import asyncio

lock, ev, q = asyncio.Lock(), asyncio.Event(), asyncio.Queue()

async def block():
    await lock.acquire()
    t = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    lock.release()
    await t
    lock.release()
    w = asyncio.create_task(ev.wait())
    await asyncio.sleep(0)
    ev.set()
    await w
    ev.clear()
    return 'bound'

async def other():
    print(await lock.acquire(), 'uncontended use on another loop is fine')
    try:
        await asyncio.wait_for(lock.acquire(), 1)
    except RuntimeError as e:
        print(str(e).split(' at ')[0], 'is bound to a different event loop' in str(e))
    try:
        await asyncio.wait_for(ev.wait(), 1)
    except RuntimeError as e:
        print('is bound to a different event loop' in str(e))
    await q.put(1)
    print(await q.get())

print(asyncio.run(block()))
asyncio.run(other())
