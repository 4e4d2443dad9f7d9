import asyncio
import time

async def heart():
    for _ in range(4):
        print('beat at', asyncio.get_running_loop().time())
        await asyncio.sleep(1)

async def rude():
    await asyncio.sleep(0.5)
    time.sleep(3)  # no await: the loop stands still

async def main():
    await asyncio.gather(heart(), rude())

asyncio.run(main())
