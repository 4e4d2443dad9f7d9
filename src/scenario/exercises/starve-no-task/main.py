import asyncio

from press import squeeze

async def heartbeat():
    for beat in range(10):
        print('beat', beat)
        await asyncio.sleep(0.1)

async def pack():
    for part in (1, 2):
        print(squeeze(part))

async def main():
    await asyncio.gather(heartbeat(), pack())

asyncio.run(main())
