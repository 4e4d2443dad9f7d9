"""Thousands of timers: sleeps of many lengths, `call_later` and timeouts that do not fire."""
import asyncio


async def sleeper(i, woken):
    await asyncio.sleep((i * 7919 % 1000) / 100_000)
    woken.append(i)
    async with asyncio.timeout(5):
        await asyncio.sleep((i % 10) / 10_000)


async def main():
    loop = asyncio.get_running_loop()
    woken = []
    calls = []
    for i in range(2_000):
        loop.call_later((i % 100) / 100_000, calls.append, i)
    await asyncio.gather(*(sleeper(i, woken) for i in range(2_000)))
    print(len(woken), len(calls))


asyncio.run(main())
