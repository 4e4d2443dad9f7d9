"""10,000 tasks, each of which gives up its turn three times by `asyncio.sleep(0)`."""
import asyncio


async def worker(done):
    for _ in range(3):
        await asyncio.sleep(0)
    done.append(1)


async def main():
    done = []
    await asyncio.gather(*(worker(done) for _ in range(10_000)))
    print(len(done))


asyncio.run(main())
