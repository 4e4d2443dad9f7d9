import asyncio

async def main():
    loop = asyncio.get_running_loop()
    lock = asyncio.Lock()
    print(lock.locked(), repr(lock).split(' at ')[0], repr(lock).split('[')[1])
    async def user(n, hold):
        print(n, 'wants')
        async with lock as v:
            print(n, 'has', v, loop.time())
            await asyncio.sleep(hold)
        print(n, 'released')
    await asyncio.gather(*[user(i, 1) for i in range(3)])
    await lock.acquire()
    t = [asyncio.create_task(user(f't{i}', 1)) for i in range(3)]
    await asyncio.sleep(0)
    print(repr(lock).split('[')[1])
    t[0].cancel()
    await asyncio.sleep(0)
    print(repr(lock).split('[')[1])
    lock.release()
    print('after release', lock.locked())
    b = asyncio.create_task(user('barger', 0))
    await asyncio.gather(*t, b, return_exceptions=True)
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
    print(await lock.acquire(), lock.locked())
    try:
        await asyncio.wait_for(lock.acquire(), 1)
    except TimeoutError:
        print('timeout', repr(lock).split('[')[1])
    lock.release()
    try:
        with lock: pass
    except TypeError as e:
        print('async with' in str(e))
    async def fail():
        async with lock:
            raise ValueError
    try:
        await fail()
    except ValueError:
        print('released by the exception', lock.locked())
    await lock.acquire()
    w1, w2 = asyncio.create_task(user('w1', 0)), asyncio.create_task(user('w2', 0))
    await asyncio.sleep(0)
    lock.release()
    w1.cancel()
    await asyncio.gather(w1, w2, return_exceptions=True)
    print('woken waiter cancelled: next got it', lock.locked())
    order = []
    async def inc(n):
        async with lock:
            order.append(n)
            await asyncio.sleep(0)
    await asyncio.gather(*map(inc, range(6)))
    print(order)

asyncio.run(main())
