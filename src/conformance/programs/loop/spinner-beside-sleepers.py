import asyncio

async def spinner():
    turns = 0
    try:
        while True:
            turns += 1
            await asyncio.sleep(0)
    finally:
        print('spinner stopped; it had many turns:', turns > 1000)

async def main():
    s = asyncio.create_task(spinner())
    await asyncio.sleep(0.5)
    print('the sleeper woke although the loop was never idle', asyncio.get_running_loop().time() >= 0.5)
    s.cancel()
    await asyncio.wait([s])
    async def ping_pong(n):
        a, b = asyncio.Event(), asyncio.Event()
        async def one():
            for _ in range(n):
                await a.wait(); a.clear(); b.set()
        t = asyncio.create_task(one())
        for _ in range(n):
            a.set(); await b.wait(); b.clear()
        await t
    t0 = asyncio.get_running_loop().time()
    await ping_pong(2000)
    print('work that never reads the clock takes no time', asyncio.get_running_loop().time() - t0 < 0.0005)

asyncio.run(main())
