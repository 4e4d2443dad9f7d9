import asyncio

from printer import put

async def main():
    await asyncio.gather(put('letter'), put('poem'))

asyncio.run(main())
