import asyncio

async def main():
    loop = asyncio.get_running_loop()
    sem = asyncio.Semaphore(2)
    print(sem.locked(), repr(sem).split(' at ')[0], repr(sem).split('[')[1])
    active = 0
    peak = 0
    async def job(n):
        nonlocal active, peak
        async with sem:
            active += 1; peak = max(peak, active)
            print('start', n, loop.time(), repr(sem).split('[')[1])
            await asyncio.sleep(1 + n % 2)
            active -= 1
    await asyncio.gather(*[job(i) for i in range(6)])
    print('peak', peak, loop.time())
    await sem.acquire(); await sem.acquire()
    print(sem.locked())
    t = [asyncio.create_task(job(i)) for i in range(3)]
    await asyncio.sleep(0)
    t[0].cancel()
    sem.release()
    print(repr(sem).split('[')[1])
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(repr(sem).split('[')[1])
    sem.release()
    await asyncio.gather(*t, return_exceptions=True)
    print(repr(sem).split('[')[1])
    sem.release()
    print('plain semaphore may grow', repr(sem).split('[')[1])
    b = asyncio.BoundedSemaphore(1)
    async with b: print(b.locked())
    try:
        b.release()
    except ValueError as e:
        print(e)
    for v in (-1, 0):
        try:
            print(asyncio.Semaphore(v).locked())
        except ValueError as e:
            print(e)
    z = asyncio.Semaphore(0)
    try:
        await asyncio.wait_for(z.acquire(), 1)
    except TimeoutError:
        print('timeout')
    w = asyncio.create_task(z.acquire())
    await asyncio.sleep(0)
    z.release()
    w.cancel()
    print(await asyncio.gather(w, return_exceptions=True), repr(z).split('[')[1])
    order = []
    async def fifo(n):
        async with z:
            order.append(n)
            await asyncio.sleep(0)
    await asyncio.gather(*[fifo(i) for i in range(5)])
    print(order)

asyncio.run(main())
