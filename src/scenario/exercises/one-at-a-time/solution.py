import asyncio

from printer import put

async def put_alone(document, lock):
    async with lock:
        await put(document)

async def main():
    lock = asyncio.Lock()
    await asyncio.gather(put_alone('letter', lock), put_alone('poem', lock))

asyncio.run(main())
