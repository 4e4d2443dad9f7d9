import asyncio
import time

async def heart():
    for _ in range(4):
        print('beat at', asyncio.get_running_loop().time())
        await asyncio.sleep(1)

async def polite():
    await asyncio.sleep(0.5)
    await asyncio.to_thread(time.sleep, 3)  # a thread blocks, the loop does not

async def main():
    await asyncio.gather(heart(), polite())

asyncio.run(main())
