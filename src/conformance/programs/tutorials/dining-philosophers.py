import asyncio

async def philosopher(i, forks, meals, log):
    left, right = forks[i], forks[(i + 1) % len(forks)]
    first, second = (left, right) if i % 2 == 0 else (right, left)
    for m in range(meals):
        await asyncio.sleep(0.1)
        async with first:
            await asyncio.sleep(0.05)
            async with second:
                log.append((round(asyncio.get_running_loop().time(), 2), i, m))
                await asyncio.sleep(0.2)

async def main():
    forks = [asyncio.Lock() for _ in range(5)]
    log = []
    await asyncio.gather(*(philosopher(i, forks, 2, log) for i in range(5)))
    for entry in log:
        print(*entry)
    print('forks free:', not any(f.locked() for f in forks))

asyncio.run(main())
